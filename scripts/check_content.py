"""Report strings that Textual would parse as markup.

    python scripts/check_content.py [FILE ...]      without a file: all of tui/reader

Parsed as markup, `[Reuters] said` loses a word, and `[/]` crashes the program. So what Textual parses must be a
`Content`, or a literal without a bracket. A name counts as a `Content` if it is annotated so, is assigned from one, or
is a function of tui/reader that returns one. `Input` and `TextArea` are forbidden, because they show control
characters; `LineInput` and `TextInput` do not.
"""

import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

READER = Path(__file__).resolve().parent.parent / "tui" / "reader"
FIELDS = tuple(READER / "widgets" / f"{name}_input.py" for name in ("line", "text"))
"""The only files that may use Textual's own input fields."""

PARSERS = {
    "Static": "content",
    "Label": "content",
    "Button": "label",
    "Checkbox": "label",
    "RadioButton": "label",
    "Option": "prompt",
    "OptionList": "*",
    "Selection": "prompt",
    "Tab": "label",
    "Tabs": "*",
    "TabPane": "title",
    "TabbedContent": "*",
    "Collapsible": "title",
    "Tree": "label",
    "Link": "text",
    "Hit": "match_display",
    "DiscoveryHit": "display",
    "notify": "message",
    "update": "content",
    "add_option": "option",
    "add_options": "new_options",
    "add_leaf": "label",
    "add_column": "label",
    "add_row": "*",
    "set_label": "label",
}
"""The argument that a call parses, by name and as the first one, or `*` for all of them."""
ATTRIBUTES = frozenset({"border_title", "border_subtitle", "tooltip", "label", "prompt"})
"""Attributes of a widget whose value is parsed."""
FORBIDDEN = {
    "Input": "LineInput",
    "TextArea": "TextInput",
    "MaskedInput": "LineInput",
    "Markdown": "Static",
    "Log": "Static",
}
MARKUP_MAKERS = frozenset({"from_markup", "render_markup"})


@dataclass
class Names:
    """The names that stand for `Content`."""

    functions: set[str] = field(default_factory=set)
    """Functions and properties that return one or several."""
    variables: set[str] = field(default_factory=set)
    """Parameters, variables and attributes that hold one or several."""


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong in the files, and return the exit status."""
    files = [Path(argument) for argument in arguments] or sorted(READER.rglob("*.py"))
    functions = content_functions(sorted({*files, *READER.rglob("*.py")}))
    problems = [problem for file in files for problem in file_problems(file, functions)]
    print("\n".join(problems) or f"{len(files)} files: only Content is passed where markup is parsed")
    return 1 if problems else 0


def content_functions(files: Sequence[Path]) -> set[str]:
    """Return the names of the functions that return content."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    return {
        node.name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and _is_content_type(node.returns)
    }


def file_problems(file: Path, functions: set[str]) -> Iterator[str]:
    """Yield what is wrong in a file as `file:line: message`."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = Names(functions | {"highlight"})  # the matcher of Textual's command palette returns a Content
    names.variables = _variables(tree, names.functions)
    widgets = _widgets(tree)
    allow_fields = file.resolve() in FIELDS
    for node in ast.walk(tree):
        for problem in _node_problems(node, names, widgets, allow_fields=allow_fields):
            yield f"{file}:{getattr(node, 'lineno', 0)}: {problem}"


def _node_problems(node: ast.AST, names: Names, widgets: set[str], *, allow_fields: bool) -> Iterator[str]:
    if isinstance(node, ast.Call):
        yield from _call_problems(node, names, widgets)
        yield from () if allow_fields else _field_problems(node.func)
    elif isinstance(node, ast.ClassDef) and not allow_fields:
        for base in node.bases:
            yield from _field_problems(base)
    elif isinstance(node, ast.Assign) and not _is_safe(node.value, names):
        targets = [target.attr for target in node.targets if isinstance(target, ast.Attribute)]
        parsed = (attribute for attribute in targets if attribute in ATTRIBUTES)
        yield from (
            f"{attribute} parses markup, but gets {_excerpt(node.value)}; make it a Content" for attribute in parsed
        )


def _field_problems(widget: ast.expr) -> Iterator[str]:
    if _name(widget) in FORBIDDEN:
        yield f"{_name(widget)} shows unsafe text unchanged; use {FORBIDDEN[_name(widget)]}"


def _call_problems(call: ast.Call, names: Names, widgets: set[str]) -> Iterator[str]:
    name = _name(call.func)
    if name in MARKUP_MAKERS:
        yield f"{name} parses markup; build a Content"
    if name in PARSERS and _is_from_textual(call.func, widgets) and not _is_unparsed(call):
        unsafe = (argument for argument in _parsed(call, PARSERS[name]) if not _is_safe(argument, names))
        yield from (f"{name} parses markup, but gets {_excerpt(argument)}; make it a Content" for argument in unsafe)


def _excerpt(node: ast.expr) -> str:
    return ast.unparse(node)[:60]


def _widgets(tree: ast.AST) -> set[str]:
    """Return what a file imports from Textual, and its names for widgets."""
    imports = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual")
        for alias in node.names
    }
    variables = {
        _name(node.targets[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and _name(node.value.func) in imports & set(PARSERS)
    }
    return imports | variables


def _is_from_textual(function: ast.expr, widgets: set[str]) -> bool:
    """Return whether a function is Textual's: a dict has an `update` too."""
    if not isinstance(function, ast.Attribute):
        return _name(function) in widgets
    if function.attr != "update":
        return True
    owner = function.value
    return _name(owner.func if isinstance(owner, ast.Call) else owner) in widgets | {"query_one"}


def _parsed(call: ast.Call, parameter: str) -> Iterator[ast.expr]:
    if parameter == "*":
        yield from (argument.value if isinstance(argument, ast.Starred) else argument for argument in call.args)
        return
    yield from call.args[1:2] if _name(call.func) == "Hit" else call.args[:1]
    yield from (keyword.value for keyword in call.keywords if keyword.arg == parameter)


def _is_unparsed(call: ast.Call) -> bool:
    flags = (keyword for keyword in call.keywords if keyword.arg == "markup")
    return any(isinstance(flag.value, ast.Constant) and flag.value.value is False for flag in flags)


def _is_safe(node: ast.expr, names: Names) -> bool:
    """Return whether an expression is a Content, or text without a bracket."""
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, str) or "[" not in node.value
    if isinstance(node, ast.IfExp):
        return _is_safe(node.body, names) and _is_safe(node.orelse, names)
    if isinstance(node, ast.BinOp):
        return _is_safe(node.left, names) and _is_safe(node.right, names)
    if isinstance(node, ast.List | ast.Tuple):
        return all(_is_safe(element, names) for element in node.elts)
    if isinstance(node, ast.ListComp | ast.GeneratorExp):
        return _is_safe(node.elt, names)
    if isinstance(node, ast.Call):
        return _makes_content(node.func, names)
    if isinstance(node, ast.Name | ast.Attribute):
        return _name(node) in names.variables | names.functions
    return False


def _makes_content(function: ast.expr, names: Names) -> bool:
    name = _name(function)
    if name == "Content" or name in names.functions:
        return True
    if not isinstance(function, ast.Attribute):
        return False
    owner = function.value
    return _name(owner) == "Content" or (isinstance(owner, ast.Call) and _makes_content(owner.func, names))


def _variables(tree: ast.AST, functions: set[str]) -> set[str]:
    """Return the names to which a file assigns nothing but Content."""
    annotated: dict[str, bool] = {}
    assigned: list[tuple[str, ast.expr]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.arg) and node.annotation:
            annotated[node.arg] = annotated.get(node.arg, True) and _is_content_type(node.annotation)
        elif isinstance(node, ast.AnnAssign):
            name = _name(node.target)
            annotated[name] = annotated.get(name, True) and _is_content_type(node.annotation)
        elif isinstance(node, ast.Assign):
            assigned += [(_name(target), node.value) for target in node.targets]
    names = Names(functions, {name for name, is_content in annotated.items() if is_content})
    while True:  # a name that is found to be Content can make others Content
        unsafe = {name for name, value in assigned if not _is_safe(value, names)}
        safe = {name for name, _ in assigned if name and name not in unsafe and annotated.get(name, True)}
        if safe <= names.variables:
            return names.variables
        names.variables |= safe


def _is_content_type(annotation: ast.expr | None) -> bool:
    """Return whether a type is Content or a sequence of it."""
    if annotation is None:
        return False
    name = ast.unparse(annotation).strip("'\"")
    return name in {"Content", "list[Content]", "Sequence[Content]", "tuple[Content, ...]", "Iterator[Content]"}


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    return node.id if isinstance(node, ast.Name) else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

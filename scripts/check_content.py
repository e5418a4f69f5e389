"""Forbids bare strings to widgets that parse markup: `[Reuters] said` loses its word there, and `[/]` ends the program.

    python scripts/check_content.py [FILE ...]      all of tui/reader, where no file is named

What Textual parses has to be a `Content`, or a literal without a bracket: the program's own words. A name counts as a
`Content` where it is annotated so, is assigned from one, or comes from a function of tui/reader that returns one.
Fields to type in are `LineInput` and `TextInput`, which clean what they show; `Input` and `TextArea` are forbidden.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

READER = Path(__file__).resolve().parent.parent / "tui" / "reader"
FIELDS = tuple(READER / "widgets" / f"{name}_input.py" for name in ("line", "text"))
"""The one place that may build on Textual's own fields."""

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
"""What parses its argument of this name (the first), or all that it gets (`*`)."""
ATTRIBUTES = frozenset({"border_title", "border_subtitle", "tooltip", "label", "prompt"})
"""Assigned to a widget, these are parsed."""
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
    """What is known to be `Content`."""

    functions: set[str] = field(default_factory=set)
    """Functions and properties that return one, or several."""
    variables: set[str] = field(default_factory=set)
    """Parameters, variables and attributes that hold one, or several."""


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong in the files, and return 1 where something is."""
    files = [Path(each) for each in arguments] or sorted(READER.rglob("*.py"))
    known = returns_content(sorted({*files, *READER.rglob("*.py")}))
    wrong = [line for file in files for line in complaints(file, known)]
    print("\n".join(wrong) or f"{len(files)} files: nothing but content goes where markup is parsed")
    return 1 if wrong else 0


def returns_content(files: Sequence[Path]) -> set[str]:
    """Return the names of the functions that return content."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    return {
        node.name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and _is_content_type(node.returns)
    }


def complaints(file: Path, functions: set[str]) -> Iterator[str]:
    """Yield what is wrong in a file, with its place."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    known = Names(functions | {"highlight"}, set())  # a command palette's matcher returns a Content
    known.variables = _variables(tree, known.functions)
    widgets = _widgets(tree)
    for node in ast.walk(tree):
        for wrong in _wrongs(node, known, widgets, allow_fields=file.resolve() in FIELDS):
            yield f"{file}:{getattr(node, 'lineno', 0)}: {wrong}"


def _wrongs(node: ast.AST, known: Names, widgets: set[str], *, allow_fields: bool) -> Iterator[str]:
    if isinstance(node, ast.Call):
        yield from _wrong_call(node, known, widgets)
        yield from () if allow_fields else _wrong_field(node.func)
    elif isinstance(node, ast.ClassDef) and not allow_fields:
        for base in node.bases:
            yield from _wrong_field(base)
    elif isinstance(node, ast.Assign) and not _is_safe(node.value, known):
        parsed = (each for each in node.targets if isinstance(each, ast.Attribute) and each.attr in ATTRIBUTES)
        yield from (f"{each.attr} is parsed, and gets {_words(node.value)}; make it a Content" for each in parsed)


def _wrong_field(widget: ast.expr) -> Iterator[str]:
    if _name(widget) in FORBIDDEN:
        yield f"{_name(widget)} shows what it holds as it is; use {FORBIDDEN[_name(widget)]}"


def _wrong_call(call: ast.Call, known: Names, widgets: set[str]) -> Iterator[str]:
    name = _name(call.func)
    if name in MARKUP_MAKERS:
        yield f"{name} parses markup; build a Content"
    if name in PARSERS and _is_textuals(call.func, widgets) and not _is_unparsed(call):
        unsafe = (each for each in _parsed(call, PARSERS[name]) if not _is_safe(each, known))
        yield from (f"{name} parses markup, and gets {_words(each)}; make it a Content" for each in unsafe)


def _words(node: ast.expr) -> str:
    return ast.unparse(node)[:60]


def _widgets(tree: ast.AST) -> set[str]:
    """Return what a file takes from Textual, and the names that it gives to widgets made of that."""
    taken = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual")
        for alias in node.names
    }
    made = {
        _name(node.targets[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and _name(node.value.func) in taken & set(PARSERS)
    }
    return taken | made


def _is_textuals(function: ast.expr, widgets: set[str]) -> bool:
    """Tell whether a call is one of Textual's: dictionaries have an `update`, too."""
    if not isinstance(function, ast.Attribute):
        return _name(function) in widgets
    if function.attr != "update":
        return True
    owner = function.value
    return _name(owner.func if isinstance(owner, ast.Call) else owner) in widgets | {"query_one"}


def _parsed(call: ast.Call, parameter: str) -> Iterator[ast.expr]:
    if parameter == "*":
        yield from (each.value if isinstance(each, ast.Starred) else each for each in call.args)
        return
    yield from call.args[1:2] if _name(call.func) == "Hit" else call.args[:1]
    yield from (keyword.value for keyword in call.keywords if keyword.arg == parameter)


def _is_unparsed(call: ast.Call) -> bool:
    flags = (keyword for keyword in call.keywords if keyword.arg == "markup")
    return any(isinstance(flag.value, ast.Constant) and flag.value.value is False for flag in flags)


def _is_safe(node: ast.expr, known: Names) -> bool:
    """Tell whether an expression is a Content, or words of the program itself without a bracket."""
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, str) or "[" not in node.value
    if isinstance(node, ast.IfExp):
        return _is_safe(node.body, known) and _is_safe(node.orelse, known)
    if isinstance(node, ast.BinOp):
        return _is_safe(node.left, known) and _is_safe(node.right, known)
    if isinstance(node, ast.List | ast.Tuple):
        return all(_is_safe(each, known) for each in node.elts)
    if isinstance(node, ast.ListComp | ast.GeneratorExp):
        return _is_safe(node.elt, known)
    if isinstance(node, ast.Call):
        return _makes_content(node.func, known)
    if isinstance(node, ast.Name | ast.Attribute):
        return _name(node) in known.variables or _name(node) in known.functions
    return False


def _makes_content(function: ast.expr, known: Names) -> bool:
    name = _name(function)
    if name == "Content" or name in known.functions:
        return True
    if not isinstance(function, ast.Attribute):
        return False
    owner = function.value
    return _name(owner) == "Content" or (isinstance(owner, ast.Call) and _makes_content(owner.func, known))


def _variables(tree: ast.AST, functions: set[str]) -> set[str]:
    """Return the names that hold content wherever a file gives them a value."""
    held: dict[str, bool] = {}
    assigned: list[tuple[str, ast.expr]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.arg) and node.annotation:
            held[node.arg] = held.get(node.arg, True) and _is_content_type(node.annotation)
        elif isinstance(node, ast.AnnAssign):
            held[_name(node.target)] = held.get(_name(node.target), True) and _is_content_type(node.annotation)
        elif isinstance(node, ast.Assign):
            assigned += [(_name(target), node.value) for target in node.targets]
    known = Names(functions, {name for name, is_content in held.items() if is_content})
    for _ in assigned:  # each round may settle what the next one stands on
        settled = {name for name, _ in assigned if all(_is_safe(value, known) for of, value in assigned if of == name)}
        grown = known.variables | {name for name in settled if name and held.get(name, True)}
        if grown == known.variables:
            break
        known.variables = grown
    return known.variables


def _is_content_type(annotation: ast.expr | None) -> bool:
    """Tell whether a type is Content, or a sequence of it."""
    if annotation is None:
        return False
    written = ast.unparse(annotation).strip("'\"")
    return written in {"Content", "list[Content]", "Sequence[Content]", "tuple[Content, ...]", "Iterator[Content]"}


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    return node.id if isinstance(node, ast.Name) else ""


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

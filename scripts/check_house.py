"""Check that the code keeps the shape described in docs/architecture.md.

    python scripts/check_house.py

Print each break of a rule as `file:line: message`, then the figures. Exit with 1 if a rule is broken.
"""

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tui"
DOCUMENTED = ("tui", "scripts", "benchmarks", "tests")
MAX_CLASS_LINES = 400
MAX_LOOSE_IN_READER = 8
MAX_SUMMARY = 72
"""In code points: the first line of a docstring."""
NOT_MIRRORED = ("tui.reader", "tui.__main__", "tui.cli")
"""Modules that `tests/reader` and `tests/system` test by use."""
EXTRAS = ("aiohttp", "textual_serve")
"""Packages of the extra `serve`, whose classes are the bases of some."""
HANDLERS = ("on_", "watch_", "validate_", "compute_")
"""Prefixes of methods that Textual calls; their names say when."""
_SENTENCE_END = re.compile(r"[.!?] +[A-Z]")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def main() -> int:
    """Check every rule and return the exit status."""
    rules = (
        long_classes,
        loose_modules,
        reader_modules_without_textual,
        duplicate_names,
        bad_summaries,
        undocumented_methods,
        shadowed_names,
        mismatched_tests,
    )
    breaks = [message for rule in rules for message in rule()]
    sys.stdout.writelines(f"{message}\n" for message in breaks)
    sys.stdout.writelines(
        f"{name} is not checked: {extra} is not installed\n" for name, extra in missing_extras().items()
    )
    sys.stdout.write(f"{len(modules())} modules, {len(classes())} classes, {_largest_class()}; ")
    sys.stdout.write(f"{len(breaks)} breaks of {len(rules)} rules\n")
    return 1 if breaks else 0


@cache
def modules() -> dict[str, Path]:
    """Return the files of the package's modules by their dotted names."""
    files = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
    return {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in files}


@cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def missing_extras() -> dict[str, str]:
    """Return the modules that need an extra that is not installed, with it."""
    absent = {extra for extra in EXTRAS if find_spec(extra) is None}
    needed = {name: absent & set(imported(path)) for name, path in modules().items() if name.startswith("tui.serving.")}
    return {name: min(extras) for name, extras in needed.items() if extras}


@cache
def classes() -> dict[type, tuple[Path, ast.ClassDef]]:
    """Return the file and the syntax of each class at the top of a module."""
    return {
        getattr(import_module(name), node.name): (path, node)
        for name, path in modules().items()
        if name not in missing_extras()
        for node in syntax(path).body
        if isinstance(node, ast.ClassDef)
    }


def long_classes() -> Iterator[str]:
    """Yield the classes that are too long together with their bases."""
    for cls, (path, node) in classes().items():
        lines = class_lines(cls)
        if lines > MAX_CLASS_LINES:
            yield at(path, node.lineno, f"{node.name} has {lines} lines with its bases, {MAX_CLASS_LINES} at most")


def class_lines(cls: type) -> int:
    """Return the number of lines of a class and its bases in the package."""
    nodes = (classes()[base][1] for base in cls.__mro__ if base in classes())
    return sum((node.end_lineno or node.lineno) - node.lineno + 1 for node in nodes)


def _largest_class() -> str:
    largest = max(classes(), key=class_lines, default=None)
    return f"largest {largest.__name__} with {class_lines(largest)} lines" if largest else "none"


def loose_modules() -> Iterator[str]:
    """Yield the modules of storage, and too many of the reader, in no room."""
    for path in _modules_in("storage"):
        yield at(path, 1, "is loose in storage; move it into one of the rooms")
    loose = _modules_in("reader")
    if len(loose) > MAX_LOOSE_IN_READER:
        yield at(loose[-1], 1, f"is loose: reader has {len(loose)} such modules, {MAX_LOOSE_IN_READER} at most")


def _modules_in(room: str) -> list[Path]:
    return [path for path in modules().values() if path.parent == PACKAGE / room]


def reader_modules_without_textual() -> Iterator[str]:
    """Yield the modules of the reader that do not import Textual.

    A module may import it through another module of the reader.
    """
    imports = {name: set(imported(path)) for name, path in modules().items() if name.startswith("tui.reader.")}
    needing = {"textual"}
    while more := {name for name, needed in imports.items() if name not in needing and needed & needing}:
        needing |= more
    for name in sorted(imports.keys() - needing):
        yield at(modules()[name], 1, "needs no Textual; move it below the reader")


def imported(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports at runtime, with their packages.

    `from textual.app import App` yields `textual`, `textual.app` and `textual.app.App`.
    """
    for node in _runtime_nodes(syntax(path)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for parts in (name.split(".") for name in names):
            yield from (".".join(parts[:length]) for length in range(1, len(parts) + 1))


def _runtime_nodes(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        yield child
        yield from _runtime_nodes(child)


def duplicate_names() -> Iterator[str]:
    """Yield the public classes and functions that share their name."""
    first: dict[str, Path] = {}
    for path in modules().values():
        for node in syntax(path).body:
            if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
                other = first.setdefault(node.name, path)
                if other != path:
                    message = f"{node.name} is defined in {other.relative_to(ROOT)} too; rename one of them"
                    yield at(path, node.lineno, message)


def bad_summaries() -> Iterator[str]:
    """Yield the docstrings whose first line is not one short sentence."""
    for folder in DOCUMENTED:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(syntax(path)):
                if isinstance(node, ast.Module | ast.ClassDef | Function):
                    for fault in _summary_faults(ast.get_docstring(node) or ""):
                        yield at(path, getattr(node, "lineno", 1), f"the docstring's first {fault}")


def _summary_faults(docstring: str) -> Iterator[str]:
    summary, _, rest = docstring.partition("\n")
    if len(summary) > MAX_SUMMARY:
        yield f"line has {len(summary)} characters, {MAX_SUMMARY} at most"
    if ";" in summary:
        yield "line has a semicolon"
    if _SENTENCE_END.search(summary):
        yield "line has two sentences"
    if rest.partition("\n")[0]:
        yield "sentence has two lines"


def undocumented_methods() -> Iterator[str]:
    """Yield the public methods of several statements without a docstring.

    A method that overrides one of a base class needs none.
    """
    for cls, (path, node) in classes().items():
        for method in node.body:
            if not isinstance(method, Function) or method.name.startswith(("_", *HANDLERS)):
                continue
            overrides = any(hasattr(base, method.name) for base in cls.__mro__[1:])
            if len(method.body) > 1 and not overrides and not ast.get_docstring(method):
                yield at(path, method.lineno, f"{node.name}.{method.name} has no docstring")


OVERRIDES = {
    ("DiptychApp", "_display"),
    ("DiptychApp", "_handle_exception"),
    ("DiptychApp", "_shutdown"),
    ("InputDriver", "_file"),
    ("_LayoutParser", "_sequence_to_key_events"),
}
"""Private names of Textual that are set on purpose.

There is no public hook for a frame that is sent, for an error that ends it, for its end before the screens', for the
stream it draws on, or for what a key's sequence says.
"""


def shadowed_names() -> Iterator[str]:
    """Yield the private names that a class shares with a base in Textual."""
    messages: dict[str, None] = {}
    for cls in classes():
        textual = {name for base in cls.__mro__ if base.__module__.startswith("textual.") for name in _names_of(base)}
        for path, node in (classes()[base] for base in cls.__mro__ if base in classes()):
            for name, line in _private_names(node).items():
                if name in textual and (node.name, name) not in OVERRIDES:
                    messages[at(path, line, f"{node.name} sets {name}, which Textual uses too; rename it")] = None
    yield from messages


@cache
def _names_of(cls: type) -> frozenset[str]:
    return frozenset(_private_names(ast.parse(dedent(inspect.getsource(cls)))))


def _private_names(cls: ast.AST) -> dict[str, int]:
    """Return the private names that a class defines, each with its line.

    Methods such as `_on_mount` are left out: Textual calls those of every class.
    """
    lines: dict[str, int] = {}
    for node in ast.walk(cls):
        if isinstance(node, Function):
            lines.setdefault(node.name, node.lineno)
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            lines.setdefault(ast.unparse(node).removeprefix("self."), node.lineno)
    return {name: line for name, line in lines.items() if re.match(r"_(?!_|on_)\w", name)}


def mismatched_tests() -> Iterator[str]:
    """Yield modules with logic but no test file, and test files of no module."""
    tests = set((ROOT / "tests/unit").rglob("test_*.py"))
    expected = {_test_file(path): path for name, path in modules().items() if _is_mirrored(name)}
    for test, path in expected.items():
        if test not in tests and _has_logic(syntax(path)):
            yield at(path, 1, f"has no {test.relative_to(ROOT)}")
    for test in sorted(tests - expected.keys()):
        yield at(test, 1, "is named after no module")


def _is_mirrored(name: str) -> bool:
    return not any(f"{name}.".startswith(f"{room}.") for room in NOT_MIRRORED)


def _test_file(path: Path) -> Path:
    return ROOT / "tests/unit" / path.relative_to(PACKAGE).parent / f"test_{path.stem.strip('_')}.py"


def _has_logic(tree: ast.Module) -> bool:
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    return any(not _is_empty(statement) for function in functions for statement in function.body)


def _is_empty(statement: ast.stmt) -> bool:
    """Return whether a statement is a docstring, `...` or `pass`."""
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def at(path: Path, line: int, message: str) -> str:
    """Return a message with its file and line."""
    return f"{path.relative_to(ROOT)}:{line}: {message}"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())

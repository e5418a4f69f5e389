"""Check that the code keeps the shape that docs/architecture.md describes.

    python scripts/check_house.py

Prints each break of a rule as `file:line: message`, then the figures. Exits with 1 if a rule is broken.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tui"
DOCUMENTED = ("tui", "scripts", "benchmarks", "tests/support")
MAX_CLASS_LINES = 400
MAX_LOOSE_IN_READER = 8
MAX_FIRST_LINE = 72
NOT_MIRRORED = ("tui.reader", "tui.__main__", "tui.cli")
"""Modules without a unit test of their own: `tests/reader` and `tests/system` test them by use."""


def main() -> int:
    """Check every rule and return the exit status."""
    checks = (
        class_sizes,
        loose_modules,
        reader_without_textual,
        names_with_two_meanings,
        first_lines,
        undocumented_methods,
        shadowed_attributes,
        missing_tests,
    )
    breaks = [each for check in checks for each in check()]
    sys.stdout.writelines(f"{each}\n" for each in breaks)
    sys.stdout.write(f"{len(modules())} modules, {len(classes())} classes, largest {_largest()}; ")
    sys.stdout.write(f"{len(breaks)} breaks of {len(checks)} rules\n")
    return 1 if breaks else 0


@cache
def modules() -> dict[str, Path]:
    """Return the file of each module of the package, by its dotted name, without the `__init__` ones."""
    files = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
    return {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in files}


@cache
def syntax(path: Path) -> ast.Module:
    """Return a file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def classes() -> dict[type, tuple[Path, ast.ClassDef]]:
    """Return every class that a module defines at its top, with its file and its place there."""
    found = {}
    for name, path in modules().items():
        for node in syntax(path).body:
            if isinstance(node, ast.ClassDef):
                found[getattr(import_module(name), node.name)] = (path, node)
    return found


def class_sizes() -> Iterator[str]:
    """No class is longer than 400 lines with everything that it inherits from the package."""
    for kind, (path, node) in classes().items():
        lines = class_lines(kind)
        if lines > MAX_CLASS_LINES:
            yield at(path, node.lineno, f"{node.name} has {lines} lines with its bases, {MAX_CLASS_LINES} at most")


def class_lines(kind: type) -> int:
    """Return the lines of a class and of its bases in the package."""
    places = (classes().get(base) for base in kind.__mro__)
    return sum((node.end_lineno or node.lineno) - node.lineno + 1 for _, node in filter(None, places))


def _largest() -> str:
    kind = max(classes(), key=class_lines)
    return f"{kind.__name__} with {class_lines(kind)} lines"


def loose_modules() -> Iterator[str]:
    """Each module of storage is in a room, and most of the reader's are."""
    for path in sorted((PACKAGE / "storage").glob("*.py")):
        if path.name != "__init__.py":
            yield at(path, 1, "stands loose in storage; move it to one of the rooms")
    loose = sorted((PACKAGE / "reader").glob("*.py"))
    if len(loose) > MAX_LOOSE_IN_READER:
        yield at(loose[-1], 1, f"reader has {len(loose)} loose modules, {MAX_LOOSE_IN_READER} at most")


def reader_without_textual() -> Iterator[str]:
    """Each module of the reader needs Textual, itself or through another module of the reader."""
    imports = {name: set(imported(path)) for name, path in modules().items() if name.startswith("tui.reader.")}
    needing = {name for name, found in imports.items() if any(each.split(".")[0] == "textual" for each in found)}
    while more := {name for name, found in imports.items() if name not in needing and found & needing}:
        needing |= more
    for name in sorted(set(imports) - needing):
        yield at(modules()[name], 1, "needs no Textual; move it below the reader")


def imported(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports when it runs, anywhere in it."""
    for node in _running(syntax(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _running(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        yield child
        yield from _running(child)


def names_with_two_meanings() -> Iterator[str]:
    """No two modules define a class or a public function of the same name."""
    found = defaultdict(list)
    for path in modules().values():
        for node in syntax(path).body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.name[0] != "_":
                found[node.name].append((path, node.lineno))
    for name, (first, *others) in found.items():
        for path, line in others:
            yield at(path, line, f"{name} is defined in {first[0].relative_to(ROOT)} too; rename one of them")


def first_lines() -> Iterator[str]:
    """The first line of a docstring is short, and one sentence."""
    for folder in DOCUMENTED:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(syntax(path)):
                yield from _first_line(path, node)


def _first_line(path: Path, node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return
    first = (ast.get_docstring(node) or "").partition("\n")[0]
    if len(first) > MAX_FIRST_LINE:
        yield at(path, getattr(node, "lineno", 1), f"the docstring's first line has {len(first)} characters")
    if ";" in first:
        yield at(path, getattr(node, "lineno", 1), "the docstring's first line has a semicolon")


def undocumented_methods() -> Iterator[str]:
    """A public method of more than one statement has a docstring, unless it overrides one of a base class."""
    for kind, (path, node) in classes().items():
        for method in node.body:
            if not isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef) or method.name[0] == "_":
                continue
            overrides = any(hasattr(base, method.name) for base in kind.__mro__[1:])
            handler = method.name.startswith(("on_", "watch_", "validate_", "compute_"))
            if len(method.body) > 1 and not (overrides or handler or ast.get_docstring(method)):
                yield at(path, method.lineno, f"{node.name}.{method.name} has no docstring")


def shadowed_attributes() -> Iterator[str]:
    """No attribute that a class of the reader sets is one that Textual sets for its own use."""
    for kind, (path, node) in classes().items():
        foreign = [base for base in kind.__mro__ if base.__module__.startswith("textual.")]
        taken = {name for base in foreign for name in _assigned(_class_of(base)) if name.startswith("_")}
        for name, line in _assigned(node).items():
            if name in taken:
                yield at(path, line, f"{node.name} sets {name}, which Textual uses too; rename it")


@cache
def _class_of(kind: type) -> ast.AST:
    return ast.parse(dedent(inspect.getsource(kind)))


def _assigned(node: ast.AST) -> dict[str, int]:
    """Return the attributes that a class sets on itself, each with a line."""
    return {
        each.attr: each.lineno
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store) and ast.unparse(each.value) == "self"
    }


def missing_tests() -> Iterator[str]:
    """`tests/unit` has one file for each module with logic, and no other."""
    tests = set((ROOT / "tests/unit").rglob("test_*.py"))
    expected = {}
    for name, path in modules().items():
        if not name.startswith(NOT_MIRRORED):
            inside = path.relative_to(PACKAGE)
            expected[ROOT / "tests/unit" / inside.parent / f"test_{path.stem.strip('_')}.py"] = path
    for test, path in expected.items():
        if test not in tests and _has_logic(syntax(path)):
            yield at(path, 1, f"has no {test.relative_to(ROOT)}")
    for test in sorted(tests - set(expected)):
        yield at(test, 1, "is named after no module")


def _has_logic(tree: ast.Module) -> bool:
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return any(not isinstance(each.body[-1], ast.Expr) for each in functions)


def at(path: Path, line: int, message: str) -> str:
    """Return a message with its place."""
    return f"{path.relative_to(ROOT)}:{line}: {message}"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())

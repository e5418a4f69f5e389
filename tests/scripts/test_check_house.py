"""Test that `scripts/check_house.py` reports each broken rule."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import dedent

SCRIPT = Path(__file__).parents[2] / "scripts" / "check_house.py"

CLEAN = {
    "tui/model/person.py": '''
        """People."""

        from typing import Protocol


        class Named(Protocol):
            """What has a name."""

            def name(self) -> str:
                ...


        class Person:
            """A person whose name is shown in the first line of each of their letters."""

            def name(self) -> str:
                """Return the name."""
                first = "Ada"
                return first.title()

            def _greet(self) -> None:
                word = "hello"
                print(word)
    ''',
    "tui/model/guest.py": """
        from tui.model.person import Person

        class Guest(Person):
            def name(self) -> str:
                last = "Holm"
                return last.title()

        def _first(): ...
    """,
    "tui/model/host.py": "def _first(): ...",
    "tui/reader/app.py": """
        from textual.widget import Widget

        class Page(Widget):
            def on_mount(self) -> None:
                self.title = ""
                self._page_number = 1

            def _on_mount(self) -> None:
                self.refresh()
    """,
    "tui/reader/main.py": "import tui.reader.app",
    "tui/storage/files/lock.py": "WAIT = 5.0",
    "tests/unit/model/test_person.py": "",
    "tests/unit/model/test_guest.py": "",
}
"""A package that keeps every rule, with cases that nearly break one."""
FOUR_HUNDRED_LINES = "class Base:\n" + "    x = 1\n" * 199 + "class Long(Base):\n" + "    y = 1\n" * 199


FORKS = """
import os, runpy, sys
import textual.app
for script in sys.argv[1:]:
    if not os.fork():
        output = os.open(f"{script}.out", os.O_WRONLY | os.O_CREAT)
        os.dup2(output, 1)
        os.dup2(output, 2)
        sys.path[0] = os.path.dirname(script)
        runpy.run_path(script, run_name="__main__")
    print(os.waitstatus_to_exitcode(os.wait()[1]), flush=True)  # else the next process writes it too
"""
"""Runs scripts in processes of their own, which load Textual only once."""


def check(root: Path, *trees: Mapping[str, str]) -> list[tuple[int, list[str]]]:
    """Run a copy of the script in each tree, and return statuses and lines."""
    scripts = [write(root / str(number), tree) for number, tree in enumerate(trees)]
    command = [sys.executable, "-c", FORKS, *map(str, scripts)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    outputs = [script.with_name(f"{script.name}.out").read_text(encoding="utf-8") for script in scripts]
    return [(int(status), output.splitlines()) for status, output in zip(result.stdout.split(), outputs, strict=True)]


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Write these files and a copy of the script, and return its path."""
    script = "scripts/check_house.py"
    for name, source in {script: SCRIPT.read_text(encoding="utf-8"), "tui/__init__.py": "", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(source).removeprefix("\n"), encoding="utf-8")
    return root / script


BROKEN: Mapping[str, tuple[Mapping[str, str], str]] = {
    "a class that is too long with its base": (
        {"tui/model/long.py": FOUR_HUNDRED_LINES + "    y = 2\n"},
        "tui/model/long.py:201: Long has 401 lines with its bases, 400 at most",
    ),
    "a loose module in storage": (
        {"tui/storage/paths.py": "SEPARATOR = '/'"},
        "tui/storage/paths.py:1: is loose in storage; move it into one of the rooms",
    ),
    "too many loose modules in the reader": (
        {f"tui/reader/page{number}.py": "import textual" for number in range(7)},
        "tui/reader/page6.py:1: is loose: reader has 9 such modules, 8 at most",
    ),
    "a reader module that needs Textual only for types": (
        {"tui/reader/widgets/names.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import textual"},
        "tui/reader/widgets/names.py:1: needs no Textual; move it below the reader",
    ),
    "a class defined twice": (
        {"tui/storage/files/person.py": "TIMEOUT = 1\nclass Person: ..."},
        "tui/storage/files/person.py:2: Person is defined in tui/model/person.py too; rename one of them",
    ),
    "a function defined twice": (
        {"tui/model/guest.py": "def greet(): ...", "tui/model/host.py": "async def greet(): ..."},
        "tui/model/host.py:1: greet is defined in tui/model/guest.py too; rename one of them",
    ),
    "a long docstring line": (
        {"tests/support/rooms.py": f'"""{"x" * 73}"""'},
        "tests/support/rooms.py:1: the docstring's first line has 73 characters, 72 at most",
    ),
    "a docstring line with a semicolon": (
        {"scripts/sweep.py": 'def sweep():\n    """Sweep the floor; then rest."""'},
        "scripts/sweep.py:1: the docstring's first line has a semicolon",
    ),
    "a docstring line with two sentences": (
        {"benchmarks/sweep.py": 'class Broom:\n    """Sweep the floor. Then rest."""'},
        "benchmarks/sweep.py:1: the docstring's first line has two sentences",
    ),
    "a docstring sentence on two lines": (
        {"tui/model/rooms.py": '"""Describe the rooms and\nthe house."""'},
        "tui/model/rooms.py:1: the docstring's first sentence has two lines",
    ),
    "an undocumented public method": (
        {"tui/model/guest.py": "class Guest:\n    def leave(self):\n        x = 1\n        return x"},
        "tui/model/guest.py:2: Guest.leave has no docstring",
    ),
    "a class attribute that Textual uses": (
        {"tui/reader/main.py": "from textual.widget import Widget\nclass Main(Widget):\n    _size = 1"},
        "tui/reader/main.py:3: Main sets _size, which Textual uses too; rename it",
    ),
    "an attribute of a mixin that Textual uses": (
        {
            "tui/reader/main.py": """
                from textual.widget import Widget
                class Sized:
                    def grow(self): self._size = 1
                class Main(Sized, Widget): ...
            """
        },
        "tui/reader/main.py:3: Sized sets _size, which Textual uses too; rename it",
    ),
    "a method that Textual uses": (
        {"tui/reader/main.py": "from textual.app import App\nclass Main(App):\n    def _register(self): ..."},
        "tui/reader/main.py:3: Main sets _register, which Textual uses too; rename it",
    ),
    "a module without tests": (
        {"tui/storage/files/lock.py": "def lock(): return 1"},
        "tui/storage/files/lock.py:1: has no tests/unit/storage/files/test_lock.py",
    ),
    "tests of no module": (
        {"tests/unit/model/test_greetings.py": ""},
        "tests/unit/model/test_greetings.py:1: is named after no module",
    ),
}
"""Files that break a rule, each with what is reported."""


def test_a_broken_rule_is_reported_with_its_file_and_line(tmp_path: Path) -> None:
    outcomes = check(tmp_path, *({**CLEAN, **files} for files, _ in BROKEN.values()))
    assert dict(zip(BROKEN, outcomes, strict=True)) == {
        name: (1, [message, _figures(lines)])
        for (name, (_, message)), (_, lines) in zip(BROKEN.items(), outcomes, strict=True)
    }


def _figures(lines: Sequence[str]) -> str:
    assert lines[-1].endswith("; 1 breaks of 8 rules"), lines
    return lines[-1]


def test_a_package_that_keeps_every_rule_passes(tmp_path: Path) -> None:
    ((status, lines),) = check(tmp_path, CLEAN)
    assert (status, lines) == (0, ["6 modules, 4 classes, largest Guest with 15 lines; 0 breaks of 8 rules"])


def test_a_class_and_a_room_as_large_as_allowed_pass(tmp_path: Path) -> None:
    pages = {f"tui/reader/page{number}.py": "import textual" for number in range(8)}
    ((status, lines),) = check(tmp_path, {**pages, "tui/model/long.py": FOUR_HUNDRED_LINES})
    assert (status, lines) == (0, ["9 modules, 2 classes, largest Long with 400 lines; 0 breaks of 8 rules"])


def test_an_empty_package_passes(tmp_path: Path) -> None:
    assert check(tmp_path, {}) == [(0, ["0 modules, 0 classes, none; 0 breaks of 8 rules"])]

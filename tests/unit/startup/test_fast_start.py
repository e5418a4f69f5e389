"""Opening the reader without the commands, if only paths are given."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tui.errors import ArticleError
from tui.model import Workspace
from tui.session.start import Start
from tui.startup import fast_start

Opened = list[tuple[Path, tuple[str, ...]]]


@pytest.fixture
def opened(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Replace the reader, and return what it was opened with."""
    calls: Opened = []

    def run(start: Start, **_: object) -> int:
        calls.append((start.workspace.root, start.articles))
        return 3

    monkeypatch.chdir(ferry.root)
    monkeypatch.setattr("tui.startup.fast_start.is_interactive", lambda: True)
    monkeypatch.setitem(sys.modules, "tui.reader.app", SimpleNamespace(run=run))
    return calls


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ([], ("north", "south")),
        (["."], ("north", "south")),
        (["articles/south.txt"], ("south",)),
        (["articles/south.txt", "articles/north.txt"], ("south", "north")),
    ],
)
def test_paths_are_opened_at_once(opened: Opened, ferry: Workspace, words: list[str], ids: tuple[str, ...]) -> None:
    assert fast_start.open_at_once(words) == 3
    assert opened == [(ferry.root, ids)]


@pytest.mark.parametrize(
    "words",
    [
        ["--ascii"],
        ["-w", "."],
        ["check"],
        ["read"],
        ["chekc"],
        ["."] * 2,
        ["", "."],
        ["articles/south.txt", "gone.txt"],
    ],
)
def test_options_commands_and_mistakes_are_left_to_the_commands(opened: Opened, words: list[str]) -> None:
    assert fast_start.open_at_once(words) is None
    assert not opened


def test_a_folder_named_like_a_command_is_left_to_the_commands(opened: Opened, ferry: Workspace) -> None:
    (ferry.root / "check/articles").mkdir(parents=True)
    (ferry.root / "check/articles/one.txt").write_text("Only one", "utf-8")
    assert fast_start.open_at_once(["check"]) is None
    assert fast_start.open_at_once(["./check"]) == 3
    assert opened == [(ferry.root / "check", ("one",))]


def test_a_folder_outside_of_any_workspace_is_left_to_the_commands(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert fast_start.open_at_once([]) is None
    assert fast_start.open_at_once(["."]) is None
    assert not opened


def test_a_pipe_is_left_to_the_commands(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.startup.fast_start.is_interactive", lambda: False)
    assert fast_start.open_at_once([]) is None
    assert not opened


def test_an_error_while_opening_is_one_line(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*_: object, **__: object) -> int:
        raise ArticleError("is\x1b gone", Path("a.txt"))

    monkeypatch.setitem(sys.modules, "tui.reader.app", SimpleNamespace(run=run))
    assert fast_start.open_at_once([]) == 2
    assert capsys.readouterr().err == "diptych: a.txt: is␛ gone\n"


WITHOUT_TLS = """
import sys
from tui.startup.fast_start import without_tls
with without_tls():
    import asyncio
loaded = "ssl" in sys.modules
import ssl
print(loaded, ssl.create_default_context is not None)
"""


def test_tls_is_not_loaded_but_can_be_later() -> None:
    process = subprocess.run([sys.executable, "-c", WITHOUT_TLS], capture_output=True, text=True, check=True)
    assert process.stdout == "False True\n"


def test_the_program_starts_without_click_and_textual() -> None:
    code = "import sys; import tui.__main__; print(*sys.modules)"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"click", "tui.cli", "textual"}.isdisjoint(process.stdout.split())


SLOW_MODULES = {
    *("yaml", "rapidfuzz", "tui.intake", "tui.storage.web", "hashlib", "json", "getpass", "rich.markdown"),
    "tui.attribution",
}
LOADED = """
import sys
import tui.reader.app
print(*sys.modules)
own = [module for name, module in sys.modules.items() if name.startswith("tui.")]
kinds = {value for module in own for value in vars(module).values() if isinstance(value, type)}
values = [kind for kind in kinds if "__dataclass_fields__" in vars(kind) and kind.__module__.startswith("tui.")]
print(*sorted(kind.__name__ for kind in values))
"""


def test_the_reader_is_imported_without_what_is_slow() -> None:
    process = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    modules, dataclasses = process.stdout.splitlines()
    assert SLOW_MODULES.isdisjoint(modules.split())
    # Python compiles six methods for each. A named tuple takes a fourth of the time.
    assert len(dataclasses.split()) <= 14

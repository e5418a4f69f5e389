"""Opening the reader at once, where nothing is asked for but what to read."""

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
    found: Opened = []

    def run(start: Start, **_: object) -> int:
        found.append((start.workspace.root, start.articles))
        return 3

    monkeypatch.chdir(ferry.root)
    monkeypatch.setattr("tui.startup.fast_start.is_interactive", lambda: True)
    monkeypatch.setitem(sys.modules, "tui.reader.app", SimpleNamespace(run=run))
    return found


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
def test_what_needs_a_second_look_is_left_to_the_commands(opened: Opened, words: list[str]) -> None:
    assert fast_start.open_at_once(words) is None
    assert not opened


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


def test_what_goes_wrong_is_one_line(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*_: object, **__: object) -> int:
        raise ArticleError("is\x1b gone", Path("a.txt"))

    monkeypatch.setitem(sys.modules, "tui.reader.app", SimpleNamespace(run=run))
    assert fast_start.open_at_once([]) == 2
    assert capsys.readouterr().err == "diptych: a.txt: is␛ gone\n"


ASKED = """
import sys
from tui.startup.fast_start import without_tls
with without_tls():
    import asyncio
known = "ssl" in sys.modules
import ssl
print(known, ssl.create_default_context is not None)
"""


def test_tls_is_not_loaded_to_read_and_can_be_loaded_later() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert done.stdout == "False True\n"


def test_the_program_itself_opens_without_the_commands() -> None:
    code = "import sys; import tui.__main__; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"click", "tui.cli", "textual"}.isdisjoint(done.stdout.split())


def test_the_reader_itself_loads_no_parser() -> None:
    code = "import sys; import tui.reader.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"yaml", "rapidfuzz"}.isdisjoint(done.stdout.split())

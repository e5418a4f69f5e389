"""`diptych read`: linear text, or the reader in a terminal."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from command_line import run

from tui.session.start import Start


def test_a_pipe_gets_linear_text(root: Path) -> None:
    for words in ((), (".",), (str(root),), ("read",), ("read", "--plain"), ("--plain",), ("-w", ".")):
        result = run(*words)
        assert result.exit_code == 0
        assert "A  Ferry runs aground in fog" in result.stdout
        assert "B  Radar failed before grounding, crew says" in result.stdout


def test_only_the_named_articles_are_read_in_their_order(root: Path) -> None:
    result = run("articles/south.txt")
    assert "A  Radar failed" in result.stdout
    assert "Ferry runs" not in result.stdout
    both = run("articles/south.txt", "articles/north.txt").stdout
    assert both.index("A  Radar failed") < both.index("B  Ferry runs")
    assert run("-w", ".", "south").stdout == result.stdout


def test_ascii_and_width_are_kept_in_linear_text(root: Path) -> None:
    lines = run("read", "--ascii", "--width", "40").stdout.splitlines()
    assert lines[0] == "-" * 40
    assert max(map(len, lines)) <= 40


@pytest.mark.parametrize(
    ("words", "ids", "annotator", "ascii_only"),
    [
        ((), ("north", "south"), "Mira", False),
        (("--annotator", "Ada", "--ascii"), ("north", "south"), "Ada", True),
        (("articles/south.txt", "articles/north.txt"), ("south", "north"), "Mira", False),
        (("-w", ".", "sou"), ("south",), "Mira", False),
    ],
)
def test_a_terminal_gets_the_reader(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    ids: tuple[str, ...],
    annotator: str,
    ascii_only: bool,
) -> None:
    opened: list[tuple[object, ...]] = []

    def open_reader(start: Start, *, annotated_status: int) -> int:
        opened.append((start.workspace.root, start.articles, start.annotator, start.config.ascii))
        return annotated_status or 3

    monkeypatch.setattr("tui.commands.read.is_interactive", lambda: True)
    monkeypatch.setitem(sys.modules, "tui.reader.app", SimpleNamespace(run=open_reader))
    assert run(*words).exit_code == 3
    assert opened == [(root, ids, annotator, ascii_only)]
    assert run("read", "--exit-code").exit_code == 10


def test_a_misspelt_command_or_path_is_refused(root: Path) -> None:
    assert run("chekc").stderr == 'diptych: there is no file, folder or command "chekc"; did you mean "check"?\n'
    assert run("articles/x.txt", "articles/south.txt").exit_code == 2
    assert run(".", "articles/south.txt").exit_code == 2
    assert run("chekc").exit_code == 2


def test_a_width_below_20_cells_is_refused(root: Path) -> None:
    assert run("read", "--plain", "--width", "19").exit_code == 2


def test_what_comes_through_a_pipe_is_added_and_shown(root: Path) -> None:
    result = run("-", input="New words\n\nMore of them")
    assert (result.exit_code, result.stderr) == (0, "articles/new-words.txt\n")
    assert "A  New words" in result.stdout
    assert "Ferry" not in result.stdout
    assert (root / "articles/new-words.txt").is_file()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("-", "articles/north.txt"),
            "- is what comes through a pipe; name it alone, or add it first with diptych add -",
        ),
        (("https://n.example/a",), "an address is not opened; diptych add fetches the page, and makes it an article"),
        (("a page.html",), "a page.html is no article; make it one with diptych add 'a page.html'"),
        (
            ("articles/north.txt", "a page.html"),
            "a page.html is no article; make it one with diptych add 'a page.html'",
        ),
    ],
)
def test_what_has_to_be_added_first_is_named(root: Path, words: tuple[str, ...], message: str) -> None:
    (root / "a page.html").write_text("<p>x", "utf-8")
    result = run(*words)
    assert (result.exit_code, result.stderr) == (2, f"diptych: {message}\n")


def test_a_pipe_that_is_not_read_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.commands.read.has_piped_input", lambda: True)
    assert run().stderr == "diptych: what comes through the pipe is not read; diptych - adds and opens it\n"
    assert run(".").stderr == ""


@pytest.mark.parametrize(("answer", "opened"), [("\n", ("the-port-is-shut",)), ("n\n", None)])
def test_a_document_is_added_and_read_if_the_user_wants(
    root: Path, monkeypatch: pytest.MonkeyPatch, answer: str, opened: tuple[str, ...] | None
) -> None:
    (root / "page.html").write_text("<title>The port is shut</title><p>The port was shut on Monday.</p>", "utf-8")
    starts: list[Start] = []

    def open_reader(start: Start, *, annotated_status: int) -> int:
        starts.append(start)
        return annotated_status

    monkeypatch.setattr("tui.commands.read.is_interactive", lambda: True)
    monkeypatch.setitem(sys.modules, "tui.reader.app", SimpleNamespace(run=open_reader))
    result = run("page.html", input=answer)
    assert f"Add page.html to the articles of {root}, and read? [Y/n]" in result.stderr
    assert [start.articles for start in starts] == ([opened] if opened else [])
    if opened is None:
        assert result.exit_code == 2
        assert "make it one with diptych add page.html" in result.stderr

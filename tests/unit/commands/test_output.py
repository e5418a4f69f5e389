"""Results, messages and progress, as they are printed."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import run

from tui.commands.output import (
    file_name,
    output_page,
    print_bytes,
    print_document,
    print_json,
    print_lines,
    print_message,
    require_pipe,
    stdout_width,
    with_progress,
    with_record_progress,
)
from tui.errors import UsageError
from tui.terminal.standard_streams import replace_closed_streams


def pieces(yielded: list[int]) -> Iterator[str]:
    """Yield 20,000 lines, and note each in `yielded`."""
    for number in range(20_000):
        yielded.append(number)
        yield f"{number}\n"


def test_each_piece_of_a_document_is_printed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    yielded: list[int] = []
    printed: list[int] = []
    monkeypatch.setattr(sys.stdout, "write", lambda _: printed.append(len(yielded)))
    print_document(pieces(yielded))
    assert printed == list(range(1, 20_001))


def test_a_terminal_gets_a_progress_bar_for_many_records(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(with_record_progress(pieces([]), 20_000)) == list(pieces([]))
    captured = capsys.readouterr()
    assert "Writing records" in captured.err
    assert "100%" in captured.err
    assert not captured.out


@pytest.mark.parametrize(("terminal", "records"), [(False, 20_000), (True, 100)])
def test_a_pipe_or_few_records_get_no_progress_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool, records: int
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    assert len(list(with_record_progress(pieces([]), records))) == 20_000
    assert not capsys.readouterr().err


def test_no_command_prints_a_control_character(root: Path) -> None:
    evil = "\x1b]0;owned\x07\x9b31m\u202e"
    (root / "articles/evil.txt").write_text(f"Title {evil}\n\nSome words {evil}.\n", "utf-8")
    quoted = json.dumps(f"words {evil}")
    (root / "annotations/evil.yaml").write_text(
        f"article: evil\noutlet: {quoted}\nannotations:\n"
        f"  - {{id: e, kind: claim, speaker: {quoted}, quote: {quoted}, body: {quoted}, cue: {quoted}}}\n"
        f"  - {{id: {quoted}, kind: {quoted}, quote: x}}\n",
        "utf-8",
    )
    commands = (("check",), ("check", "--anchors"), ("check", "--json"), ("notes",), ("notes", "--json"))
    for words in (*commands, ("compare",), ("compare", "--json"), ("read",), ("notes", "--kind", evil)):
        output = run(*words).output
        assert not set(output) & set("\x1b\x07\x9b\u202e")


def test_a_pipe_is_80_cells_wide_and_a_page_at_least_20(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (output_page().width, output_page(40).width, output_page(3).width) == (80, 40, 20)
    monkeypatch.setenv("COLUMNS", "132")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert stdout_width() == 132


def test_messages_go_to_stderr_and_lines_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    print_message("one\x1b")
    print_lines(["two", "three"])
    assert capsys.readouterr() == ("two\nthree\n", "one␛\n")


@pytest.mark.parametrize(("encoding", "printed"), [("utf-8", '"é"\n'), ("ascii", '"\\u00e9"\n')])
def test_json_is_escaped_if_stdout_lacks_unicode(monkeypatch: pytest.MonkeyPatch, encoding: str, printed: str) -> None:
    stdout = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stdout)
    print_json("é")
    stdout.seek(0)
    assert stdout.read() == printed


@pytest.mark.parametrize(("terminal", "printed"), [(True, "a␛\nb"), (False, "a\x1b\nb")])
def test_a_document_is_made_visible_for_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool, printed: str
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    print_document(["a\x1b\n", "b"])
    assert capsys.readouterr().out == printed


def test_bytes_are_for_a_pipe(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    require_pipe()
    print_lines(["a"])
    print_bytes(b"\xff\r\n")
    assert capsysbinary.readouterr().out == b"a\n\xff\r\n"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(UsageError, match="a terminal cannot show; name a file with -o"):
        require_pipe()


def test_bytes_for_a_closed_stdout_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    replace_closed_streams()
    with sys.stdout, pytest.raises(OSError, match="stdout is closed"):
        print_bytes(b"lost")


def test_a_path_inside_the_current_folder_is_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inside").mkdir()
    monkeypatch.chdir(tmp_path / "inside")
    assert file_name(tmp_path / "inside/a.txt") == "a.txt"
    assert file_name(tmp_path / "b.txt") == str(tmp_path / "b.txt")
    monkeypatch.chdir(tmp_path)
    assert file_name(tmp_path / "inside/a.txt") == "inside/a.txt"
    assert file_name(tmp_path / "b.txt") == "b.txt"


@pytest.mark.parametrize(("number", "has_bar"), [(200, True), (199, False)])
def test_a_terminal_gets_a_progress_bar_for_many_articles(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int, has_bar: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    ids = tuple(map(str, range(number)))
    assert tuple(with_progress(ids)) == ids
    assert ("Reading articles" in capsys.readouterr().err) is has_bar

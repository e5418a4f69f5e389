"""What the commands print while they are at work."""

import sys
from collections.abc import Iterator

import pytest

from tui.commands.output import print_document, with_record_progress


def pieces(taken: list[int]) -> Iterator[str]:
    for number in range(20_000):
        taken.append(number)
        yield f"{number}\n"


def test_a_document_is_printed_as_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []
    printed: list[int] = []
    monkeypatch.setattr(sys.stdout, "write", lambda _: printed.append(len(taken)))
    print_document(pieces(taken))
    assert printed == list(range(1, 20_001))


def test_a_bar_tells_on_a_terminal_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(with_record_progress(pieces([]), 20_000)) == list(pieces([]))
    said = capsys.readouterr()
    assert "Writing records" in said.err
    assert "100%" in said.err
    assert not said.out


@pytest.mark.parametrize(("terminal", "records"), [(False, 20_000), (True, 100)])
def test_no_bar_is_drawn_for_a_pipe_or_for_a_few(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool, records: int
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    assert len(list(with_record_progress(pieces([]), records))) == 20_000
    assert not capsys.readouterr().err

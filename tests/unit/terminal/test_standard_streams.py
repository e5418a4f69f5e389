"""Standard streams that are closed when the program starts."""

import sys

import pytest

from tui.terminal.standard_streams import open_closed_streams


def test_open_streams_stay_as_they_are() -> None:
    before = (sys.stdin, sys.stdout, sys.stderr)
    assert open_closed_streams()
    assert (sys.stdin, sys.stdout, sys.stderr) == before


def test_closed_streams_are_empty_or_forget_what_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert not open_closed_streams()
    with sys.stdin, sys.stdout, sys.stderr:
        assert sys.stdin.read() == ""
        assert not sys.stdin.isatty()
        assert sys.stdout.write("gone") == sys.stderr.write("gone") == 4

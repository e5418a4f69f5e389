"""Standard streams that are closed when the program starts."""

import sys

import pytest

from tui.terminal.standard_streams import replace_closed_streams


def test_open_streams_stay_as_they_are() -> None:
    before = (sys.stdin, sys.stdout, sys.stderr)
    replace_closed_streams()
    assert (sys.stdin, sys.stdout, sys.stderr) == before


def test_closed_streams_fail_when_they_are_used_but_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    replace_closed_streams()
    with sys.stdin, sys.stdout, sys.stderr:
        assert not sys.stdin.isatty()
        assert not sys.stdout.isatty()
        with pytest.raises(OSError, match="stdin is closed"):
            sys.stdin.read()
        for write in (sys.stdout.write, sys.stdout.writelines):
            with pytest.raises(OSError, match="stdout is closed"):
                write("lost")
        sys.stdout.flush()
        assert sys.stderr.write("gone") == 4

"""One line says what ended the reader, and where the report is."""

import pytest

from tui.terminal.crash import CRASH_STATUS, report_crash


def test_the_line_names_the_error_and_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert report_crash(ValueError("first\nsecond \x1b[2J")) == CRASH_STATUS
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    assert "ValueError: first second" in line
    assert "\x1b" not in line
    assert "crashes" in line


def test_an_end_without_an_error_is_reported_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert report_crash(None) == CRASH_STATUS
    assert "the terminal's input ended" in capsys.readouterr().err

"""A crash report has versions and a traceback, and no values."""

from pathlib import Path

import pytest

from tui.storage.files import crash_report
from tui.storage.files.crash_report import write_crash_report


def failed() -> Exception:
    secret = "what was typed"
    try:
        raise ValueError(f"broken {len(secret)}")
    except ValueError as error:
        return error


def test_a_report_has_versions_and_the_traceback_without_values() -> None:
    path = write_crash_report(failed())
    assert path
    report = path.read_text(encoding="utf-8")
    assert "Python 3." in report
    assert "textual 8" in report
    assert "ValueError: broken 14" in report
    assert "in failed" in report
    assert "what was typed\n" not in report


def test_only_the_latest_reports_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash_report, "KEPT_REPORTS", 2)
    paths = [write_crash_report(failed()) for _ in range(3)]
    assert [path is not None and path.exists() for path in paths] == [False, True, True]


def test_a_report_that_cannot_be_written_is_left_out(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = own_home / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    assert write_crash_report(failed()) is None

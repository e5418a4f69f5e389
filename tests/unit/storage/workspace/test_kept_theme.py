"""The theme of the last start is stored, if the disk allows it."""

from pathlib import Path

import pytest

from tui.storage.workspace.kept_theme import keep_theme, kept_theme


def test_a_theme_is_kept_and_a_broken_file_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert kept_theme() == ""
    assert keep_theme("light")
    assert kept_theme() == "light"
    (tmp_path / "diptych" / "theme").write_bytes(b"\xff\n")
    assert kept_theme() == ""
    (tmp_path / "diptych" / "theme").unlink()
    (tmp_path / "diptych" / "theme").mkdir()
    assert not keep_theme("light")

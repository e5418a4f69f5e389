"""Files that are read: regular ones, up to a limit."""

from pathlib import Path

import pytest

from tui.errors import RecordError
from tui.storage.files.source import read_yaml_file


def test_large_files_are_not_read(tmp_path: Path) -> None:
    file = tmp_path / "f"
    with file.open("wb") as opened:
        opened.truncate(100 * 1024 * 1024)
    with pytest.raises(RecordError, match="larger than 8 MiB"):
        read_yaml_file(file)


def test_only_files_are_read(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is not a file"):
        read_yaml_file(tmp_path)
    assert read_yaml_file(tmp_path / "none") is None

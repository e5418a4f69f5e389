"""What tells one state of a file from the next."""

import os
from pathlib import Path

from tui.storage.files.file_stamp import FileStamp, file_stamp


def test_the_stamp_of_a_file_is_that_of_its_status(tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_text("one")
    stamp = file_stamp(file)
    assert stamp == FileStamp.of(file.stat())
    assert stamp
    assert (stamp.size, stamp.inode) == (3, file.stat().st_ino)


def test_a_file_that_is_replaced_has_another_stamp_even_with_the_same_size_and_time(tmp_path: Path) -> None:
    file, other = tmp_path / "f", tmp_path / "other"
    file.write_text("one")
    other.write_text("two")
    before = file_stamp(file)
    os.utime(other, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    other.replace(file)
    assert file_stamp(file) != before


def test_a_missing_file_has_no_stamp(tmp_path: Path) -> None:
    assert file_stamp(tmp_path / "none") is None
    assert file_stamp(tmp_path / ("x" * 300)) is None

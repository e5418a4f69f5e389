"""Folders: made durably, and swept of what killed saves left."""

import os
import time
from pathlib import Path

from fake_os_calls import RecordedCalls

from tui.storage.files.folders import ORPHAN_AGE, ensure_folder, remove_created_folder
from tui.storage.files.os_calls import OsCalls


def test_litter_of_yesterday_is_swept_and_no_more(tmp_path: Path) -> None:
    names = (".a.yaml.tabcdefg.tmp", ".b.yaml.tabcdefg.tmp", "c.tmp", ".d.tabcdefgh.tmp", ".e.yaml.1abcdefg.tmp")
    for name in names:
        (tmp_path / name).write_text("x")
    (tmp_path / ".g.yaml.tabcdefg.tmp").mkdir()
    (tmp_path / ".h.yaml.tabcdefg.tmp").symlink_to(tmp_path / "c.tmp")
    yesterday = time.time() - ORPHAN_AGE - 60
    for name in (names[0], *names[2:]):
        os.utime(tmp_path / name, (yesterday, yesterday))
    before = {each.name for each in tmp_path.iterdir()}
    ensure_folder(tmp_path, os_calls=OsCalls())
    assert before - {each.name for each in tmp_path.iterdir()} == {names[0]}


def test_a_folder_is_looked_after_once(tmp_path: Path) -> None:
    system = RecordedCalls()
    ensure_folder(tmp_path / "a" / "b", os_calls=system)
    ensure_folder(tmp_path / "a" / "b", os_calls=system)
    assert system.names == ["fsync", "fsync"]
    (tmp_path / "a" / "b").rmdir()
    ensure_folder(tmp_path / "a" / "b", os_calls=system)
    assert (tmp_path / "a" / "b").is_dir()


def test_a_created_folder_is_removed_once_it_is_empty(tmp_path: Path) -> None:
    system = OsCalls()
    theirs, created = tmp_path / "theirs", tmp_path / "created"
    theirs.mkdir()
    for folder in (theirs, created):
        ensure_folder(folder, os_calls=system)
    (created / "file").touch()
    remove_created_folder(created, os_calls=system)
    assert created.exists()
    (created / "file").unlink()
    for folder in (theirs, created):
        remove_created_folder(folder, os_calls=system)
    assert [theirs.exists(), created.exists()] == [True, False]

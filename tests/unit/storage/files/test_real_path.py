"""Symlinks, and names that are missing or out of reach."""

from pathlib import Path

import pytest
from blocked_paths import BLOCKS, block

from tui.storage.files.real_path import is_folder, is_missing, real_path


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    assert real_path(tmp_path / "link" / "a.txt") == tmp_path.resolve() / "folder" / "a.txt"


def test_a_link_to_itself_stays_as_it_is(tmp_path: Path) -> None:
    block(tmp_path / "loop", "link to itself")
    assert real_path(tmp_path / "loop" / "a.txt") == tmp_path.resolve() / "loop" / "a.txt"
    assert not is_folder(tmp_path / "loop")


@pytest.mark.parametrize("name", BLOCKS)
def test_what_has_a_name_is_not_missing(tmp_path: Path, name: str) -> None:
    block(tmp_path / "a", name)
    assert not is_missing(tmp_path / "a")


def test_what_has_no_name_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert is_missing(tmp_path / "none")
    assert is_missing(tmp_path / "file" / "below")


def test_what_is_out_of_reach_is_not_missing(tmp_path: Path) -> None:
    block(tmp_path / "loop", "link to itself")
    assert not is_missing(tmp_path / "loop" / "a")
    assert not is_missing(tmp_path / ("x" * 300))
    assert not is_folder(tmp_path / ("x" * 300))

"""A folder of new files is written as a whole, and only inside itself."""

from pathlib import Path

import pytest

from tui.errors import OverwriteError, SaveError
from tui.storage.files.new_folder import write_folder
from tui.storage.files.os_calls import OsCalls

FILES = (("a.md", "A"), ("sub/b.md", "B"))


def test_files_and_folders_are_made(tmp_path: Path) -> None:
    assert write_folder(tmp_path / "v", FILES) == 2
    assert (tmp_path / "v/a.md").read_text("utf-8") == "A"
    assert (tmp_path / "v/sub/b.md").read_text("utf-8") == "B"


def test_a_folder_with_other_files_keeps_them_and_only_force_overwrites(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/b.md").write_text("mine", "utf-8")
    with pytest.raises(OverwriteError, match="exists already"):
        write_folder(tmp_path, FILES)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["b.md", "sub"]
    assert (tmp_path / "sub/b.md").read_text("utf-8") == "mine"
    write_folder(tmp_path, FILES, force=True)
    assert (tmp_path / "sub/b.md").read_text("utf-8") == "B"


@pytest.mark.parametrize("name", ["../x.md", "/x.md", "a/../../x.md", "", "a\\b", "a\0b"])
def test_no_name_leaves_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(SaveError):
        write_folder(tmp_path / "v", (("a.md", "A"), (name, "x")))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "v").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "v/sub").symlink_to(tmp_path / "out")
    for force in (False, True):
        with pytest.raises(SaveError, match="leads to another folder"):
            write_folder(tmp_path / "v", FILES, force)
    assert list((tmp_path / "out").iterdir()) == []
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(SaveError, match="is a file"):
        write_folder(tmp_path / "file", FILES)


class _FullAtTheEnd(OsCalls):
    def __init__(self) -> None:
        self.writes = 0

    def write(self, descriptor: int, content: memoryview) -> int:
        self.writes += 1
        if self.writes > 1:
            raise OSError(28, "No space left on device")
        return super().write(descriptor, content)


def test_if_one_file_cannot_be_written_none_stays(tmp_path: Path) -> None:
    with pytest.raises(SaveError):
        write_folder(tmp_path / "v", FILES, os_calls=_FullAtTheEnd())
    assert list(tmp_path.iterdir()) == []

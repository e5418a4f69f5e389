"""A change of several files holds the lock, and keeps to the workspace."""

from pathlib import Path

import pytest

from tui.errors import SaveError, UsageError
from tui.model import Workspace
from tui.storage.files.file_changes import FileChange
from tui.storage.records.several_files import finish_changes, save_changes


def test_a_file_outside_the_annotations_is_never_written(ferry: Workspace, tmp_path: Path) -> None:
    for path in (tmp_path / "x.yaml", ferry.annotations / ".." / "x.yaml"):
        with pytest.raises(SaveError, match="is not in the workspace's annotations"):
            save_changes(ferry, "x", [FileChange(path, None, b"x")])
    (ferry.annotations / "link.yaml").symlink_to(ferry.articles / "east.txt")
    with pytest.raises(SaveError, match="leads into the articles' folder"):
        save_changes(ferry, "x", [FileChange(ferry.annotations / "link.yaml", None, b"x")])
    assert not (ferry.articles / "east.txt").exists()


def test_without_an_unfinished_change_there_is_nothing_to_do(ferry: Workspace) -> None:
    with pytest.raises(UsageError, match="no change is unfinished"):
        finish_changes(ferry, undo=True)

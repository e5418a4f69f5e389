"""Several files change, or none does, or the journal says how to go on."""

import errno
import json
from pathlib import Path

import pytest

from tui.errors import SaveError
from tui.model import Workspace
from tui.storage.files.change_journal import (
    change_files,
    finish,
    unfinished_change,
)
from tui.storage.files.file_changes import FileChange
from tui.storage.files.os_calls import OsCalls
from tui.storage.files.unfinished_change import is_unfinished, journal_path


class Stopping(OsCalls):
    """A disk that replaces so many files, and then none."""

    def __init__(self, replaced: int, back: int = 0) -> None:
        self.left, self.back = replaced, back

    def replace(self, source: Path, target: Path) -> None:
        if not self.left:
            self.left = self.back
            raise OSError(errno.ENOSPC, "full")
        self.left -= 1
        super().replace(source, target)


def changes(workspace: Workspace) -> list[FileChange]:
    paths = (workspace.list_file("north"), workspace.list_file("south"), workspace.codebook)
    return [FileChange(path, path.read_bytes(), path.read_bytes() + b"# more\n") for path in paths]


def contents(workspace: Workspace) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in workspace.annotations.iterdir() if path.is_file()}


def test_all_files_change_and_the_journal_is_gone(ferry: Workspace) -> None:
    change_files(ferry, "add", changes(ferry))
    assert all(content.endswith(b"# more\n") for content in contents(ferry).values())
    assert not is_unfinished(ferry)


def test_a_full_disk_changes_nothing(ferry: Workspace) -> None:
    before = contents(ferry)
    with pytest.raises(SaveError, match="the disk is full"):
        change_files(ferry, "add", changes(ferry), os_calls=Stopping(2, back=9))
    assert contents(ferry) == before


@pytest.mark.parametrize("undo", [True, False])
def test_what_cannot_be_taken_back_says_how_to_go_on(ferry: Workspace, undo: bool) -> None:
    before, planned = contents(ferry), changes(ferry)
    with pytest.raises(SaveError, match=r"part of the change is done .*rename --continue.*rename --undo"):
        change_files(ferry, "add", planned, os_calls=Stopping(2))
    with pytest.raises(SaveError, match="an earlier change is unfinished"):
        change_files(ferry, "add", planned)
    unfinished = unfinished_change(ferry)
    assert unfinished
    assert (unfinished.title, unfinished.changes) == ("add", tuple(planned))
    assert finish(ferry, unfinished, undo=undo) == ()
    after = {change.path.name: change.after for change in planned}
    assert contents(ferry) == (before if undo else after)
    assert unfinished_change(ferry) is None


def test_a_file_that_was_edited_meanwhile_is_reported_and_stays(ferry: Workspace) -> None:
    with pytest.raises(SaveError):
        change_files(ferry, "add", changes(ferry), os_calls=Stopping(2))
    edited = ferry.list_file("south")
    edited.write_bytes(b"annotations: []\n")
    unfinished = unfinished_change(ferry)
    assert unfinished
    assert finish(ferry, unfinished, undo=False) == (edited,)
    assert edited.read_bytes() == b"annotations: []\n"
    assert ferry.codebook.read_bytes().endswith(b"# more\n")


def entry(**fields: object) -> dict[str, object]:
    return {"path": "annotations/north.yaml", "before": "a", "after": "b", "new_path": None, **fields}


@pytest.mark.parametrize(
    "stored",
    [
        [],
        {"title": "x"},
        {"title": "x", "changes": [{}]},
        {"title": "x", "changes": [entry(path="../out.yaml")]},
        {"title": "x", "changes": [entry(path="annotations/../../out.yaml")]},
        {"title": "x", "changes": [entry(path="/etc/passwd.yaml")]},
        {"title": "x", "changes": [entry(path="annotations/a/b/c.yaml")]},
        {"title": "x", "changes": [entry(path="annotations/run.sh")]},
        {"title": "x", "changes": [entry(path="articles/north.txt")]},
        {"title": "x", "changes": [entry(path="annotations/link/x.yaml")]},
        {"title": "x", "changes": [entry(new_path="out.yaml")]},
        {"title": "x", "changes": [entry(after=3)]},
    ],
)
def test_a_journal_cannot_lead_elsewhere(ferry: Workspace, tmp_path: Path, stored: object) -> None:
    (ferry.annotations / "link").symlink_to(tmp_path)
    journal_path(ferry).write_text(json.dumps(stored))
    with pytest.raises(SaveError, match="is damaged"):
        unfinished_change(ferry)


def test_a_torn_journal_is_told(ferry: Workspace) -> None:
    journal_path(ferry).write_bytes(b'{"title": "x", "chan')
    with pytest.raises(SaveError, match="is damaged; compare the files"):
        unfinished_change(ferry)

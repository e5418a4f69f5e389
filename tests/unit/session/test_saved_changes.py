"""Tests of `tui.session.saved_changes`."""

import pytest

from tui.errors import UsageError
from tui.model import Annotation, Proposition, Workspace
from tui.session.history import FilesChange, PropositionChange, RecordChange
from tui.session.saved_changes import save_files_change, save_proposition_change, save_record_change
from tui.storage.files.file_changes import FileChange
from tui.storage.files.file_stamp import file_stamp
from tui.storage.records import repository
from tui.storage.workspace.plain_loader import read_collation

NOTE = Annotation("n1", "note", "north", body="Hm.")


def test_a_deleted_record_is_restored_by_the_inverse(ferry: Workspace) -> None:
    record = repository.create(ferry, NOTE)
    source = record.file.read_bytes()
    deletion, gone = save_record_change(ferry, RecordChange(record.annotation, None), record)
    assert gone is None
    _, restored = save_record_change(ferry, deletion.inverse, None)
    assert restored == record
    assert record.file.read_bytes() == source


def test_a_record_whose_text_is_unknown_is_not_restored(ferry: Workspace) -> None:
    with pytest.raises(UsageError, match="cannot be restored"):
        save_record_change(ferry, RecordChange(None, NOTE), None)


def test_a_proposition_is_removed_and_added_again_once(ferry: Workspace) -> None:
    added = repository.add_proposition(ferry, Proposition("fog", "There was fog"))
    assert added
    addition = PropositionChange(added.proposition, added)
    assert save_proposition_change(ferry, addition) is None
    removal = save_proposition_change(ferry, addition.inverse)
    assert removal == addition.inverse
    assert save_proposition_change(ferry, removal.inverse) == addition


def test_changed_files_are_read_again_and_record_files_get_a_stamp(ferry: Workspace) -> None:
    record = repository.create(ferry, NOTE)
    paths = (record.file, ferry.list_file("north"))
    files = tuple(FileChange(path, path.read_bytes(), path.read_bytes().replace(b"Hm", b"Ah")) for path in paths)
    before = read_collation(ferry)
    after, stamps = save_files_change(ferry, FilesChange("x", files), before)
    assert after.accounts[0].by_id["n1"].annotation.body == "Ah."
    assert after.accounts[1] is before.accounts[1]
    assert stamps == {record.file: file_stamp(record.file)}

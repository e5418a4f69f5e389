"""Tests of `tui.session.saved_changes`."""

import pytest

from tui.errors import UsageError
from tui.model import Annotation, Proposition, Workspace
from tui.session.history import PropositionChange, RecordChange
from tui.session.saved_changes import save_proposition_change, save_record_change
from tui.storage.records import repository

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

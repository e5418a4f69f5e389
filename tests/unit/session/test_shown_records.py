"""What blind mode hides is not changed."""

from dataclasses import replace

import pytest
from planted_records import plant_records

from tui.errors import UsageError
from tui.model import Annotation, Record, RecordRef, Workspace
from tui.session.blind_mode import change_blind_mode
from tui.session.pending_edit import PendingEdit
from tui.session.record_changes import delete_records, save_edits, tag_edits
from tui.session.session import Session
from tui.session.shown_records import hides_edited, hides_subject, require_shown
from tui.storage.workspace.plain_loader import plain_loader

OWN, OTHER = RecordRef("north", "own1"), RecordRef("north", "zqx1")


@pytest.fixture
def session(ferry: Workspace) -> Session:
    """Return a session with the records of all, before blind mode begins."""
    plant_records(ferry)
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "south"))
    change_blind_mode(session, blind=False)
    return session


def record(session: Session, ref: RecordRef) -> Record:
    placed = session.find(ref)
    assert placed is not None
    return placed.record


def test_records_that_are_hidden_since_are_neither_edited_nor_deleted(session: Session) -> None:
    records = [record(session, OWN), record(session, OTHER)]
    require_shown(session, records)
    change_blind_mode(session, blind=True)
    before = [each.file.read_bytes() for each in records]
    with pytest.raises(UsageError, match="blind mode has begun and hides 1 record of 2"):
        save_edits(session, tag_edits(records, "seen"))
    with pytest.raises(UsageError, match=r"blind mode has begun and hides 1 record$"):
        delete_records(session, records[1:])
    assert [each.file.read_bytes() for each in records] == before
    save_edits(session, tag_edits(records[:1], "seen"))
    assert record(session, OWN).annotation.tags == ("seen",)


def test_an_edit_of_what_is_hidden_since_is_not_saved(session: Session) -> None:
    placed = session.find(OTHER)
    assert placed is not None
    pending = PendingEdit(session, placed)
    assert not pending.hides_edited(placed.annotation)
    change_blind_mode(session, blind=True)
    assert pending.hides_edited(placed.annotation)
    before = placed.record.file.read_bytes()
    with pytest.raises(UsageError, match="blind mode has begun"):
        pending.save(replace(placed.annotation, body="mine"))
    assert placed.record.file.read_bytes() == before


def test_blind_mode_hides_what_others_made_and_what_it_settles(session: Session) -> None:
    new, note = Annotation("", "claim", article="north"), Annotation("", "note", article="north", on=OTHER.id)
    settling = replace(new, resolves=(OTHER.id,))
    assert not hides_edited(session, settling)
    assert not hides_subject(session, note)
    change_blind_mode(session, blind=True)
    assert not hides_edited(session, new)
    assert hides_edited(session, settling)
    assert hides_subject(session, note)
    assert not hides_subject(session, replace(note, on=OWN.id))

"""Tests of `tui.session.pending_edit`."""

from dataclasses import replace

import pytest

from tui.errors import ConflictError, SaveError
from tui.model import Annotation, Placed, Proposition, RecordRef, TextSelector, Workspace
from tui.session.conflicts import Resolution
from tui.session.history import RecordChange
from tui.session.pending_edit import PendingEdit
from tui.session.session import Session
from tui.storage.records import repository
from tui.storage.records.locate import RecordConflict
from tui.storage.workspace.draft_files import read_drafts
from tui.storage.workspace.plain_loader import plain_loader

NOTE = Annotation("", "note", "north", body="Hm.")


@pytest.fixture
def session(ferry: Workspace) -> Session:
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north",))
    return session


def hurt(session: Session) -> Placed:
    placed = session.find(RecordRef("north", "hurt"))
    assert placed is not None
    return placed


def test_a_draft_is_written_again_and_removed(session: Session) -> None:
    pending = PendingEdit(session)
    pending.keep_draft(NOTE)
    pending.keep_draft(replace(NOTE, body="Hm. More"))
    assert [draft.annotation.body for draft in read_drafts(session.workspace)] == ["Hm. More"]
    pending.discard_draft()
    assert read_drafts(session.workspace) == ()


def test_two_edits_have_two_drafts(session: Session) -> None:
    PendingEdit(session).keep_draft(NOTE)
    PendingEdit(session).keep_draft(NOTE)
    assert len(read_drafts(session.workspace)) == 2


def test_a_recovered_draft_is_continued(session: Session) -> None:
    pending = PendingEdit(session, draft_id="999-abc")
    assert pending.recovered
    assert not PendingEdit(session).recovered
    pending.keep_draft(NOTE)
    assert [draft.id for draft in read_drafts(session.workspace)] == ["999-abc"]


def test_a_new_annotation_is_added(session: Session) -> None:
    PendingEdit(session).save(NOTE)
    (change,) = session.history.done[-1]
    assert isinstance(change, RecordChange)
    assert (change.verb, change.annotation.body, change.annotation.annotator) == ("added", "Hm.", "Mira")


def test_a_changed_annotation_is_saved(session: Session) -> None:
    placed = hurt(session)
    PendingEdit(session, placed).save(replace(placed.annotation, body="Hm."))
    assert hurt(session).annotation.body == "Hm."
    assert len(session.history.done) == 1


def test_an_unchanged_annotation_is_not_saved(session: Session) -> None:
    placed = hurt(session)
    source = placed.record.file.read_bytes()
    PendingEdit(session, placed).save(replace(placed.annotation, modified="2027"))
    assert placed.record.file.read_bytes() == source
    assert session.history.done == []


def test_its_proposition_is_saved_first(session: Session) -> None:
    claim = Annotation("", "claim", "north", TextSelector("three weeks"), about="fog")
    PendingEdit(session).save(claim, Proposition("fog", "There was fog"))
    assert session.codebook.proposition_text("fog") == "There was fog"
    session.workspace.codebook.write_text("propositions: [")
    with pytest.raises(SaveError):
        PendingEdit(session).save(claim, Proposition("calm", "It was calm"))
    assert len(session.history.done) == 1


def test_a_conflict_is_resolved_as_chosen(session: Session) -> None:
    placed = hurt(session)
    pending = PendingEdit(session, placed)
    mine = replace(placed.annotation, body="Mine")
    repository.update(session.workspace, placed.record, replace(placed.annotation, body="Theirs"))
    with pytest.raises(RecordConflict) as raised:
        pending.save(mine)
    pending.resolve(Resolution.THEIRS, mine, raised.value)
    assert hurt(session).annotation.body == "Theirs"
    pending.resolve(Resolution.MINE, mine, raised.value)
    assert hurt(session).annotation.body == "Mine"


def rewrite_list(session: Session, old: str, new: str) -> None:
    """Change the list file of the north, and read it again."""
    listed = session.workspace.list_file("north")
    text = listed.read_text("utf-8")
    assert old in text
    listed.write_text(text.replace(old, new), "utf-8")
    session.open(("north",))
    assert session.find(RecordRef("north", "hurt")) is None


def test_a_new_note_on_a_record_that_was_deleted_meanwhile_is_refused(session: Session) -> None:
    pending = PendingEdit(session)
    rewrite_list(session, "id: hurt", "id: other")
    with pytest.raises(ConflictError, match="was deleted meanwhile"):
        pending.save(replace(NOTE, on="hurt"))
    assert session.history.done == []


def test_a_new_note_on_a_record_whose_own_file_is_gone_is_refused(session: Session) -> None:
    record = session.add(NOTE)
    pending, steps = PendingEdit(session), len(session.history.done)
    record.file.unlink()
    session.open(("north",))
    with pytest.raises(ConflictError, match="was deleted meanwhile"):
        pending.save(replace(NOTE, on=record.annotation.id))
    assert len(session.history.done) == steps


def test_a_new_note_on_a_record_whose_own_file_became_unreadable_is_saved(session: Session) -> None:
    record = session.add(NOTE)
    pending = PendingEdit(session)
    record.file.write_text("kind: [note", "utf-8")
    session.open(("north",))
    assert session.find(record.annotation.ref) is None
    pending.save(replace(NOTE, on=record.annotation.id, body="Who?"))
    assert session.history.done[-1]


def test_a_new_note_on_a_record_that_became_unreadable_is_saved(session: Session) -> None:
    pending = PendingEdit(session)
    rewrite_list(session, "  - id: hurt\n    kind: claim", "  - id: hurt\n    kind: [claim]")
    pending.save(replace(NOTE, on="hurt"))
    assert len(session.history.done) == 1


def test_a_new_note_on_a_record_that_is_back_in_its_file_is_saved(session: Session) -> None:
    pending, listed = PendingEdit(session), session.workspace.list_file("north")
    before = listed.read_text("utf-8")
    rewrite_list(session, "id: hurt", "id: other")
    listed.write_text(before, "utf-8")
    pending.save(replace(NOTE, on="hurt"))
    assert len(session.history.done) == 1


def test_a_new_note_on_a_record_that_was_deleted_before_is_saved(session: Session) -> None:
    rewrite_list(session, "id: hurt", "id: other")
    PendingEdit(session).save(replace(NOTE, on="hurt"))
    assert len(session.history.done) == 1


def test_an_unchanged_record_that_is_gone_is_a_conflict(session: Session) -> None:
    pending, placed = PendingEdit(session, hurt(session)), hurt(session)
    pending.save(placed.annotation)
    repository.delete(session.workspace, placed.record)
    session.open(("north",))
    with pytest.raises(RecordConflict):
        pending.save(placed.annotation)

"""Changes of several records at once."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest

from tui.errors import SaveError
from tui.model import Annotation, Record, RecordRef
from tui.session import record_changes
from tui.session.history import step_in_words
from tui.session.record_changes import (
    about_edits,
    chosen_records,
    delete_records,
    kind_edits,
    outcome,
    save_edits,
    tag_edits,
    with_notes,
)
from tui.session.session import Session
from tui.storage.records import repository
from tui.storage.records.rename_plan import ChangePlan
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from tui.model import Workspace

HURT, OPEN, HOLM = RecordRef("north", "hurt"), RecordRef("north", "radar-open"), RecordRef("south", "holm")


@pytest.fixture
def session(ferry: Workspace) -> Session:
    """Return a session with a note on a record and one on a proposition."""
    session = Session(plain_loader(ferry), "Mira")
    session.open(("north", "south"))
    session.add(Annotation("n1", "note", article="north", on="hurt", body="Really?", tags=("ask",)))
    session.add(Annotation("n2", "note", about="inquiry", body="When?"))
    return session


def records(session: Session, *refs: RecordRef) -> tuple[Record, ...]:
    return chosen_records(session.collation, refs)


def all_records(session: Session) -> tuple[Record, ...]:
    refs = [placed.annotation.ref for account in session.accounts for placed in account.placed]
    return records(session, *refs, *(note.annotation.ref for note in session.collation.notes))


def ids(records: tuple[Record, ...]) -> list[str]:
    return [record.annotation.id for record in records]


def test_records_are_in_reading_order_and_each_is_there_once(session: Session) -> None:
    session.open(("north", "south", "north"))
    assert ids(records(session, HOLM, OPEN, HURT, RecordRef("", "n2"))) == ["hurt", "radar-open", "holm", "n2"]


def test_notes_are_deleted_before_what_they_are_on(session: Session) -> None:
    assert ids(with_notes(session.collation, records(session, OPEN, HURT))) == ["n1", "hurt", "radar-open"]
    both = records(session, HURT, RecordRef("north", "n1"), RecordRef("", "n2"))
    assert ids(with_notes(session.collation, both)) == ["n1", "hurt", "n2"]


def test_tags_are_added_and_removed_where_that_changes_something(session: Session) -> None:
    edits = tag_edits(records(session, HURT, OPEN, HOLM), "sea; radar; sea")
    assert [(old.annotation.id, new.tags) for old, new in edits] == [
        ("hurt", ("sea", "radar")),
        ("radar-open", ("radar", "sea")),
        ("holm", ("sea", "radar")),
    ]
    assert [new.tags for _, new in tag_edits(records(session, HURT, OPEN), "- radar")] == [()]
    assert tag_edits(records(session, HURT), " ; ") == []


def test_only_what_has_a_quote_gets_a_kind_or_a_proposition(session: Session) -> None:
    everything = all_records(session)
    assert len(everything) == 7
    assert [new.kind for _, new in kind_edits(everything, "claim")] == ["claim"] * 3
    assert [old.annotation.id for old, _ in about_edits(everything, "")] == [
        "hurt",
        "radar-open",
        "crew",
        "holm",
        "agreed",
    ]


@pytest.mark.parametrize(
    ("number", "changes", "words"),
    [
        (1, 1, "1 record changes"),
        (5, 3, "3 records change, 2 stay as they are"),
        (2, 1, "1 record changes, 1 stays as it is"),
        (2, 0, "0 records change, 2 stay as they are"),
    ],
)
def test_the_outcome_is_counted(session: Session, number: int, changes: int, words: str) -> None:
    (record,) = records(session, HURT)
    assert outcome(number, [(record, record.annotation)] * changes) == words


def test_several_edits_are_undone_in_one_step(session: Session, ferry: Workspace) -> None:
    before = [ferry.list_file(name).read_bytes() for name in ("north", "south")]
    save_edits(session, tag_edits(records(session, HURT, OPEN, HOLM), "sea"))
    assert [record.annotation.tags for record in records(session, HURT, HOLM)] == [("sea",), ("sea",)]
    assert step_in_words(session.history.done[-1], session.codebook) == "edit 3 records"
    session.undo()
    assert [ferry.list_file(name).read_bytes() for name in ("north", "south")] == before
    assert [record.annotation.tags for record in records(session, HURT, HOLM)] == [(), ()]
    session.redo()
    assert ferry.list_file("north").read_text("utf-8").count("sea") == 2


def test_several_records_are_deleted_in_one_step(session: Session, ferry: Workspace) -> None:
    before = ids(all_records(session))
    note = records(session, RecordRef("north", "n1"))[0].file
    delete_records(session, with_notes(session.collation, records(session, HURT, HOLM)))
    assert ids(all_records(session)) == ["radar-open", "crew", "agreed", "n2"]
    assert not note.exists()
    session.undo()
    assert ids(all_records(session)) == before


def test_an_edit_that_fails_changes_nothing(session: Session, ferry: Workspace) -> None:
    before = ferry.list_file("north").read_bytes()
    edits = tag_edits(records(session, HURT, HOLM), "sea")
    ferry.list_file("south").write_text("annotations: [\n", encoding="utf-8")
    with pytest.raises(SaveError, match="correct line"):
        save_edits(session, edits)
    assert ferry.list_file("north").read_bytes() == before
    assert len(session.history.done) == 2


def test_a_record_that_somebody_else_changed_is_not_edited(session: Session, ferry: Workspace) -> None:
    (record,) = records(session, HURT)
    repository.update(ferry, record, replace(record.annotation, cue="said"))
    with pytest.raises(SaveError, match="changed by somebody else"):
        save_edits(session, tag_edits([record], "sea"))


def test_no_garbage_is_collected_while_records_are_edited(session: Session) -> None:
    """The nodes of a long list would be scanned at each parse."""
    real_edit, real_delete, collecting = repository.edit, repository.delete, []

    def edit(*arguments: Any, **options: Any) -> Any:
        collecting.append(gc.isenabled())
        return real_edit(*arguments, **options)

    def delete(*arguments: Any, **options: Any) -> Any:
        collecting.append(gc.isenabled())
        return real_delete(*arguments, **options)

    def plan(*_: object) -> ChangePlan:
        collecting.append(gc.isenabled())
        return ChangePlan("", ())

    (record,) = chosen_records(session.collation, (HURT,))
    with patch.multiple(repository, edit=edit, delete=delete):
        edited = session.edit(record, replace(record.annotation, body="Twelve."))
        session.undo()
        session.redo()
        session.delete([edited])
    with patch.multiple(record_changes, plan_edits=plan, plan_deletion=plan):
        save_edits(session, ())
        delete_records(session, ())
    assert collecting == [False] * 6
    assert gc.isenabled()

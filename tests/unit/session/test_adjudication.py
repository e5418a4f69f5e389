"""Settle what annotators disagree about, and undo it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tui.analysis.adjudication import adjudicated
from tui.analysis.agreement.agreement import find_agreement
from tui.errors import ConflictError, UsageError
from tui.model import Annotation, RecordRef, TextSelector
from tui.session.adjudication import take_both, take_neither, take_side, take_third, third_draft
from tui.session.history import step_in_words
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from tui.analysis.agreement.matching import Unit
    from tui.model import Workspace

HURT = Annotation("", "claim", "north", TextSelector("Nobody was hurt"), ("Ada Holm",), "nobody-hurt", cue="told")


@pytest.fixture
def session(ferry: Workspace) -> Session:
    """Return the session of Mira, where Ada and Ben differ in one place."""
    session = Session(plain_loader(ferry))
    session.open(("north",))
    session.delete([placed.record for placed in session.accounts[0].placed])
    ada = replace(HURT, id="a", body="Why?", was=("old",), suggested="rule", extra=(("own", "x"),))
    for name, annotation in {"Ada": ada, "Ben": replace(HURT, id="b", kind="denial")}.items():
        session.annotator = name
        session.add(annotation)
    session.annotator = "Mira"
    return session


def unit(session: Session) -> Unit:
    [place] = {one.unit.place: one.unit for one in find_agreement(session.collation).whole.disagreements}.values()
    return place


def statements(session: Session) -> list[tuple[str, str]]:
    accounts = adjudicated(session.collation).accounts
    return [(one.annotation.annotator, one.annotation.kind) for account in accounts for one in account.placed]


def on_disk(session: Session) -> list[Annotation]:
    placed = session.loader.collation(("north",)).accounts[0].placed
    return [one.annotation for one in placed if one.annotation.resolves]


def test_one_side_is_taken_and_its_record_is_like_the_side(session: Session) -> None:
    place = unit(session)
    record = take_side(session, place, place.codings[0])
    taken = replace(record.annotation, id="", created="")
    assert taken == replace(HURT, annotator="Mira", body="Why?", resolves=("a", "b"))
    assert on_disk(session) == [record.annotation]
    assert statements(session) == [("Mira", "claim")]
    assert unit(session).settled_by == ("Mira",)
    assert step_in_words(session.undo().step, session.codebook) == "disagreement settled"
    assert (on_disk(session), unit(session).results) == ([], ())
    session.redo()
    assert on_disk(session) == [record.annotation]


def test_both_sides_are_taken_in_one_step(session: Session) -> None:
    take_both(session, unit(session))
    assert sorted(statements(session)) == [("Mira", "claim"), ("Mira", "denial")]
    session.undo()
    assert on_disk(session) == []


def test_a_third_is_filled_in_from_a_side(session: Session) -> None:
    place = unit(session)
    draft = replace(third_draft(session, place, place.codings[1]), kind="no-comment")
    take_third(session, place, draft)
    assert [(one.kind, one.resolves) for one in on_disk(session)] == [("no-comment", ("a", "b"))]


def test_neither_is_a_note_with_the_reason(session: Session) -> None:
    take_neither(session, unit(session), "Not a statement.")
    [note] = on_disk(session)
    assert (note.kind, note.quote, note.body) == ("note", "Nobody was hurt", "Not a statement.")
    assert statements(session) == [("Mira", "note")]


def test_what_is_settled_anew_replaces_what_settled_it(session: Session) -> None:
    place = unit(session)
    first = take_side(session, place, place.codings[0])
    session.annotator = "Noor"
    record = take_side(session, unit(session), place.codings[1])
    assert record.annotation.resolves == ("a", "b", first.annotation.id)
    assert statements(session) == [("Noor", "denial")]
    assert unit(session).settled_by == ("Noor",)


def test_what_is_gone_cannot_be_settled(session: Session) -> None:
    place = unit(session)
    placed = session.find(RecordRef("north", "b"))
    assert placed
    session.delete([placed.record])
    with pytest.raises(ConflictError, match="the record b is no longer there"):
        take_side(session, place, place.codings[0])
    session.open(("south",))
    with pytest.raises(UsageError, match="north is not open now"):
        take_neither(session, place)
    assert on_disk(session) == []


@pytest.mark.parametrize("text", ["Corrected on Friday.\n\nNobody was hurt.\n", ""])
def test_a_place_that_has_moved_is_not_settled_with_other_words(session: Session, text: str) -> None:
    place = unit(session)
    session.accounts[0].article.path.write_text(text)
    session.open(("north",))
    with pytest.raises(ConflictError, match="the article has changed"):
        take_neither(session, place)
    assert on_disk(session) == []

"""Settle what annotators disagree about at one place.

Each way saves records that resolve all records of the place, as one step that can be undone. The records that are
resolved stay as they are. What settled the place before is resolved too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.adjudication import find_results
from tui.anchoring import describe
from tui.errors import ConflictError, UsageError
from tui.model import NOTE, Annotation, RecordRef
from tui.session.resolved_records import resolved_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.agreement.codings import Coding
    from tui.analysis.agreement.matching import Unit
    from tui.model import Account, Proposition, Record
    from tui.session.session import Session


def take_side(session: Session, unit: Unit, side: Coding) -> Record:
    """Settle a place by what one annotator marked, or raise SaveError."""
    return session.add(third_draft(session, unit, side))


def take_both(session: Session, unit: Unit) -> list[Record]:
    """Settle a place by what each of them marked, or raise SaveError.

    Sides that chose the same give one record.
    """
    return take_sides(session, unit, differing_sides(unit.codings))


def take_sides(session: Session, unit: Unit, sides: Sequence[Coding]) -> list[Record]:
    """Settle a place by what several marked, or raise SaveError."""
    return session.add_all([third_draft(session, unit, side) for side in sides])


def third_draft(session: Session, unit: Unit, side: Coding) -> Annotation:
    """Return what settles a place like a side, to be changed and saved.

    It has the side's words and comment, and none of what its record has come through. Raise ConflictError if somebody
    deleted a record of the place, or UsageError if its article is not open.
    """
    resolves = _resolved(session, unit)
    placed = _account(session, side.article).by_id[side.ids[0]]
    source = placed.annotation
    return Annotation(
        "",
        source.kind,
        source.article,
        source.target,
        source.speaker,
        source.about,
        source.cue,
        source.body,
        source.tags,
        hedge=source.hedge,
        via=source.via,
        speaker_words=source.speaker_words,
        resolves=resolves,
    )


def take_third(session: Session, unit: Unit, draft: Annotation, proposition: Proposition | None = None) -> Record:
    """Settle a place by a record that is filled in, or raise SaveError."""
    return session.add(replace(draft, id="", resolves=_resolved(session, unit)), proposition)


def take_neither(session: Session, unit: Unit, why: str = "") -> Record:
    """Settle a place by a note if nothing is to be marked, or raise SaveError.

    A note is no statement, so nothing takes the place of the records.
    """
    account, resolves = _account(session, unit.codings[0].article), _resolved(session, unit)
    if any(account.by_id[coding.ids[0]].spans != coding.spans for coding in unit.codings):
        raise ConflictError("the article has changed; look at the place again")
    target = describe(account.article.text, *unit.place)
    return session.add(Annotation("", NOTE.name, account.article.id, target, body=why, resolves=resolves))


def differing_sides(codings: Sequence[Coding]) -> tuple[Coding, ...]:
    """Return the sides of a place, those that chose the same once."""
    by_choice = {(side.spans, side.kind, side.speakers, side.about): side for side in reversed(codings)}
    return tuple(side for side in codings if side in by_choice.values())


def _resolved(session: Session, unit: Unit) -> tuple[str, ...]:
    """Return the ids of a place's records, and of what settled any of them."""
    account = _account(session, unit.codings[0].article)
    for name in unit.ids:
        resolved_record(session.collation, RecordRef(account.article.id, name))
    results = find_results(account)
    earlier = (result.id for name in unit.ids for result in results.get(name, ()))
    return tuple(dict.fromkeys((*unit.ids, *earlier)))


def _account(session: Session, article: str) -> Account:
    account = session.account(article)
    if account is None:
        raise UsageError(f"{article} is not open now; o opens it.")
    return account

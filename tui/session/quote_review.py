"""Quotes whose place is not sure, and what a user says of a place: that it is the one, or that it is not. Pure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from tui.anchoring import describe
from tui.anchoring.place_records import in_reading_order
from tui.model import Account, Anchor, AnchorState, Annotation, Collation, Placed, RecordRef, Span

DOUBTFUL = (AnchorState.REVIEW, AnchorState.ORPHAN, AnchorState.ADJUSTED)
"""In the order of the list: first what only a person can tell."""
UNSURE = (AnchorState.REVIEW, AnchorState.ORPHAN)
"""States in which only a person can tell the place."""


@dataclass(frozen=True)
class DoubtfulQuote:
    """An annotation whose place is not sure."""

    reference: str
    """Its account's siglum and its number there; the siglum alone for a note on an annotation."""
    account: Account
    placed: Placed

    @property
    def annotation(self) -> Annotation:
        """What the record says."""
        return self.placed.annotation

    @property
    def state(self) -> AnchorState:
        """Its anchor's state."""
        return self.placed.state or AnchorState.ORPHAN

    @cached_property
    def candidates(self) -> tuple["QuoteCandidate", ...]:
        """What there is to choose from: one without a place for an orphan."""
        if self.placed.span:
            return (QuoteCandidate(self, self.placed.span),)
        candidates = self.placed.anchor.candidates if self.placed.anchor else ()
        spans: list[Span | None] = [Span(each.start, each.end) for each in candidates]
        return tuple(QuoteCandidate(self, span) for span in spans or [None])


@dataclass(frozen=True)
class QuoteCandidate:
    """A place that a doubtful annotation may have."""

    quote: DoubtfulQuote
    span: Span | None
    """None where no place is known."""

    @property
    def words(self) -> str:
        """The words that stand there today."""
        return self.span.of(self.quote.account.article.text) if self.span else ""


def doubtful_quotes(collation: Collation) -> tuple[DoubtfulQuote, ...]:
    """Return the annotations whose place is not sure: to review, orphans, adjusted; each in the order of accounts."""
    found = [doubt for account in collation.articles_once for doubt in _doubts(account)]
    return tuple(sorted(found, key=lambda doubt: DOUBTFUL.index(doubt.state)))


def _doubts(account: Account) -> Iterator[DoubtfulQuote]:
    numbers = {placed.annotation.id: f"{account.siglum}{number}" for number, placed in account.numbered()}
    for placed in account.placed:
        if placed.state in DOUBTFUL:
            yield DoubtfulQuote(numbers.get(placed.annotation.id, account.siglum), account, placed)


class RefusedPlace(NamedTuple):
    """A place that is not the annotation's."""

    record: RecordRef
    place: Span


def reanchored(annotation: Annotation, text: str, start: int, end: int) -> Annotation:
    """Return the annotation on the words from `start` to `end`; another quote that it had is kept in `was`."""
    target = describe(text, start, end)
    was = annotation.was if annotation.quote in ("", target.quote) else (*annotation.was, annotation.quote)
    return replace(annotation, target=target, was=was)


def without_refused(placed: Iterable[Placed], refused: Collection[RefusedPlace]) -> tuple[Placed, ...]:
    """Return placed records without the places that were refused; one that has no other is an orphan."""
    if not refused:
        return tuple(placed)
    return in_reading_order(_without(each, refused) for each in placed)


def _without(placed: Placed, refused: Collection[RefusedPlace]) -> Placed:
    anchor = placed.anchor
    if anchor is None or anchor.state in (AnchorState.EXACT, AnchorState.ORPHAN):
        return placed
    ref = placed.annotation.ref
    if placed.span:
        gone = RefusedPlace(ref, placed.span) in refused
        return replace(placed, anchor=Anchor(AnchorState.ORPHAN)) if gone else placed
    left = tuple(each for each in anchor.candidates if RefusedPlace(ref, Span(each.start, each.end)) not in refused)
    if left == anchor.candidates:
        return placed
    made = replace(anchor, candidates=left) if left else Anchor(AnchorState.ORPHAN)
    return replace(placed, anchor=made)

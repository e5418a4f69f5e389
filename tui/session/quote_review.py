"""Review quotes whose place is doubtful."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from tui.anchoring import describe_pieces
from tui.anchoring.place_records import in_reading_order
from tui.model import (
    DOUBTFUL_STATES,
    Account,
    Anchor,
    AnchorState,
    Annotation,
    Collation,
    Placed,
    RecordRef,
    Span,
    join_pieces,
)
from tui.model.names import compose_name


@dataclass(frozen=True)
class DoubtfulQuote:
    """An annotation whose place is doubtful."""

    reference: str
    """Its account's siglum and its number there. A note on an annotation has no number."""
    account: Account
    placed: Placed

    @property
    def annotation(self) -> Annotation:
        return self.placed.annotation

    @property
    def state(self) -> AnchorState:
        return self.placed.state or AnchorState.ORPHAN

    @cached_property
    def candidates(self) -> tuple["QuoteCandidate", ...]:
        """The places to choose from.

        An orphan has one without a span.
        """
        if self.placed.span:
            return (QuoteCandidate(self, self.placed.span),)
        candidates = self.placed.anchor.candidates if self.placed.anchor else ()
        spans: list[Span | None] = [Span(candidate.start, candidate.end) for candidate in candidates]
        return tuple(QuoteCandidate(self, span) for span in spans or [None])


@dataclass(frozen=True)
class QuoteCandidate:
    """A place that a doubtful quote may have."""

    quote: DoubtfulQuote
    span: Span | None
    """None if no place is known."""

    @property
    def words(self) -> str:
        """Today's words there, with `OMISSION` between pieces."""
        text = self.quote.account.article.text
        return join_pieces(text, _pieces_at(self.quote.placed, self.span)) if self.span else ""


def doubtful_quotes(collation: Collation) -> tuple[DoubtfulQuote, ...]:
    """Return the doubtful quotes by state, then by account."""
    quotes = [quote for account in collation.articles_once for quote in _doubtful_quotes_of(account)]
    return tuple(sorted(quotes, key=lambda quote: DOUBTFUL_STATES.index(quote.state)))


def _doubtful_quotes_of(account: Account) -> Iterator[DoubtfulQuote]:
    references = {placed.annotation.id: f"{account.siglum}{number}" for number, placed in account.numbered()}
    for placed in account.placed:
        if placed.state in DOUBTFUL_STATES:
            yield DoubtfulQuote(references.get(placed.annotation.id, account.siglum), account, placed)


class RefusedPlace(NamedTuple):
    """A place where a record's quote is not."""

    record: RecordRef
    place: Span


def reanchored(placed: Placed, text: str, span: Span) -> Annotation:
    """Return the annotation with a new quote, and its old one in `was`."""
    annotation, target = placed.annotation, describe_pieces(text, _pieces_at(placed, span))
    is_same = compose_name(annotation.quote) in ("", compose_name(target.quote))
    was = annotation.was if is_same else (*annotation.was, annotation.quote)
    return replace(annotation, target=target, was=was)


def _pieces_at(placed: Placed, span: Span) -> tuple[Span, ...]:
    """Return the pieces of a place that is offered, or the place itself."""
    candidates = placed.anchor.candidates if placed.anchor else ()
    places = [placed.spans, *(candidate.pieces for candidate in candidates)]
    return next((pieces for pieces in places if pieces and (pieces[0].start, pieces[-1].end) == span), (span,))


def without_refused(placed: Iterable[Placed], refused: Collection[RefusedPlace]) -> tuple[Placed, ...]:
    """Return placed records without their refused places.

    A record whose places were all refused is an orphan.
    """
    if not refused:
        return tuple(placed)
    return in_reading_order(_without(record, refused) for record in placed)


def _without(placed: Placed, refused: Collection[RefusedPlace]) -> Placed:
    anchor, ref = placed.anchor, placed.annotation.ref
    if anchor is None or anchor.state in (AnchorState.EXACT, AnchorState.ORPHAN):
        return placed
    if placed.span:
        is_refused = RefusedPlace(ref, placed.span) in refused
        return placed._replace(anchor=Anchor(AnchorState.ORPHAN)) if is_refused else placed
    candidates = tuple(c for c in anchor.candidates if RefusedPlace(ref, Span(c.start, c.end)) not in refused)
    if candidates == anchor.candidates:
        return placed
    remaining = anchor._replace(candidates=candidates) if candidates else Anchor(AnchorState.ORPHAN)
    return placed._replace(anchor=remaining)

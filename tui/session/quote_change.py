"""Make a selection the quote of an annotation."""

from collections.abc import Sequence
from dataclasses import replace

from tui.anchoring import describe
from tui.model import Account, Annotation, Placed, Span


def quotes_in(account: Account, span: Span, first: Sequence[str] = ()) -> tuple[Placed, ...]:
    """Return the annotations that share words with a span of the article.

    Those whose ids are in `first` come first, in that order, then those that share most of their words.
    """
    ranks = {annotation_id: rank for rank, annotation_id in reversed([*enumerate(first)])}
    shares = ((placed, _share(placed.spans, span)) for placed in account.placed)
    quotes = [(ranks.get(placed.annotation.id, len(first)), -share, placed) for placed, share in shares if share]
    return tuple(placed for *_, placed in sorted(quotes, key=lambda quote: quote[:2]))


def _share(pieces: Sequence[Span], span: Span) -> float:
    """Return how much of two ranges is in both: 1 if they are the same."""
    shared = sum(max(0, min(piece.end, span.end) - max(piece.start, span.start)) for piece in pieces)
    return shared / (sum(piece.end - piece.start for piece in (*pieces, span)) - shared)


def is_quote(placed: Placed, span: Span) -> bool:
    """Return whether a span is the annotation's quote as it is."""
    return placed.spans == (span,) and not placed.is_adjusted


def requoted(placed: Placed, text: str, span: Span) -> Annotation:
    """Return the annotation with a span of its article as its quote.

    Several pieces become one. A quote from before the article changed is kept in `was`.
    """
    annotation = placed.annotation
    was = (*annotation.was, annotation.quote) if placed.is_adjusted else annotation.was
    return replace(annotation, target=describe(text, *span), was=was)

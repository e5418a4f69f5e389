"""A quote as a user types it, with `[…]` between its pieces."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.anchoring import describe_pieces
from tui.anchoring.thresholds import MAX_PIECE_GAP
from tui.errors import SaveError
from tui.model import Annotation, Span, TextPiece, TextSelector

_OMISSION = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]")


def one_line(quote: str) -> str:
    """Return a quote on one line, as it is typed."""
    return " ".join(quote.split())


def typed_target(typed: str, before: TextSelector | None) -> TextSelector | None:
    """Return the target of a quote that was typed over another one.

    It is the same target if the quote is the same. Else it has no place yet, see `placed_quote`.
    """
    if before is None or one_line(typed) == one_line(before.quote):
        return before
    pieces = tuple(TextPiece(one_line(part)) for part in _OMISSION.split(typed) if part.strip())
    if not pieces:
        return before
    return replace(TextSelector.of_pieces(pieces), start=before.start)


def is_unplaced(target: TextSelector | None) -> bool:
    """Return whether a target may come from `typed_target`, without its place."""
    return target is not None and target.end is None


def placed_quote(annotation: Annotation, text: str) -> Annotation:
    """Return an annotation whose typed quote is given its place in a text.

    Raises SaveError if the text does not have the words in this order.
    """
    target = annotation.target
    if target is None:
        return annotation
    quotes = [piece.quote for piece in target.pieces] or [target.quote]
    spans = find_pieces(text, quotes, target.start or 0)
    if not spans:
        raise SaveError("the article does not have these words in this order; write […] where you leave some out")
    return replace(annotation, target=describe_pieces(text, spans))


def find_pieces(text: str, quotes: Sequence[str], near: int) -> tuple[Span, ...]:
    """Return the places of pieces in text order, nearest to an offset.

    White space counts as one space. Nothing is returned if a piece is missing. Offsets are code points.
    """
    patterns = [_pattern(quote) for quote in quotes]
    starts = [match.start() for match in patterns[0].finditer(text)]
    for start in sorted(starts, key=lambda start: (abs(start - near), start)):
        if spans := _chain(text, patterns, start):
            return spans
    return ()


def _chain(text: str, patterns: Sequence[re.Pattern[str]], start: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    for pattern in patterns:
        limit = start + MAX_PIECE_GAP + len(pattern.pattern) if spans else len(text)
        match = pattern.search(text, start, limit)
        if match is None:
            return ()
        spans.append(Span(*match.span()))
        start = match.end()
    return tuple(spans)


def _pattern(quote: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, quote.split())))

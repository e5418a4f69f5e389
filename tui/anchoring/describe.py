"""Make the selector that finds a place again."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from tui.anchoring.occurrences import occurrences
from tui.anchoring.thresholds import MAX_CONTEXT, MIN_CONTEXT
from tui.model import Span, TextPiece, TextSelector


def describe(text: str, start: int, end: int) -> TextSelector:
    """Return the selector of `text[start:end]`, with the context it needs.

    Offsets are in code points. Each context has at least `MIN_CONTEXT` of them if the text has so many:
    `describe("a ship sank", 2, 6)` is `TextSelector("ship", "a ", " sank", 2, 6)`.
    Raises ValueError if the range is empty or not in the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start} to {end} is not a range of this text of {len(text)} code points")
    length = MIN_CONTEXT
    while length < MAX_CONTEXT and not _is_unique(text, start, end, length):
        length *= 2
    shorter = range(max(MIN_CONTEXT, length // 2 + 1), length)
    length = shorter.start + bisect_left(shorter, True, key=lambda shorter: _is_unique(text, start, end, shorter))
    before, after = max(0, start - length), end + length
    return TextSelector(text[start:end], text[before:start], text[end:after], start, end)


def describe_pieces(text: str, spans: Sequence[Span]) -> TextSelector:
    """Return the selector of one range or of several in text order.

    Raises ValueError if a range is empty or not in the text, or if they overlap.
    """
    if any(span.start < before.end for before, span in pairwise(spans)):
        raise ValueError("the pieces of a quote must be in the order of the text")
    selectors = [describe(text, *span) for span in spans]
    if len(spans) == 1:
        return selectors[0]
    pieces = tuple(TextPiece(selector.quote, *span) for selector, span in zip(selectors, spans, strict=True))
    return TextSelector.of_pieces(pieces, selectors[0].prefix, selectors[-1].suffix)


def _is_unique(text: str, start: int, end: int, length: int) -> bool:
    return len(occurrences(text, text[max(0, start - length) : end + length], limit=2)) == 1

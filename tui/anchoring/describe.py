"""From a place to the selector that finds it again."""

from tui.anchoring.occurrences import occurrences
from tui.anchoring.thresholds import CONTEXT_LENGTH, LONGEST_CONTEXT
from tui.model import TextSelector


def describe(text: str, start: int, end: int) -> TextSelector:
    """Return the selector of `text[start:end]` with the shortest context that makes it unique.

    Offsets count code points. At least `CONTEXT_LENGTH` code points stand on each side where there are that
    many. Raises ValueError for an empty or impossible span.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no span of the text: {start} to {end}, of {len(text)} code points")
    length = CONTEXT_LENGTH
    while length < LONGEST_CONTEXT and not _is_unique(text, start, end, length):
        length *= 2
    length = _shortest(text, start, end, length)
    before, after = max(0, start - length), end + length
    return TextSelector(text[start:end], text[before:start], text[end:after], start, end)


def _shortest(text: str, start: int, end: int, enough: int) -> int:
    """Halve the range between a length that is too short and one that is enough."""
    short = max(CONTEXT_LENGTH - 1, enough // 2)
    while enough - short > 1:
        middle = (short + enough) // 2
        if _is_unique(text, start, end, middle):
            enough = middle
        else:
            short = middle
    return enough


def _is_unique(text: str, start: int, end: int, length: int) -> bool:
    return len(occurrences(text, text[max(0, start - length) : end + length], limit=2)) == 1

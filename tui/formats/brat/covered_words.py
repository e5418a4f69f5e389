"""Where a text-bound line is in a text, checked by the words that it has."""

from collections.abc import Sequence

from tui.formats.brat.standoff import StandoffLine, joined_spans
from tui.formats.counted_places import from_utf16, has_words
from tui.model import Span, TextPiece, TextSelector


def derived_selector(spans: Sequence[Span], text: str) -> TextSelector | None:
    """Return what a text-bound line says of a record's quote, or None."""
    if len(spans) == 1:  # as of most
        start, end = spans[0]
        words = text[start:end]
        return TextSelector(words, start=start, end=end) if words.strip() else None
    pieces = tuple(TextPiece(span.of(text), *span) for span in joined_spans(spans, text))
    return TextSelector.of_pieces(pieces) if pieces else None


def line_selector(line: StandoffLine, text: str) -> TextSelector | None:
    """Return the quote of a text-bound line, or None if it is blank.

    Its words decide. Programs in Java and JavaScript count UTF-16 code units, so its places may be these. If its words
    are at both, as of `"🌉"` from 0 to 2, their length decides. If other words are at both, the quote has the words of
    the line and no place. Raise ValueError if it has neither.
    """
    is_inside = _is_inside(line.spans, text)
    if is_inside and not line.text.strip():
        return derived_selector(line.spans, text)
    counted = [spans for spans in (line.spans, from_utf16(line.spans, text)) if _fits(spans, text, line.text)]
    if counted:
        return derived_selector(min(counted, key=lambda spans: _difference(spans, line.text)), text)
    if not is_inside:
        raise ValueError("no place and other words")
    return TextSelector.of_pieces(tuple(TextPiece(words) for words in _pieces(line)))


def _is_inside(spans: Sequence[Span], text: str) -> bool:
    return bool(spans) and all(span.start <= span.end <= len(text) for span in spans)


def _fits(spans: Sequence[Span], text: str, words: str) -> bool:
    return _is_inside(spans, text) and has_words(spans, text, words)


def _difference(spans: Sequence[Span], words: str) -> int:
    """Return how much longer or shorter the words are, with a space between."""
    return abs(sum(span.end - span.start + 1 for span in spans) - 1 - len(words))


def _pieces(line: StandoffLine) -> list[str]:
    """Return the words of each span, or all if their lengths do not fit."""
    words, pieces = line.text, []
    for span in line.spans:
        pieces.append(words[: span.end - span.start])
        words = words[span.end - span.start + 1 :]
    fits = not words and all(piece.strip() for piece in pieces) and len(" ".join(pieces)) == len(line.text)
    return pieces if fits else [line.text]

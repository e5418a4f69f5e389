"""Where a text-bound line is in a text, checked by the words that it has."""

from collections.abc import Sequence

from tui.formats.brat.standoff import StandoffLine, joined_spans
from tui.formats.counted_places import from_utf16, has_words
from tui.model import Span, TextPiece, TextSelector


def derived_selector(spans: Sequence[Span], text: str) -> TextSelector | None:
    """Return what a text-bound line says of a record's quote, or None."""
    pieces = tuple(TextPiece(span.of(text), *span) for span in joined_spans(spans, text))
    return TextSelector.of_pieces(pieces) if pieces else None


def line_selector(line: StandoffLine, text: str) -> TextSelector | None:
    """Return the quote of a text-bound line, or None if it is blank.

    Its words decide. Programs in Java and JavaScript count UTF-16 code units, so its places may be these. If other
    words are at both, the quote has the words of the line and no place. Raise ValueError if it has neither.
    """
    is_inside = _is_inside(line.spans, text)
    if is_inside and (not line.text.strip() or has_words(line.spans, text, line.text)):
        return derived_selector(line.spans, text)
    if line.spans and line.text.strip():
        spans = from_utf16(line.spans, text)
        if _is_inside(spans, text) and has_words(spans, text, line.text):
            return derived_selector(spans, text)
    if not is_inside:
        raise ValueError("no place and other words")
    return TextSelector.of_pieces(tuple(TextPiece(words) for words in _pieces(line)))


def _is_inside(spans: Sequence[Span], text: str) -> bool:
    return bool(spans) and all(span.start <= span.end <= len(text) for span in spans)


def _pieces(line: StandoffLine) -> list[str]:
    """Return the words of each span, or all if their lengths do not fit."""
    words, pieces = line.text, []
    for span in line.spans:
        pieces.append(words[: span.end - span.start])
        words = words[span.end - span.start + 1 :]
    fits = not words and all(piece.strip() for piece in pieces) and len(" ".join(pieces)) == len(line.text)
    return pieces if fits else [line.text]

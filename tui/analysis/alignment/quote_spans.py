"""The ranges that a draft quotes, without what announces them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.model import Span

if TYPE_CHECKING:
    from tui.attribution.suggestion import Suggestion

_PAIRS = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‹": "›", "'": "'"}
"""Opening quotation marks, and what closes each."""
_THAT = re.compile(r"(?:that|dass|daß|que|что)\s+(?=\S)|qu['’](?=\w)", re.IGNORECASE)
"""What announces the content by the rule `that`, in the languages that have a lexicon."""
_LOOSE = " \t\n,;:"
"""What is no part of a quote at its ends."""


def quote_spans(draft: Suggestion, text: str) -> tuple[Span, ...]:
    """Return the ranges that a suggestion quotes.

    Without quotation marks, and without the `that` which announces them.
    """
    pieces: list[Span] = []
    for span in sorted(draft.spans):
        start = max(span.start, pieces[-1].end) if pieces else span.start
        start = _after_that(draft, text, start) if not pieces else start
        piece = unquoted(text, Span(start, max(start, span.end)))
        if piece.start < piece.end:
            pieces.append(piece)
    return tuple(pieces) or draft.spans[:1]


def _after_that(draft: Suggestion, text: str, start: int) -> int:
    """Return where the clause after `that` starts."""
    that = _THAT.match(text, start) if draft.rule == "that" else None
    return that.end() if that else start


def unquoted(text: str, span: Span) -> Span:
    """Return a range without marks around it and without commas at its ends."""
    span = _without_ends(text, span)
    words = span.of(text)
    closing = _PAIRS.get(words[:1], "")
    inside = words[1:-1]
    if len(words) > 1 and closing and words[-1] in closing and not {words[0], words[-1]} & set(inside):
        return _without_ends(text, Span(span.start + 1, span.end - 1))
    return span


def _without_ends(text: str, span: Span) -> Span:
    words = span.of(text)
    end = span.start + len(words.rstrip(_LOOSE))
    return Span(min(end, span.end - len(words.lstrip(_LOOSE))), end)

"""Draft the suggestions for an article, part by part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.attribution.lexicon import lexicon_codes
from tui.attribution.suggestion import Suggestion, draft_suggestions
from tui.layout.guess_language import language_at
from tui.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model import Article, Codebook

PART = 100_000
"""Code points of an article that are read at once: a second's work."""


def language_of(article: Article) -> str:
    """Return the code of an article's language, "" if it has no lexicon."""
    code = article.byline.language or language_at(article.text, 0, len(article.text))
    return code if code in lexicon_codes() else ""


def draft_in_parts(article: Article, codebook: Codebook, threshold: float) -> Iterator[tuple[Suggestion, ...]]:
    """Yield the suggestions for each part of an article, in text order.

    Most articles are one part. A name that is written out in one part only is not known in the others.
    """
    language, text = language_of(article), article.text
    for part in _parts(text) if language else ():
        drafts = draft_suggestions(part.of(text), language, threshold, codebook)
        yield tuple(_moved(draft, part.start) for draft in drafts) if part.start else tuple(drafts)


def _parts(text: str) -> Iterator[Span]:
    """Yield ranges of about `PART` code points, whole lines if possible."""
    start = 0
    while start < len(text):
        end = start + PART
        line_end = text.find("\n", end, end + PART) + 1 if end < len(text) else len(text)
        end = line_end or end
        yield Span(start, min(end, len(text)))
        start = end


def _moved(draft: Suggestion, by: int) -> Suggestion:
    source = draft.speaker_span
    return replace(
        draft,
        speaker_span=Span(source.start + by, source.end + by) if source else None,
        cue_span=Span(draft.cue_span.start + by, draft.cue_span.end + by),
        spans=tuple(Span(span.start + by, span.end + by) for span in draft.spans),
    )

"""Draft the suggestions for an article, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.attribution.article_language import article_language
from tui.attribution.suggestion import Suggestion, draft_suggestions
from tui.model import Span
from tui.storage.workspace.lexicons import workspace_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.attribution.lexicon import Lexicon
    from tui.model import Article, Codebook, Workspace

PART = 100_000
"""Code points of an article that are read at once: a second's work."""


def article_lexicon(article: Article, workspace: Workspace) -> Lexicon | None:
    """Return the words for an article's language, None if there are none.

    Raises InputError if the workspace's own file of words is wrong.
    """
    return workspace_lexicon(workspace, article_language(article))


def draft_in_parts(
    article: Article, lexicon: Lexicon, codebook: Codebook, threshold: float
) -> Iterator[tuple[Suggestion, ...]]:
    """Yield the suggestions for each part of an article, in text order.

    Most articles are one part. A name that is written out in one part only is not known in the others.
    """
    language, text = article_language(article), article.text
    for part in _parts(text):
        drafts = draft_suggestions(part.of(text), language, threshold, codebook, lexicon)
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
    return draft._replace(
        speaker_span=Span(source.start + by, source.end + by) if source else None,
        cue_span=Span(draft.cue_span.start + by, draft.cue_span.end + by),
        spans=tuple(Span(span.start + by, span.end + by) for span in draft.spans),
    )

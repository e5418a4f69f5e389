"""The places of a search's hits, and marking them in one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.anchoring import describe
from tui.layout.word_snap import snap_to_words
from tui.session.pending_edit import PendingEdit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tui.model import Account, Annotation, Proposition, Span
    from tui.session.search_hits import SearchHits
    from tui.session.session import Session

MAX_MARKS = 200
"""Hits that can be marked in one step: each becomes a file, which takes milliseconds."""


class HitMark(NamedTuple):
    """The place of a hit, as whole words of an article."""

    siglum: str
    article: str
    """The article's id."""
    text: str
    """The text in which it was found: the file may change before it is marked."""
    span: Span


def hit_marks(hits: SearchHits, accounts: Sequence[Account]) -> tuple[HitMark, ...]:
    """Return the places of hits, each once, in the order of the accounts.

    The hits of an article that is open twice are those of its first account.
    """
    return tuple(dict.fromkeys(_places(hits, accounts)))


def _places(hits: SearchHits, accounts: Sequence[Account]) -> Iterator[HitMark]:
    articles: set[str] = set()
    for account, spans in zip(accounts, hits.panes, strict=False):
        article, text = account.article.id, account.article.text
        if article not in articles:
            yield from (HitMark(account.siglum, article, text, snap_to_words(text, span)) for span in spans)
        articles.add(article)


class PendingMarks(PendingEdit):
    """An annotation that is being typed for several places at once.

    Its draft is that of the first place.
    """

    def __init__(self, session: Session, marks: Sequence[HitMark]) -> None:
        super().__init__(session)
        self._targets = [(mark.article, describe(mark.text, *mark.span)) for mark in marks]

    def keep_draft(self, annotation: Annotation) -> None:
        super().keep_draft(self._placed_everywhere(annotation)[0])

    def save(self, annotation: Annotation, proposition: Proposition | None = None) -> None:
        """Save the annotation at each place, or raise SaveError and save none."""
        self._session.add_all(self._placed_everywhere(annotation), proposition)

    def save_elsewhere(self, annotation: Annotation) -> Path:
        """Write the annotations outside the workspace, and return their pattern."""
        paths = [super(PendingMarks, self).save_elsewhere(placed) for placed in self._placed_everywhere(annotation)]
        return paths[0] if len(paths) == 1 else paths[0].with_name("diptych.*.yaml")

    def _placed_everywhere(self, annotation: Annotation) -> list[Annotation]:
        return [replace(annotation, article=article, target=target) for article, target in self._targets]

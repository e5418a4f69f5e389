"""The matches of accounts and their drafts, found by place."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tui.layout.highlights import HighlightIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.analysis.alignment.aligned_drafts import AccountMatch
    from tui.attribution.suggestion import Suggestion
    from tui.model import Span


class MatchPlaces:
    """Finds matches of accounts without looking through all of them."""

    def __init__(self, matches: Sequence[AccountMatch]) -> None:
        self._matches = matches
        places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for number, each in enumerate(matches):
            for side, account in enumerate((each.left, each.right)):
                places[account.article.id] += ((*span, f"{number}") for span in each.match.of(side))
        self._places = {article: HighlightIndex(spans) for article, spans in places.items()}

    def at(self, article: str, spans: Iterable[Span]) -> list[AccountMatch]:
        """Return the matches with words of a place, in order."""
        places = self._places.get(article)
        return [self._matches[number] for number in numbers_at(places, spans)] if places else []


class DraftPlaces:
    """Finds drafts of an account without looking through all of them."""

    def __init__(self, drafts: Sequence[Suggestion]) -> None:
        self._drafts = drafts
        self._places = HighlightIndex((*span, f"{at}") for at, draft in enumerate(drafts) for span in draft.spans)

    def at(self, spans: Iterable[Span]) -> list[Suggestion]:
        """Return the drafts with words of a place, in order."""
        return [self._drafts[number] for number in numbers_at(self._places, spans)]


def numbers_at(places: HighlightIndex, spans: Iterable[Span]) -> list[int]:
    """Return the numbers that are keys of an index at a place, in order."""
    return sorted({int(key) for span in spans for _, _, key in places.overlapping(*span)})

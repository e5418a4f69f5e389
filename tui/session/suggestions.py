"""Suggestions that are still open: neither marked nor refused."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from tui.anchoring import anchor_all
from tui.model import NOTE, AnchorState, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.attribution.suggestion import Suggestion
    from tui.model import Account, Article
    from tui.storage.workspace.refused_suggestions import RefusedSuggestion


def open_suggestions(
    drafts: Iterable[Suggestion], account: Account, refused: Sequence[RefusedSuggestion]
) -> tuple[Suggestion, ...]:
    """Return drafts without those that are marked already or were refused."""
    marked = _Ranges(record_spans(account))
    places = _refused_places(account.article, refused)
    return tuple(
        draft
        for draft in drafts
        if draft.spans
        and not any(map(marked.overlaps, draft.spans))
        and not any(map(places.get(draft_key(draft.cue, draft.rule), _NOWHERE).overlaps, draft.spans))
    )


def record_spans(account: Account) -> Iterator[Span]:
    """Yield what records mark as a statement: not what has a note only."""
    for placed in account.anchored.values():
        if placed.annotation.kind != NOTE.name:
            yield from placed.spans


class _Ranges:
    """Ranges of a text, joined where they overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def overlaps(self, span: Span) -> bool:
        """Return whether a range has a code point in one of these."""
        first = bisect_right(self._ends, span.start)
        return first < len(self._starts) and self._starts[first] < span.end


_NOWHERE = _Ranges(())


def draft_key(cue: str, rule: str) -> tuple[str, str]:
    """Return by what a refused draft is known, beside its place."""
    return cue.casefold(), rule


def _refused_places(article: Article, refused: Iterable[RefusedSuggestion]) -> Mapping[tuple[str, str], _Ranges]:
    """Return where drafts of an article were refused, by cue and rule."""
    return {key: _Ranges(spans) for key, spans in refused_spans(article, refused)}


def refused_spans(
    article: Article, refused: Iterable[RefusedSuggestion]
) -> Iterable[tuple[tuple[str, str], list[Span]]]:
    """Return where drafts of an article were refused, with the key of each."""
    own = [each for each in refused if each.article == article.id]
    places: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for each, anchor in zip(own, anchor_all(article.text, [each.target for each in own]), strict=True):
        # A place that is not sure hides no suggestion: it is refused once more, and nothing is lost.
        if anchor.state in (AnchorState.EXACT, AnchorState.ADJUSTED) and anchor.start is not None:
            places[draft_key(each.cue, each.rule)].append(Span(anchor.start, anchor.end or anchor.start))
    return places.items()

"""Suggestions that are still open: neither marked nor refused."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from tui.anchoring import anchor_all, describe
from tui.model import NOTE, AnchorState, Span
from tui.session.history import SuggestionRefusal
from tui.session.saved_changes import save_suggestion_refusal
from tui.storage.workspace.refused_suggestions import RefusedSuggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.attribution.suggestion import Suggestion
    from tui.model import Account, Article
    from tui.session.session import Session


def open_suggestions(
    drafts: Iterable[Suggestion], account: Account, refused: Sequence[RefusedSuggestion]
) -> tuple[Suggestion, ...]:
    """Return drafts without those that are marked already or were refused."""
    marked = _Ranges(_marked(account))
    places = _refused_places(account.article, refused)
    return tuple(
        draft
        for draft in drafts
        if draft.spans
        and not any(map(marked.overlaps, draft.spans))
        and not any(map(places.get(_key(draft.cue, draft.rule), _NOWHERE).overlaps, draft.spans))
    )


def _marked(account: Account) -> Iterator[Span]:
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


def _key(cue: str, rule: str) -> tuple[str, str]:
    return cue.casefold(), rule


def _refused_places(article: Article, refused: Iterable[RefusedSuggestion]) -> Mapping[tuple[str, str], _Ranges]:
    """Return where drafts of an article were refused, by cue and rule."""
    own = [each for each in refused if each.article == article.id]
    places: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for each, anchor in zip(own, anchor_all(article.text, [each.target for each in own]), strict=True):
        # A place that is not sure hides no suggestion: it is refused once more, and nothing is lost.
        if anchor.state in (AnchorState.EXACT, AnchorState.ADJUSTED) and anchor.start is not None:
            places[_key(each.cue, each.rule)].append(Span(anchor.start, anchor.end or anchor.start))
    return {key: _Ranges(spans) for key, spans in places.items()}


def refuse_suggestion(session: Session, account: Account, draft: Suggestion) -> None:
    """Remember, durably, that a suggestion is wrong, or raise SaveError.

    Undo makes it come back.
    """
    text = account.article.text
    place = Span(draft.spans[0].start, draft.spans[0].end)
    refused = RefusedSuggestion(account.article.id, draft.cue, draft.rule, describe(text, *place))
    change = SuggestionRefusal((refused,))
    save_suggestion_refusal(session.workspace, change)
    session.history.add((change,))

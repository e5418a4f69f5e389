"""The open suggestions of all accounts, in an order, and steps among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.attribution.suggestion import Suggestion


class Offered(NamedTuple):
    """A suggestion for an account."""

    position: int
    """The position of the account, from 0."""
    draft: Suggestion

    @property
    def start(self) -> int:
        """Where its cue or its content begins, in code points."""
        return min(self.draft.cue_span.start, *(span.start for span in self.draft.spans))

    def has(self, offset: int) -> bool:
        """Return whether a code point is in its content or its cue."""
        return any(span.start <= offset < span.end for span in (*self.draft.spans, self.draft.cue_span))


def in_order(offered: Iterable[Offered], *, by_score: bool) -> tuple[Offered, ...]:
    """Return suggestions by account and place, or the surest first."""
    return tuple(sorted(offered, key=_by_score if by_score else _by_place))


def _by_place(offered: Offered) -> tuple[int, int]:
    return offered.position, offered.start


def _by_score(offered: Offered) -> tuple[float, int, int]:
    return -offered.draft.score, offered.position, offered.start


def next_offered(
    ordered: Sequence[Offered], current: Offered | None, place: tuple[int, int], by: int
) -> tuple[Offered | None, bool]:
    """Return the next suggestion (`by` 1) or the one before, and if it wrapped.

    Without a current one, it is the first in the order after a place, which is an account's position and a code point.
    """
    if not ordered:
        return None, False
    if current in ordered:
        number = ordered.index(current) + by
        return ordered[number % len(ordered)], not 0 <= number < len(ordered)
    if by > 0:
        after = (each for each in ordered if _by_place(each) >= place)
        first = next(after, None)
        return first or ordered[0], first is None
    before = (each for each in reversed(ordered) if _by_place(each) < place)
    last = next(before, None)
    return last or ordered[-1], last is None


def offered_at(offered: Iterable[Offered], position: int, offset: int) -> Offered | None:
    """Return the shortest suggestion at a code point of an account."""
    inside = [each for each in offered if each.position == position and each.has(offset)]
    return min(inside, key=lambda each: sum(span.end - span.start for span in each.draft.spans), default=None)


class SuggestedWords(NamedTuple):
    """A part of a suggestion in the text, in code points."""

    span: Span
    is_cue: bool
    is_current: bool


def suggested_words(offered: Iterable[Offered], current: Offered | None) -> tuple[SuggestedWords, ...]:
    """Return the cues and contents of suggestions in text order.

    Where two overlap, the words belong to the first.
    """
    parts = [
        SuggestedWords(span, is_cue, each == current)
        for each in offered
        for span, is_cue in ((each.draft.cue_span, True), *((span, False) for span in each.draft.spans))
    ]
    words: list[SuggestedWords] = []
    last = 0
    for part in sorted(parts, key=lambda part: part.span):
        if part.span.end > last:
            words.append(part._replace(span=Span(max(last, part.span.start), part.span.end)))
            last = part.span.end
    return tuple(words)

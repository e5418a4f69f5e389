"""The open suggestions of all accounts, in an order, and steps among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.layout.highlights import HighlightIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.attribution.suggestion import Suggestion
    from tui.model import Span


CUE = "cue"
"""What ends the key of words that are a cue."""


class Offered(NamedTuple):
    """A suggestion for an account."""

    position: int
    """The position of the account, from 0."""
    start: int
    """Where its cue or its content begins, in code points."""
    draft: Suggestion

    @classmethod
    def of(cls, position: int, draft: Suggestion) -> Offered:
        """Return a draft for the account at a position."""
        return cls(position, min(draft.cue_span.start, *(span.start for span in draft.spans)), draft)

    @property
    def parts(self) -> tuple[Span, ...]:
        """Its cue and its content."""
        return (self.draft.cue_span, *self.draft.spans)

    def has(self, offset: int) -> bool:
        """Return whether a code point is in its content or its cue."""
        return any(span.start <= offset < span.end for span in self.parts)


def in_order(offered: Iterable[Offered], *, by_score: bool) -> tuple[Offered, ...]:
    """Return suggestions by account and place, or the surest first."""
    return tuple(sorted(offered, key=_by_score if by_score else _by_place))


def _by_place(offered: Offered) -> tuple[int, int]:
    return offered.position, offered.start


def _by_score(offered: Offered) -> tuple[float, int, int]:
    return -offered.draft.score, offered.position, offered.start


def next_offered(
    ordered: Sequence[Offered], number: int | None, place: tuple[int, int], by: int
) -> tuple[Offered | None, bool]:
    """Return the suggestion after one (`by` 1) or before it, and if it wraps.

    `number` counts from 0. If it is None, begin at a place, which is an account's position and a code point.
    """
    if not ordered:
        return None, False
    if number is not None:
        return ordered[(number + by) % len(ordered)], not 0 <= number + by < len(ordered)
    if by > 0:
        after = (each for each in ordered if _by_place(each) >= place)
        first = next(after, None)
        return first or ordered[0], first is None
    before = (each for each in reversed(ordered) if _by_place(each) < place)
    last = next(before, None)
    return last or ordered[-1], last is None


class AccountSuggestions:
    """The suggestions for one account by place."""

    def __init__(self, offered: Iterable[Offered] = ()) -> None:
        self._offered = tuple(offered)
        contents = ((*span, f"{number}") for number, each in enumerate(self._offered) for span in each.draft.spans)
        cues = ((*each.draft.cue_span, f"{number}{CUE}") for number, each in enumerate(self._offered))
        self.words = HighlightIndex((*contents, *cues))
        """Cues and contents, with the keys of cues ending in `CUE`."""

    def __len__(self) -> int:
        return len(self._offered)

    def at(self, offset: int) -> Offered | None:
        """Return the suggestion at a code point, the innermost one."""
        key = next(iter(self.words.at(offset)), None)
        return None if key is None else self._offered[int(key.removesuffix(CUE))]

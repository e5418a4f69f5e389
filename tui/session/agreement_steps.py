"""Compute the agreement of the annotators of the open accounts in steps."""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from tui.analysis.agreement.agreement import Agreement, Contrast, find_agreement
from tui.session.agreement_list import DisagreedPlace, disagreed_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.agreement.figures import Figure
    from tui.model import Collation


class AgreementSteps:
    """The agreement of one collation, of which each step may take long.

    A thread makes the steps, and what they computed can be read meanwhile.
    """

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self.places: dict[tuple[str, ...], tuple[DisagreedPlace, ...]] = {}
        """Where the annotators of a contrast disagree, once it is known."""
        self.figures: dict[tuple[str, ...], tuple[Figure, ...]] = {}
        """The figures of a contrast, once they are known."""
        self.intervals: dict[tuple[str, ...], int] = {}
        """For how many of the figures of a contrast the interval is known."""
        self._lock = Lock()
        """The thread of a screen that was closed may still be at work."""

    @cached_property
    def agreement(self) -> Agreement:
        return find_agreement(self.collation)

    @property
    def is_known(self) -> bool:
        """Whether it is known who the annotators are."""
        return bool(self.places)

    @property
    def contrasts(self) -> tuple[Contrast, ...]:
        """All annotators together, then each pair, once they are known."""
        return (self.agreement.whole, *self.agreement.pairs) if self.is_known else ()

    def is_complete(self, annotators: tuple[str, ...]) -> bool:
        """Return whether all figures of a contrast and their intervals are known."""
        return annotators in self.figures and self.intervals[annotators] == len(self.figures[annotators])

    def steps(self, annotators: tuple[str, ...]) -> Iterator[None]:
        """Compute a contrast, or all annotators together if there is none.

        Yield when there is more to read.
        """
        with self._lock:
            contrasts = {contrast.annotators: contrast for contrast in self._all_contrasts()}
        contrast = contrasts.get(annotators, self.agreement.whole)
        key = contrast.annotators
        if key not in self.places:
            self.places[key] = disagreed_places(contrast, self.collation)
            yield
        if key not in self.figures:
            self.intervals[key] = 0
            self.figures[key] = contrast.figures
            yield
        for number, figure in enumerate(self.figures[key], 1):
            _ = figure.interval
            self.intervals[key] = max(number, self.intervals[key])
            yield

    def _all_contrasts(self) -> tuple[Contrast, ...]:
        return (self.agreement.whole, *self.agreement.pairs)

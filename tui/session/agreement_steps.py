"""Compute the agreement of the annotators of the open accounts in steps."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from tui.analysis.adjudication import is_result
from tui.analysis.agreement.agreement import Agreement, Contrast, find_agreement
from tui.session.agreement_list import DisagreedPlace, disagreed_places, settle_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.agreement.figures import Figure
    from tui.analysis.agreement.matching import Unit
    from tui.model import Account, Collation


class AgreementSteps:
    """The agreement of one collation, of which each step may take long.

    A thread makes the steps, and what they computed can be read meanwhile.
    """

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self.agreement: Agreement | None = None
        """None until it is known who the annotators are."""
        self.places: dict[tuple[str, ...], tuple[DisagreedPlace, ...]] = {}
        """Where the annotators of a contrast disagree, once it is known."""
        self.figures: dict[tuple[str, ...], tuple[Figure, ...]] = {}
        """The figures of a contrast, once they are known."""
        self.intervals: dict[tuple[str, ...], int] = {}
        """For how many of the figures of a contrast the interval is known."""
        self._lock = Lock()
        """The thread of a screen that was closed may still be at work."""

    @property
    def contrasts(self) -> tuple[Contrast, ...]:
        """All annotators together, then each pair, once they are known."""
        return (self.agreement.whole, *self.agreement.pairs) if self.agreement else ()

    def is_complete(self, annotators: tuple[str, ...]) -> bool:
        """Return whether all figures of a contrast and their intervals are known."""
        return annotators in self.figures and self.intervals[annotators] == len(self.figures[annotators])

    def steps(self, annotators: tuple[str, ...]) -> Iterator[None]:
        """Compute a contrast, or all annotators together if there is none.

        Yield when there is more to read.
        """
        with self._lock:
            self.agreement = self.agreement or _computed(self.collation)
        contrasts = {contrast.annotators: contrast for contrast in self.contrasts}
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

    def updated(self, collation: Collation) -> AgreementSteps:
        """Return the agreement of a collation, with what is known of it already.

        What settles disagreements changes no figure.
        """
        newer = AgreementSteps(collation)
        if self.agreement and _same_marks(self.collation, collation):
            newer.agreement, newer.figures, newer.intervals = self.agreement, self.figures, self.intervals
            newer.places = {key: settle_places(places, collation) for key, places in [*self.places.items()]}
        return newer

    def unit_of_all(self, unit: Unit) -> Unit:
        """Return what all annotators marked at a place that some of them marked."""
        ids = frozenset(unit.ids)
        units = self.agreement.whole.units if self.agreement else ()
        return next((one for one in units if ids.issubset(one.ids)), unit)


def _computed(collation: Collation) -> Agreement:
    """Return the agreement with all that is quick to read of it afterwards."""
    agreement = find_agreement(collation)
    _ = agreement.whole.units, agreement.pairs, agreement.statements
    return agreement


def _same_marks(one: Collation, other: Collation) -> bool:
    """Return whether two collations differ in results of adjudication at most."""
    if one.codebook is not other.codebook or len(one.articles_once) != len(other.articles_once):
        return False
    return all(
        old.article is new.article and _marks(old) == _marks(new)
        for old, new in zip(one.articles_once, other.articles_once, strict=True)
    )


def _marks(account: Account) -> list[int]:
    # By identity, since to compare the records of many annotators takes long.
    return [id(placed) for placed in account.placed if not is_result(placed.record.annotation)]

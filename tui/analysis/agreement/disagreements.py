"""The places at which annotators do not agree, each with its records."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tui.analysis.agreement.codings import Coding
from tui.analysis.agreement.matching import Unit
from tui.model import OWN_VOICE


class Difference(StrEnum):
    """What annotators differ in at one place."""

    MARKED = "marked"
    """Not all who read it marked it."""
    SPAN = "span"
    KIND = "kind"
    SPEAKER = "speaker"
    PROPOSITION = "proposition"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One difference between those who read a place."""

    difference: Difference
    unit: Unit

    @property
    def article(self) -> str:
        return self.unit.codings[0].article

    @property
    def is_open(self) -> bool:
        """Whether nobody has settled it."""
        return not self.unit.results


def find_disagreements(units: Iterable[Unit]) -> tuple[Disagreement, ...]:
    """Return all differences, in the order of their places."""
    return tuple(Disagreement(difference, unit) for unit in units for difference in _differences(unit))


def _differences(unit: Unit) -> Iterator[Difference]:
    if unit.absent:
        yield Difference.MARKED
    for difference in (Difference.SPAN, Difference.KIND, Difference.SPEAKER, Difference.PROPOSITION):
        first, *others = [coded_value(coding, difference) for coding in unit.codings]
        if any(value != first for value in others):
            yield difference


def coded_value(coding: Coding, difference: Difference) -> str:
    """Return what one annotator chose, as in `12–31` or `claim`."""
    match difference:
        case Difference.MARKED | Difference.SPAN:
            return "; ".join(f"{start}–{end}" for start, end in coding.spans)
        case Difference.KIND:
            return coding.kind
        case Difference.SPEAKER:
            return "; ".join(coding.speakers) or OWN_VOICE
        case Difference.PROPOSITION:
            return coding.about

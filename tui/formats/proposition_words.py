"""What a codebook says of a proposition: contradictions, and a verdict."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.analysis.comparison import ComparisonRow
from tui.formats.phrasing import format_day
from tui.model import Codebook, Proposition


class Remark(NamedTuple):
    """One thing that is said of a proposition."""

    label: str
    texts: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.label}: {', '.join(self.texts)}"


def proposition_remarks(proposition: Proposition, codebook: Codebook) -> tuple[Remark, ...]:
    """Return what is said of a proposition.

    As in `contradicts: The attack killed 19 people` and `verdict: unproven, 2 March 2026`.
    """
    others = codebook.contradicting(proposition.slug)
    contradictions = (Remark("contradicts", (codebook.proposition_text(slug),)) for slug in others)
    return (*contradictions, *_verdict(proposition))


def remarked(rows: Iterable[ComparisonRow], codebook: Codebook) -> tuple[tuple[Proposition, tuple[Remark, ...]], ...]:
    """Return the propositions of rows of which something is said, with it."""
    pairs = ((row.proposition, proposition_remarks(row.proposition, codebook)) for row in rows)
    return tuple((proposition, remarks) for proposition, remarks in pairs if remarks)


def _verdict(proposition: Proposition) -> Iterator[Remark]:
    parts = (proposition.verdict, format_day(proposition.checked) if proposition.checked else "")
    if any(parts):
        yield Remark("verdict", tuple(part for part in parts if part))
    if because := " ".join(proposition.because.split()):
        yield Remark("because", (because,))
    if proposition.sources:
        yield Remark("sources", proposition.sources)

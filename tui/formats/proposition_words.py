"""What a codebook says of a proposition: contradictions, and a verdict."""

from collections.abc import Iterable

from tui.analysis.comparison import ComparisonRow
from tui.formats.phrasing import format_day
from tui.model import Codebook, Proposition


def proposition_remarks(proposition: Proposition, codebook: Codebook) -> tuple[str, ...]:
    """Return what is said of a proposition, one remark a line, or nothing.

    As in `("contradicts: The attack killed 19 people", "verdict: unproven, 2 March 2026")`.
    """
    others = codebook.contradicting(proposition.slug)
    contradictions = (f"contradicts: {codebook.proposition_text(slug)}" for slug in others)
    return (*contradictions, *_verdict(proposition))


def remarked(rows: Iterable[ComparisonRow], codebook: Codebook) -> tuple[tuple[Proposition, tuple[str, ...]], ...]:
    """Return the propositions of rows of which something is said, with it."""
    pairs = ((row.proposition, proposition_remarks(row.proposition, codebook)) for row in rows)
    return tuple((proposition, remarks) for proposition, remarks in pairs if remarks)


def _verdict(proposition: Proposition) -> tuple[str, ...]:
    parts = (proposition.verdict, format_day(proposition.checked) if proposition.checked else "")
    verdict = ", ".join(part for part in parts if part)
    because = " ".join(proposition.because.split())
    lines = (
        f"verdict: {verdict}" if verdict else "",
        f"because: {because}" if because else "",
        f"sources: {', '.join(proposition.sources)}" if proposition.sources else "",
    )
    return tuple(line for line in lines if line)

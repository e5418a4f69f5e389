"""Statements in words: who makes them, how many, and what is doubtful."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.analysis.account_cell import AccountCell, CellLine, speakers_of
from tui.formats.phrasing import and_list, in_quotes, qualifiers, shorten
from tui.model import OWN_VOICE, AnchorState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.analysis.comparison import ComparisonRow
    from tui.analysis.people import Person
    from tui.analysis.statements import Statement
    from tui.model import Account, Codebook

ADJUSTED_SIGN = "~"
"""Marks statements whose words have changed since they were marked."""

_REASONS = {
    AnchorState.REVIEW: "place in the text not certain",
    AnchorState.ORPHAN: "not in the text today",
}


def line_speakers(line: CellLine) -> str:
    """Return who makes the statements of a cell's line: `A, own voice`."""
    return _named(line.speakers)


def contrary_lines(statements: Iterable[Statement], codebook: Codebook) -> tuple[str, ...]:
    """Return who says what contradicts a proposition.

    There is a line for each contradicting proposition: `A, own voice: 3 people died`.
    """
    by_slug: dict[str, list[Statement]] = {}
    for statement in statements:
        by_slug.setdefault(statement.about, []).append(statement)
    return tuple(f"{_named(speakers_of(own))}: {codebook.proposition_text(slug)}" for slug, own in by_slug.items())


def contrary_by_account(row: ComparisonRow, codebook: Codebook) -> Iterator[tuple[Account, str]]:
    """Yield the accounts that carry what contradicts a row, with who says it."""
    accounts = {statement.account.article.id: statement.account for statement in row.contrary}
    for article, account in accounts.items():
        yield from ((account, line) for line in contrary_lines(row.contrary_in(article), codebook))


def line_count(line: CellLine) -> str:
    """Return the number of a line of a cell: `2`, or `2~` if words changed."""
    return f"{len(line.statements)}{ADJUSTED_SIGN * line.adjusted}"


def doubtful_count(number: int) -> str:
    """Return how many statements do not count, if any: `2 doubtful`."""
    return f"{number:,} doubtful" if number else ""


def uncounted(cell: AccountCell) -> tuple[str, ...]:
    """Return what of a cell does not count, if anything.

    As in `("2 doubtful", "1 of an unknown kind")`.
    """
    unresolved = f"{len(cell.unresolved):,} of an unknown kind" if cell.unresolved else ""
    return tuple(part for part in (doubtful_count(len(cell.doubtful)), unresolved) if part)


def marked_by(statement: Statement) -> str:
    """Return who marked a statement, if several records do."""
    if not statement.others:
        return ""
    return f"marked by {and_list([name or 'somebody unnamed' for name in statement.annotators])}"


def statement_qualifiers(statement: Statement) -> str:
    """Return what weakens a statement and who reports it, or nothing."""
    if not statement.others:
        return " · ".join(qualifiers(statement.annotation))
    return " · ".join(dict.fromkeys(part for record in statement.records for part in qualifiers(record.annotation)))


def statement_doubt(statement: Statement) -> str:
    """Return why a statement does not count, or an empty string if it does."""
    if not statement.kind.is_known:
        return "does not count: the codebook has no such kind"
    anchor = statement.placed.anchor
    reason = _REASONS.get(anchor.state) if anchor else None
    return f"doubtful: {reason}" if reason else ""


def statement_quote(statement: Statement) -> str:
    """Return today's words, shortened: `“…”`, or `~ “…”` if changed."""
    return mark_adjusted(statement, in_quotes(shorten(statement.words)))


def mark_adjusted(statement: Statement, quote: str) -> str:
    """Return a quote with a `~` before it if the text has changed there."""
    return f"{ADJUSTED_SIGN} {quote}" if statement.is_adjusted else quote


def _named(speakers: Iterable[str]) -> str:
    return ", ".join(name or OWN_VOICE for name in speakers)


def account_counts(person: Person) -> str:
    """Return the number of a person's statements by account: `A 3, D 1`."""
    counts = Counter(statement.account.siglum for statement in person.statements)
    return ", ".join(f"{siglum} {number}" for siglum, number in counts.items())

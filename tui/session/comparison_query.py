"""Choose and sort the rows of a comparison."""

from dataclasses import dataclass, replace

from tui.analysis.comparison import (
    Comparison,
    ComparisonRow,
    Status,
    rows_left_out_by,
    rows_only_in,
    rows_with_status,
)
from tui.analysis.folding import fold
from tui.analysis.row_order import RowOrder, fold_rows, sort_rows

ORDER_LABELS = {
    RowOrder.STATUS: "by status",
    RowOrder.DIVIDES: "most divided first",
    RowOrder.SPREAD: "most told first",
    RowOrder.TOLD: "as told",
}
"""In the order in which `next_order` goes through them."""


@dataclass(frozen=True, slots=True)
class ComparisonQuery:
    """Conditions that a row must meet, and the order of the rows."""

    order: RowOrder = RowOrder.STATUS
    status: Status | None = None
    only: str = ""
    """The id of the one article that has the proposition."""
    missing: str = ""
    """The id of an article that leaves the proposition out."""
    verdict: str | None = None
    """The verdict on the proposition, "" for none."""
    unfolded: bool = False
    """Whether what one account alone tells is shown without any condition too."""

    @property
    def active(self) -> bool:
        return bool(self.status or self.only or self.missing or self.verdict is not None)

    def cleared(self) -> "ComparisonQuery":
        return ComparisonQuery(self.order, unfolded=self.unfolded)

    def toggle_fold(self) -> "ComparisonQuery":
        """Return the query without conditions, with the other choice of rows."""
        return ComparisonQuery(self.order, unfolded=self.active or not self.unfolded)

    def toggle_status(self, status: Status) -> "ComparisonQuery":
        return replace(self, status=None if self.status is status else status)

    def toggle_only(self, article_id: str) -> "ComparisonQuery":
        return replace(self, only="" if self.only == article_id else article_id, missing="")

    def next_missing(self, articles: tuple[str, ...]) -> "ComparisonQuery":
        """Return the query for what the next article, or none, leaves out."""
        turns = ("", *articles)
        position = turns.index(self.missing) if self.missing in turns else 0
        return replace(self, missing=turns[(position + 1) % len(turns)], only="")

    def next_verdict(self, verdicts: tuple[str, ...]) -> "ComparisonQuery":
        """Return the query for the next verdict, then for none, then for any."""
        turns = (None, *verdicts, "")
        position = turns.index(self.verdict) if self.verdict in turns else 0
        return replace(self, verdict=turns[(position + 1) % len(turns)])

    def next_order(self) -> "ComparisonQuery":
        """Return the query with the next order."""
        orders = tuple(ORDER_LABELS)
        return replace(self, order=orders[(orders.index(self.order) + 1) % len(orders)])


def verdicts_of(comparison: Comparison) -> tuple[str, ...]:
    """Return the verdicts on the rows' propositions, each in one spelling."""
    spellings: dict[str, str] = {}
    for row in comparison.rows:
        if row.proposition.verdict:
            spellings.setdefault(fold(row.proposition.verdict), row.proposition.verdict)
    return tuple(spellings[key] for key in sorted(spellings))


def matching_rows(comparison: Comparison, query: ComparisonQuery) -> tuple[ComparisonRow, ...]:
    """Return the sorted rows that meet the query's conditions.

    Without any, rows that one account alone tells are left out while they are folded.
    """
    rows = comparison.rows
    if query.status:
        rows = rows_with_status(rows, query.status)
    if query.only:
        rows = rows_only_in(rows, query.only)
    if query.missing:
        rows = rows_left_out_by(rows, query.missing)
    if query.verdict is not None:
        rows = tuple(row for row in rows if fold(row.proposition.verdict) == fold(query.verdict))
    if not query.active and not query.unfolded:
        rows, _ = fold_rows(rows)
    return sort_rows(rows, query.order)


def query_in_words(comparison: Comparison, query: ComparisonQuery, number: int) -> str:
    """Return the conditions, like "disputed: 3 of 78", or "" without any."""
    sigla = {account.article.id: account.siglum for account in comparison.accounts}
    parts = (
        query.status.words if query.status else "",
        f"what only {sigla.get(query.only, '?')} tells" if query.only else "",
        f"what {sigla.get(query.missing, '?')} leaves out" if query.missing else "",
        _verdict_in_words(query.verdict),
    )
    conditions = ", ".join(filter(None, parts))
    return f"{conditions}: {number} of {len(comparison.rows)}" if conditions else ""


def _verdict_in_words(verdict: str | None) -> str:
    if verdict is None:
        return ""
    return f"verdict: {verdict}" if verdict else "without a verdict"

"""Choose and sort the rows of a comparison."""

from dataclasses import dataclass, replace

from tui.analysis.comparison import (
    Comparison,
    ComparisonRow,
    RowOrder,
    Status,
    rows_left_out_by,
    rows_only_in,
    rows_with_status,
    sort_rows,
)

ORDER_LABELS = {RowOrder.STATUS: "by status", RowOrder.SPREAD: "most told first", RowOrder.TOLD: "as told"}
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

    @property
    def active(self) -> bool:
        return bool(self.status or self.only or self.missing)

    def cleared(self) -> "ComparisonQuery":
        return ComparisonQuery(self.order)

    def toggle_status(self, status: Status) -> "ComparisonQuery":
        return replace(self, status=None if self.status is status else status)

    def toggle_only(self, article_id: str) -> "ComparisonQuery":
        return replace(self, only="" if self.only == article_id else article_id, missing="")

    def next_missing(self, articles: tuple[str, ...]) -> "ComparisonQuery":
        """Return the query for what the next article, or none, leaves out."""
        turns = ("", *articles)
        position = turns.index(self.missing) if self.missing in turns else 0
        return replace(self, missing=turns[(position + 1) % len(turns)], only="")

    def next_order(self) -> "ComparisonQuery":
        """Return the query with the next order."""
        orders = tuple(ORDER_LABELS)
        return replace(self, order=orders[(orders.index(self.order) + 1) % len(orders)])


def matching_rows(comparison: Comparison, query: ComparisonQuery) -> tuple[ComparisonRow, ...]:
    """Return the sorted rows that meet the query's conditions."""
    rows = comparison.rows
    if query.status:
        rows = rows_with_status(rows, query.status)
    if query.only:
        rows = rows_only_in(rows, query.only)
    if query.missing:
        rows = rows_left_out_by(rows, query.missing)
    return sort_rows(rows, query.order)


def query_in_words(comparison: Comparison, query: ComparisonQuery, number: int) -> str:
    """Return the conditions, like "disputed: 3 of 78", or "" without any."""
    sigla = {account.article.id: account.siglum for account in comparison.accounts}
    parts = (
        str(query.status) if query.status else "",
        f"what only {sigla.get(query.only, '?')} tells" if query.only else "",
        f"what {sigla.get(query.missing, '?')} leaves out" if query.missing else "",
    )
    conditions = ", ".join(filter(None, parts))
    return f"{conditions}: {number} of {len(comparison.rows)}" if conditions else ""

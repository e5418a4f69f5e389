"""Which rows of a comparison are wanted, and in what order: pure."""

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


@dataclass(frozen=True, slots=True)
class ComparisonQuery:
    """A question to the comparison; without any of them all rows are wanted."""

    order: RowOrder = RowOrder.STATUS
    status: Status | None = None
    only: str = ""
    """The id of the article that alone speaks of it."""
    missing: str = ""
    """The id of the article that leaves it out."""

    @property
    def active(self) -> bool:
        """Whether it leaves rows out."""
        return bool(self.status or self.only or self.missing)

    def everything(self) -> "ComparisonQuery":
        """Return the same order without a question."""
        return ComparisonQuery(self.order)

    def with_status(self, status: Status) -> "ComparisonQuery":
        """Return the question for a status, or no longer for it."""
        return replace(self, status=None if self.status is status else status)

    def only_told_by(self, article_id: str) -> "ComparisonQuery":
        """Return the question for what one account alone tells, or no longer for it."""
        return replace(self, only="" if self.only == article_id else article_id, missing="")

    def next_missing(self, articles: tuple[str, ...]) -> "ComparisonQuery":
        """Return the question for what the next account leaves out; after the last account none."""
        turns = ("", *articles)
        here = turns.index(self.missing) if self.missing in turns else 0
        return replace(self, missing=turns[(here + 1) % len(turns)], only="")

    def next_order(self) -> "ComparisonQuery":
        """Return the same question in the next order."""
        turns = (RowOrder.STATUS, RowOrder.SPREAD, RowOrder.TOLD)
        return replace(self, order=turns[(turns.index(self.order) + 1) % len(turns)])


ORDER_WORDS = {
    RowOrder.STATUS: "by status",
    RowOrder.SPREAD: "most told first",
    RowOrder.TOLD: "as told",
}


def matching_rows(comparison: Comparison, choice: ComparisonQuery) -> tuple[ComparisonRow, ...]:
    """Return the rows that are wanted, in the order wanted."""
    rows = comparison.rows
    if choice.status:
        rows = rows_with_status(rows, choice.status)
    if choice.only:
        rows = rows_only_in(rows, choice.only)
    if choice.missing:
        rows = rows_left_out_by(rows, choice.missing)
    return sort_rows(rows, choice.order, comparison.codebook)


def query_in_words(comparison: Comparison, choice: ComparisonQuery, number: int) -> str:
    """Return in words what is asked, and how many there are; an empty string where nothing is."""
    names = {account.article.id: account.siglum for account in comparison.accounts}
    parts = [
        str(choice.status) if choice.status else "",
        f"what only {names.get(choice.only, '?')} tells" if choice.only else "",
        f"what {names.get(choice.missing, '?')} leaves out" if choice.missing else "",
    ]
    asked = ", ".join(part for part in parts if part)
    return f"{asked}: {number} of {len(comparison.rows)}" if asked else ""

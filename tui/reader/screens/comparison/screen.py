"""The comparison screen: a row per proposition, a column per account."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.analysis.comparison import Comparison, ComparisonRow, Status
from tui.layout.glyphs import Glyphs
from tui.reader.dialogs.overlay import Overlay
from tui.reader.screens.comparison.rows import (
    STATUS_KEYS,
    ComparisonRows,
    cell_statements,
    comparison_head,
    evidence_lines,
    fit_columns,
    outside_rows,
    status_totals,
)
from tui.reader.widgets.detail_lines import DetailLines
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import BAR, EDGE, ListView
from tui.session.comparison_query import ORDER_LABELS, ComparisonQuery, matching_rows, query_in_words
from tui.session.tour import EvidenceTour, tour_of

_NO_MATCH = "No proposition is like that. Esc shows all of them."
_NO_ROWS = "No annotation names a proposition yet."


@dataclass
class ComparisonState:
    """What the comparison remembers until it is opened again."""

    query: ComparisonQuery = field(default_factory=ComparisonQuery)
    slug: str = ""
    """The proposition under the cursor."""
    column: int = 0
    tour: EvidenceTour | None = None
    """The evidence visited last."""


class ComparisonList(ListView):
    """The rows of a comparison, with a cursor that also moves sideways."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move_column(-1)", "Left", show=False),
        Binding("right,l", "move_column(1)", "Right", show=False),
    ]

    def __init__(self, accounts: int, column: int, *, empty_text: str, glyphs: Glyphs) -> None:
        super().__init__(glyphs=glyphs, empty_text=empty_text)
        self.accounts = accounts
        self.column = column

    def action_move_column(self, by: int) -> None:
        self.go_to_column(self.column + by)

    def go_to_column(self, column: int) -> None:
        """Go to a column: 0 for the proposition, then the accounts."""
        self.column = max(0, min(column, self.accounts))
        if isinstance(self.rows, ComparisonRows):
            self.rows.column = self.column
        self.refresh()
        self.post_message(self.Moved(self))

    def click_cell(self, x: int) -> None:
        self.go_to_column(fit_columns(self.row_width, self.accounts).at(max(0, x)))


class ComparisonScreen(Overlay[EvidenceTour | None]):
    """Shows who says what and who is silent, and returns evidence to visit."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("q,t", "dismiss(None)", "Close"),
        Binding("s", "order", "Order"),
        Binding("m", "missing", "Left out"),
        *(Binding(key, f"status('{status.name}')", status.value) for status, key in STATUS_KEYS.items()),
        *(Binding(str(n), f"only({n})", f"Only {n}") for n in range(1, 10)),
    ]

    def __init__(self, comparison: Comparison, state: ComparisonState, *, glyphs: Glyphs) -> None:
        super().__init__(classes="page")
        self.comparison = comparison
        self.state = state
        self.glyphs = glyphs
        self.rows: tuple[ComparisonRow, ...] = ()
        self.evidence = DetailLines()
        empty_text = _NO_MATCH if comparison.rows else _NO_ROWS
        self.list = ComparisonList(len(comparison.accounts), state.column, empty_text=empty_text, glyphs=glyphs)

    def compose(self) -> ComposeResult:
        yield Static("", id="totals", classes="page-title")
        yield Static("", id="query", classes="page-query")
        yield Static("", id="head", classes="page-head")
        yield self.list
        yield self.evidence
        yield Static(outside_rows(self.comparison), classes="page-outside")
        yield KeyBar()

    def on_mount(self) -> None:
        self.list.focus()
        self._show()

    def _show(self) -> None:
        self.rows = matching_rows(self.comparison, self.state.query)
        slugs = [row.proposition.slug for row in self.rows]
        cursor = slugs.index(self.state.slug) if self.state.slug in slugs else 0
        cursor_style = "bold reverse" if self.app.no_color else "bold on $selection"
        rows = ComparisonRows(self.rows, self.comparison, self.glyphs, self.list.column, cursor_style)
        self.list.show(rows, cursor)
        self._show_summary()

    def _show_summary(self) -> None:
        totals = status_totals(self.comparison, self.state.query.status, self.size.width)
        self.query_one("#totals", Static).update(totals)
        self.query_one("#query", Static).update(self._query_in_words())
        self.query_one(KeyBar).show(self._hints())

    def _query_in_words(self) -> Content:
        query = self.state.query
        if not self.comparison.rows:
            return Content("")
        label = query_in_words(self.comparison, query, len(self.rows)) or "all propositions"
        key = "   Esc shows all" if query.active else ""
        return Content.assemble(
            Content.styled(label, "$accent bold" if query.active else "$quiet"),
            Content.styled(f"   sorted {ORDER_LABELS[query.order]}{key}", "$quiet"),
        )

    def on_resize(self) -> None:
        width = self.size.width - EDGE - BAR
        line = comparison_head(self.comparison.accounts, fit_columns(width, len(self.comparison.accounts)))
        self.query_one("#head", Static).update(Content.assemble(" " * EDGE, line))
        self.evidence.set_class(self.size.height < 30, "-low")
        self._show_summary()

    @property
    def row(self) -> ComparisonRow | None:
        """The row under the cursor."""
        return self.rows[self.list.cursor] if self.rows else None

    @on(ListView.Moved)
    def _moved(self) -> None:
        row = self.row
        if row is None:
            self.evidence.show(())
            return
        self.state.slug = row.proposition.slug
        self.state.column = self.list.column
        self.evidence.show(evidence_lines(row, self.list.column, self.comparison, glyphs=self.glyphs))

    @on(ListView.Selected)
    def _taken(self) -> None:
        row = self.row
        if row is None:
            return
        column = self.list.column
        tour = tour_of(cell_statements(row, column, self.comparison))
        if tour is None:
            account = self.comparison.accounts[column - 1]
            self.query_one(KeyBar).show_message(f"{account.siglum} says nothing about it.")
            return
        self.state.tour = tour.after(self.state.tour)
        self.dismiss(self.state.tour)

    def action_back(self) -> None:
        """Show all rows, or close if all are shown."""
        if self.state.query.active:
            self._set_query(self.state.query.cleared())
        else:
            self.dismiss(None)

    def action_order(self) -> None:
        self._set_query(self.state.query.next_order())

    def action_status(self, name: str) -> None:
        self._set_query(self.state.query.toggle_status(Status[name]))

    def action_only(self, number: int) -> None:
        if number <= len(self.comparison.accounts):
            self._set_query(self.state.query.toggle_only(self.comparison.accounts[number - 1].article.id))

    def action_missing(self) -> None:
        """Show what the next account leaves out, or all after the last."""
        articles = tuple(account.article.id for account in self.comparison.accounts)
        self._set_query(self.state.query.next_missing(articles))

    def _set_query(self, query: ComparisonQuery) -> None:
        self.state.query = query
        self._show()

    def _hints(self) -> list[Hint]:
        sigla = [account.siglum for account in self.comparison.accounts]
        few, wide = len(sigla) < 4, self.size.width >= 100
        numbers = " ".join(str(number + 1) for number in range(len(sigla))) if few else f"1–{len(sigla)}"
        only = f"only {', '.join(sigla)}" if few else "only one"
        return [
            Hint("Enter", "see it", "take"),
            Hint(numbers, f"{only} tells" if wide else only, "only(1)"),
            Hint("m", f"left out by {' or '.join(sigla)}" if few and wide else "left out", "missing"),
            Hint("s", "sort", "order"),
            Hint("← →", "account", "next_column"),
            Hint("Esc", "all" if self.state.query.active else "close", "back"),
        ]

    def action_next_column(self) -> None:
        self.list.go_to_column((self.list.column + 1) % (len(self.comparison.accounts) + 1))

    def action_take(self) -> None:
        self.list.action_select()

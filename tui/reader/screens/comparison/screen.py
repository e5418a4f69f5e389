"""The comparison screen: a row per proposition, a column per account."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.analysis.comparison import ComparisonRow, Status
from tui.analysis.row_order import RowOrder
from tui.reader.screens.comparison.comparison_list import ComparisonList
from tui.reader.screens.comparison.evidence import count_statements, evidence_lines, visited_statements
from tui.reader.screens.comparison.keys import COMPARISON_KEYS, STATUS_KEYS, comparison_hints
from tui.reader.screens.comparison.rows import ComparisonRows, comparison_head, with_rules
from tui.reader.screens.comparison.summary import outside_rows, query_line, status_totals
from tui.reader.screens.prepared import PreparedPage
from tui.reader.widgets.detail_lines import MOST_LINES, DetailLines
from tui.reader.widgets.key_bar import KeyBar
from tui.reader.widgets.list_view import EDGE, ListView
from tui.session.comparison_query import ComparisonQuery, matching_rows, verdicts_of
from tui.session.overview import Overview, Part
from tui.session.tour import EvidenceTour, tour_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

    from tui.layout.glyphs import Glyphs
    from tui.session.session import Session

_NO_MATCH = "No proposition is like that. Esc shows all of them."
_NO_ROWS = "No annotation names a proposition yet."
NARROW = 90
"""With fewer cells, the footer has fewer words."""
_PADDING = 4
"""Cells left and right of the lines around the rows."""


@dataclass
class ComparisonState:
    """What the comparison remembers until it is opened again."""

    query: ComparisonQuery = field(default_factory=ComparisonQuery)
    slug: str = ""
    """The proposition under the cursor."""
    column: int = 0
    tour: EvidenceTour | None = None
    """The evidence visited last."""


class ComparisonScreen(PreparedPage[EvidenceTour | None]):
    """Shows who says what and who is silent, and returns evidence to visit."""

    BLANK = True
    PAGE_KEYS = ("In the comparison", COMPARISON_KEYS)
    PARTS = (Part.COMPARISON,)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("q,t", "dismiss(None)", "Close"),
        Binding("s", "order", "Order"),
        Binding("m", "missing", "Left out"),
        Binding("v", "verdict", "Verdict"),
        Binding("i", "fold", "Told by one account"),
        Binding("E", "run('export')", "Export"),
        Binding("b", "run('codebook')", "Codebook"),
        Binding("question_mark,f1", "app.page_help", "Help"),
        *(Binding(key, f"status('{status.name}')", status.value) for status, key in STATUS_KEYS.items()),
        *(Binding(str(n), f"only({n})", f"Only {n}") for n in range(1, 10)),
    ]

    def __init__(
        self,
        session: Session,
        state: ComparisonState,
        *,
        glyphs: Glyphs,
        run_command: Callable[[str], Awaitable[None]],
    ) -> None:
        super().__init__(classes="page")
        self.session = session
        self.comparison = session.overview.comparison_in_time()
        self.state = state
        self.glyphs = glyphs
        self.run_command = run_command
        """Runs a command of the reading screen by its id."""
        self.rows: tuple[ComparisonRow, ...] = ()
        self.entries: list[ComparisonRow | None] = []
        """The rows, with None for a rule."""
        self.evidence = DetailLines()
        self._is_placed = False
        """Whether the cursor was put where the screen was opened for."""
        self.list = ComparisonList(len(self.comparison.accounts), state.column, empty_text=_NO_ROWS, glyphs=glyphs)

    def compose(self) -> ComposeResult:
        yield Static("", id="totals", classes="page-title")
        yield Static("", id="query", classes="page-query")
        yield Static("", id="head", classes="page-head -close")
        yield self.list
        yield self.evidence
        yield Static("", id="outside", classes="page-outside")
        yield KeyBar()

    def on_mount(self) -> None:
        self.list.focus()
        self.session_changed()

    @property
    def overview(self) -> Overview:
        return self.session.overview

    def session_changed(self) -> None:
        """Compare the accounts again, with the cursor on the same proposition."""
        self.show_prepared()
        self.prepare()

    def show_prepared(self) -> None:
        self.comparison = self.overview.comparison_in_time()
        if not self._is_placed and self.overview.has(Part.COMPARISON):
            self._is_placed = True
            self._unfold_for_cursor()
        self.list.accounts = len(self.comparison.accounts)
        self.list.column = min(self.list.column, self.list.accounts)
        self._show()

    def _unfold_for_cursor(self) -> None:
        """Show what one account alone tells if the cursor is to be there."""
        query, slug = self.state.query, self.state.slug
        if not slug or query.active or query.unfolded:
            return
        if any(row.status is Status.SINGLE and row.proposition.slug == slug for row in self.comparison.rows):
            self.state.query = query.toggle_fold()

    def _show(self) -> None:
        query = self.state.query
        self.list.empty_text = self._empty_text()
        self.rows = matching_rows(self.comparison, query)
        self.entries = with_rules(self.rows) if query.order is RowOrder.STATUS else list(self.rows)
        rows = ComparisonRows(self.entries, self.comparison, self.glyphs)
        self.list.show(rows, self._position(self.state.slug))
        self.list.show_column()
        self._show_summary()

    def _empty_text(self) -> str:
        if not self.overview.has(Part.COMPARISON):
            return self.waiting_text("Comparing")
        return _NO_MATCH if self.comparison.rows else _NO_ROWS

    def _show_summary(self) -> None:
        query, width = self.state.query, self.size.width - _PADDING
        totals = status_totals(self.comparison, query, width - self.sign.cell_length, self.glyphs)
        self.query_one("#totals", Static).update(totals + self.sign)
        words = query_line(self.comparison, query, len(self.rows), width, self.glyphs)
        self.query_one("#query", Static).update(words)
        outside = outside_rows(self.comparison, self.glyphs)
        self.query_one("#outside", Static).update(outside)
        self.query_one("#outside").display = bool(outside)
        accounts = [account.siglum for account in self.comparison.accounts]
        self.query_one(KeyBar).show(comparison_hints(accounts, filtered=query.active, narrow=self.size.width < NARROW))

    def _show_head(self) -> None:
        if isinstance(self.list.rows, ComparisonRows):
            # A new size of the list is known before its event comes.
            self.list.show_column()
            columns = self.list.rows.columns(self.list.row_width)
            head = comparison_head(self.comparison, columns, self.list.first, self.glyphs)
            self.query_one("#head", Static).update(Content.assemble(" " * EDGE, head))

    def on_resize(self) -> None:
        self.evidence.set_class(self.size.height < 30, "-low")
        self._show_summary()

    @property
    def row(self) -> ComparisonRow | None:
        """The row under the cursor."""
        return self.entries[self.list.cursor] if self.entries else None

    def go_to(self, slug: str) -> None:
        """Put the cursor on the row of a proposition."""
        self.list.go_to(self._position(slug))

    def _position(self, slug: str) -> int:
        """Return which entry is the row of a proposition, or 0 if none is."""
        entries = enumerate(self.entries)
        return next((index for index, entry in entries if entry and entry.proposition.slug == slug), 0)

    @on(ListView.Moved)
    def _moved(self) -> None:
        self._show_head()
        row = self.row
        if row is None:
            self.evidence.show(())
            return
        self.state.slug = row.proposition.slug
        self.state.column = self.list.column
        lines = evidence_lines(row, self.list.column, self.comparison, glyphs=self.glyphs, most=MOST_LINES)
        others = max(0, count_statements(row, self.list.column, self.comparison) - MOST_LINES)
        self.evidence.show(lines, others)

    @on(ListView.Selected)
    def _taken(self) -> None:
        row = self.row
        if row is None:
            return
        column = self.list.column
        tour = tour_of(visited_statements(row, column, self.comparison))
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

    def action_fold(self) -> None:
        """Show what one account alone tells, or fold it."""
        self._set_query(self.state.query.toggle_fold())

    def action_status(self, name: str) -> None:
        self._set_query(self.state.query.toggle_status(Status[name]))

    def action_only(self, number: int) -> None:
        if number <= len(self.comparison.accounts):
            self._set_query(self.state.query.toggle_only(self.comparison.accounts[number - 1].article.id))

    def action_missing(self) -> None:
        """Show what the next account leaves out, or all after the last."""
        articles = tuple(account.article.id for account in self.comparison.accounts)
        self._set_query(self.state.query.next_missing(articles))

    def action_verdict(self) -> None:
        """Show what has the next verdict, what has none, then all."""
        verdicts = verdicts_of(self.comparison)
        if verdicts:
            self._set_query(self.state.query.next_verdict(verdicts))
        else:
            self.query_one(KeyBar).show_message("No proposition here has a verdict.")

    def _set_query(self, query: ComparisonQuery) -> None:
        self.state.query = query
        self._show()

    async def action_run(self, command_id: str) -> None:
        await self.run_command(command_id)

    def action_take(self) -> None:
        self.list.action_select()

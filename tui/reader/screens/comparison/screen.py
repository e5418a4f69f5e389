"""The comparison: a row a proposition, a column an account."""

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
    KEYS,
    ComparisonRows,
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


@dataclass
class ComparisonState:
    """What the comparison remembers from one look at it to the next."""

    choice: ComparisonQuery = field(default_factory=ComparisonQuery)
    slug: str = ""
    """The proposition that the cursor was on."""
    column: int = 0
    tour: EvidenceTour | None = None
    """Where the reader was sent last."""


class ComparisonListing(ListView):
    """The rows of a comparison, with a cursor that goes sideways too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "sideways(-1)", "Left", show=False),
        Binding("right,l", "sideways(1)", "Right", show=False),
    ]

    def __init__(self, accounts: int, column: int, *, glyphs: Glyphs) -> None:
        super().__init__(glyphs=glyphs, empty_text="No proposition is like that. Esc shows all of them.")
        self.accounts = accounts
        self.column = column

    def action_sideways(self, by: int) -> None:
        """Go to the next column or the one before."""
        self.go_to_column(self.column + by)

    def go_to_column(self, column: int) -> None:
        """Go to a column: 0 is the proposition's."""
        self.column = max(0, min(column, self.accounts))
        if isinstance(self.rows, ComparisonRows):
            self.rows.column = self.column
        self.refresh()
        self.post_message(self.Moved(self))

    def click_cell(self, x: int) -> None:
        """Go to the column that was clicked."""
        self.go_to_column(fit_columns(self.row_width, self.accounts).at(max(0, x)))


class ComparisonScreen(Overlay[EvidenceTour | None]):
    """Shows who says what and who is silent; returns the evidence to be seen."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("q,t", "dismiss(None)", "Close"),
        Binding("s", "order", "Order"),
        Binding("m", "missing", "Left out"),
        *(Binding(key, f"status('{status.name}')", status.value) for status, key in KEYS.items()),
        *(Binding(str(n), f"only({n})", f"Only {n}") for n in range(1, 10)),
    ]

    def __init__(self, comparison: Comparison, state: ComparisonState, *, glyphs: Glyphs) -> None:
        super().__init__(classes="page")
        self.comparison = comparison
        self.state = state
        self.glyphs = glyphs
        self.rows: tuple[ComparisonRow, ...] = ()
        self.evidence = DetailLines()
        self.listing = ComparisonListing(len(comparison.accounts), state.column, glyphs=glyphs)

    def compose(self) -> ComposeResult:
        """Yield the totals, the table, the evidence under the cursor, and the keys."""
        yield Static("", id="totals", classes="page-title")
        yield Static("", id="asked", classes="page-query")
        yield Static("", id="head", classes="page-head")
        yield self.listing
        yield self.evidence
        yield Static(outside_rows(self.comparison), classes="page-outside")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the rows, with the cursor where it was."""
        self.listing.focus()
        self._show()

    def _show(self) -> None:
        self.rows = matching_rows(self.comparison, self.state.choice)
        slugs = [row.proposition.slug for row in self.rows]
        here = slugs.index(self.state.slug) if self.state.slug in slugs else 0
        cursor_style = "bold reverse" if self.app.no_color else "bold on $selection"
        shown = ComparisonRows(self.rows, self.comparison, self.glyphs, self.listing.column, cursor_style)
        self.listing.show(shown, here)
        self._tell()
        self.query_one(KeyBar).show(self._hints())

    def _tell(self) -> None:
        asked = self.state.choice.status
        self.query_one("#totals", Static).update(status_totals(self.comparison, asked, self.size.width))
        self.query_one("#asked", Static).update(self._asked())

    def _asked(self) -> Content:
        choice = self.state.choice
        asked = query_in_words(self.comparison, choice, len(self.rows)) or "all propositions"
        leave = "   Esc shows all" if choice.active else ""
        return Content.assemble(
            Content.styled(asked, "$accent bold" if choice.active else "$quiet"),
            Content.styled(f"   sorted {ORDER_LABELS[choice.order]}{leave}", "$quiet"),
        )

    def on_resize(self) -> None:
        """Fit the line over the columns to them."""
        width = self.size.width - EDGE - BAR
        line = comparison_head(self.comparison.accounts, fit_columns(width, len(self.comparison.accounts)))
        self.query_one("#head", Static).update(Content.assemble(" " * EDGE, line))
        self.evidence.set_class(self.size.height < 30, "-low")
        self.query_one(KeyBar).show(self._hints())
        self._tell()

    @property
    def row(self) -> ComparisonRow | None:
        """The row under the cursor."""
        return self.rows[self.listing.cursor] if self.rows else None

    @on(ListView.Moved)
    def _moved(self) -> None:
        row = self.row
        if row is None:
            self.evidence.show(())
            return
        self.state.slug = row.proposition.slug
        self.state.column = self.listing.column
        told = evidence_lines(row, self.listing.column, self.comparison, glyphs=self.glyphs)
        self.evidence.show(told)

    @on(ListView.Selected)
    def _taken(self) -> None:
        row = self.row
        if row is None:
            return
        column = self.listing.column
        told = row.evidence if column == 0 else row.cells[column - 1].statements
        tour = tour_of(told)
        if tour is None:
            account = self.comparison.accounts[column - 1]
            self.query_one(KeyBar).show_message(f"{account.siglum} says nothing about it.")
            return
        self.state.tour = tour.after(self.state.tour)
        self.dismiss(self.state.tour)

    # What is asked

    def action_back(self) -> None:
        """Show all rows again; leave where all are shown."""
        if self.state.choice.active:
            self._ask(self.state.choice.cleared())
        else:
            self.dismiss(None)

    def action_order(self) -> None:
        """Sort in the next order."""
        self._ask(self.state.choice.next_order())

    def action_status(self, name: str) -> None:
        """Show the rows of one status, or all of them again."""
        self._ask(self.state.choice.toggle_status(Status[name]))

    def action_only(self, number: int) -> None:
        """Show what one account alone tells, or all again."""
        if number <= len(self.comparison.accounts):
            self._ask(self.state.choice.toggle_only(self.comparison.accounts[number - 1].article.id))

    def action_missing(self) -> None:
        """Show what an account leaves out, then the next account, then all again."""
        articles = tuple(account.article.id for account in self.comparison.accounts)
        self._ask(self.state.choice.next_missing(articles))

    def _ask(self, choice: ComparisonQuery) -> None:
        self.state.choice = choice
        self._show()

    def _hints(self) -> list[Hint]:
        sigla = [account.siglum for account in self.comparison.accounts]
        few, roomy = len(sigla) < 4, self.size.width >= 100
        numbers = " ".join(str(n + 1) for n in range(len(sigla))) if few else f"1–{len(sigla)}"
        only = f"only {', '.join(sigla)}" if few else "only one"
        return [
            Hint("Enter", "see it", "take"),
            Hint(numbers, f"{only} tells" if roomy else only, "only(1)"),
            Hint("m", f"left out by {' or '.join(sigla)}" if few and roomy else "left out", "missing"),
            Hint("s", "sort", "order"),
            Hint("← →", "account", "sideways"),
            Hint("Esc", "all" if self.state.choice.active else "close", "back"),
        ]

    def action_sideways(self) -> None:
        """Go to the next column; after the last comes the first."""
        self.listing.go_to_column((self.listing.column + 1) % (len(self.comparison.accounts) + 1))

    def action_take(self) -> None:
        """Take the cell under the cursor."""
        self.listing.action_select()

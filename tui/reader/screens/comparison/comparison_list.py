"""The list of a comparison, whose cursor also moves sideways."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from tui.layout.glyphs import Glyphs
from tui.reader.screens.comparison.rows import ComparisonRows
from tui.reader.widgets.list_view import ListView


class ComparisonList(ListView):
    """The rows of a comparison, with a cursor on one column of one row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move_column(-1)", "Left", show=False),
        Binding("right,l", "move_column(1)", "Right", show=False),
    ]

    def __init__(self, accounts: int, column: int, *, empty_text: str, glyphs: Glyphs) -> None:
        super().__init__(glyphs=glyphs, empty_text=empty_text)
        self.accounts = accounts
        self.column = column
        """The one under the cursor: 0 for the proposition, then the accounts."""
        self.first = 0
        """The position of the first account that has a column."""

    def action_move_column(self, by: int) -> None:
        self.go_to_column(self.column + by)

    def go_to_column(self, column: int) -> None:
        """Go to a column, and bring it into view."""
        self.column = max(0, min(column, self.accounts))
        self.show_column()
        self.post_message(self.Moved(self))

    def show_column(self) -> None:
        """Show the accounts among which the cursor is."""
        if not isinstance(self.rows, ComparisonRows):
            return
        self.first = self.rows.columns(self.row_width).scroll(self.first, self.column, self.accounts)
        self.rows.column, self.rows.first = self.column, self.first
        self.refresh()

    def _on_resize(self, event: events.Resize) -> None:
        super()._on_resize(event)
        self.show_column()
        self.post_message(self.Moved(self, by_user=False))

    def click_cell(self, x: int) -> None:
        if isinstance(self.rows, ComparisonRows):
            self.go_to_column(self.rows.columns(self.row_width).at(max(0, x), self.first))

"""The field over a list for words that its rows must have."""

from textual import on
from textual.widgets import Input

from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.list_view import ListView


class FilterField(LineInput):
    """An input that is hidden until it is opened, and then while it has words."""

    def __init__(self, rows: ListView, value: str = "", *, placeholder: str) -> None:
        super().__init__(value, placeholder=placeholder)
        self.rows = rows
        """The list that gets the focus back."""
        self.display = False

    def open(self) -> None:
        """Show the field, and let the user type."""
        self.display = True
        self.focus()

    def close(self) -> None:
        """Empty and hide the field, and go back to the list."""
        self.value = ""
        self._go_back()

    @on(Input.Submitted)
    def _go_back(self) -> None:
        self.display = bool(self.value.strip())
        self.rows.focus()

"""A list with a box before each row, which a click ticks."""

from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from tui.reader.widgets.list_view import ListView

BOX = 4
"""Cells of the box before a row, with the space after it."""


class TickList(ListView):
    """A list whose screen keeps which rows are ticked."""

    @dataclass
    class Ticked(Message):
        """The box of the row under the cursor was clicked."""

    def click_cell(self, x: int) -> None:
        if 0 <= x < BOX:
            self.post_message(self.Ticked())


def box_content(*, is_ticked: bool) -> Content:
    """Return the box before a row."""
    return Content.styled("[x] " if is_ticked else "[ ] ", "$accent bold" if is_ticked else "$quiet")

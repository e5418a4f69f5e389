"""The user's place in an account's text."""

from collections.abc import Callable
from typing import NamedTuple

from tui.layout.selection_start import SelectionStart


class ViewState(NamedTuple):
    """The cursor, selection and scroll position of a pane, in code points."""

    cursor: int
    selection_start: SelectionStart | None
    """Where the selection starts, or None if nothing is selected."""
    top: int
    """The start of the first row in the viewport."""

    @property
    def offsets(self) -> tuple[int, ...]:
        return (self.cursor, self.top, *([self.selection_start.offset] if self.selection_start else []))

    def moved(self, at: Callable[[int], int]) -> "ViewState":
        """Return the state in another text, with each offset mapped by `at`."""
        start = self.selection_start
        start = start._replace(offset=at(start.offset)) if start else None
        return ViewState(at(self.cursor), start, at(self.top))

"""The user's place in an account's text."""

from collections.abc import Callable
from typing import NamedTuple


class ViewState(NamedTuple):
    """The cursor, selection and scroll position of a pane, in code points."""

    cursor: int
    selected_from: int | None
    """The selection's other end, or None if nothing is selected."""
    top: int
    """The start of the first row in the viewport."""

    @property
    def offsets(self) -> tuple[int, ...]:
        return (self.cursor, self.top, *([] if self.selected_from is None else [self.selected_from]))

    def moved(self, at: Callable[[int], int]) -> "ViewState":
        """Return the state in another text, with each offset mapped by `at`."""
        selected_from = None if self.selected_from is None else at(self.selected_from)
        return ViewState(at(self.cursor), selected_from, at(self.top))

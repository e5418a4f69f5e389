"""Where a user is in an account's text."""

from collections.abc import Callable
from typing import NamedTuple


class ViewState(NamedTuple):
    """The cursor, the selection and the view of one pane, in code points."""

    cursor: int
    selected_from: int | None
    """Where the selection begins; None if nothing is selected."""
    top: int
    """What the first row in view begins with."""

    @property
    def offsets(self) -> tuple[int, ...]:
        """All of them."""
        return (self.cursor, self.top, *([] if self.selected_from is None else [self.selected_from]))

    def moved(self, at: Callable[[int], int]) -> "ViewState":
        """Return it in another text; `at` gives the new place of an offset."""
        selected_from = None if self.selected_from is None else at(self.selected_from)
        return ViewState(at(self.cursor), selected_from, at(self.top))

"""Where a selection starts while it is made."""

from typing import NamedTuple


class SelectionStart(NamedTuple):
    """The end of a selection that stays, while the cursor is the other one.

    Both ends are inside the selection. Unless it is exact, each is widened to a whole word.
    """

    offset: int
    """In code points."""
    exact: bool = False
    """Whether the selection ends at any character."""
    click_extends: bool = False
    """Whether a click moves the other end, instead of clearing the selection."""

"""Go to accounts and annotations, zoom, and clear the selection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tui.reader.reading.feature import Feature
from tui.reader.widgets.pane.painter import OrderKey, order_key

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane


class Navigate(Feature):
    """Changes what is in view."""

    name = "navigate"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._end: tuple[Pane, int] | None = None
        """The pane and the cursor for which it was shown what is left in the other accounts."""

    def turn(self, by: int) -> None:
        """Go `by` accounts on, from the last to the first."""
        screen = self.screen
        if screen.columns:
            screen.go_to_pane((screen.active + by) % len(screen.columns))

    def pane(self, number: int) -> None:
        """Go to the account with this number, counted from 1."""
        self.screen.go_to_pane(number - 1)

    def zoom(self) -> None:
        """Show the active account alone, or all again."""
        self.screen.zoomed = not self.screen.zoomed
        self.screen.lay_out()

    def toggle_inspector(self) -> None:
        """Hide or show the inspector."""
        self.screen.inspector_enabled = not self.screen.inspector_enabled
        self.screen.lay_out()

    def dismiss(self) -> bool:
        pane = self.screen.pane
        if pane is None or pane.selection_start is None:
            return False
        pane.select_from(None)
        return True

    def step(self, by: int) -> None:
        """Go to the next (`by` 1) or previous (-1) annotation, around the end."""
        pane = self.screen.pane
        if pane is None:
            return
        skipped = pane.emphasis.not_highlighted
        order = pane.markup.order
        # Under the greeting, nobody has seen yet what is marked here.
        is_unseen = by > 0 and self.screen.end_greeting()
        start = _just_before_cursor(pane) if is_unseen else self._step_start(pane)
        target = next_after(order, start, by, skipped)
        if target is None and by > 0 and self._stops_at_end(pane):
            return
        if target is None:
            target = next_after(order, None, by, skipped)
            if target is None:
                self.screen.show_message(_nothing_to_go_to(pane))
                return
            self.screen.show_message("From the top again." if by > 0 else "From the end again.")
        pane.go_to(target.start, with_context=True)
        self.screen.preferred = (target.id, pane.cursor)
        if pane.selection_start:  # else the whole pane would be painted
            pane.select_from(None)

    def _stops_at_end(self, pane: Pane) -> bool:
        """Show what is left in the other accounts, and return whether anything is.

        The next step from the same place goes on from the top.
        """
        end = (pane, pane.cursor)
        if self._end == end:
            self._end = None
            return False
        left = [(column.siglum, number) for column in self.screen.columns if (number := self._left_in(column.pane))]
        if left:
            self._end = end
            in_others = ", ".join(f"{number} in {siglum}" for siglum, number in left)
            self.screen.show_message(f"No more here; {in_others}: Tab. Once more: from the top.")
        return bool(left)

    def _left_in(self, pane: Pane) -> int:
        """Return the number of annotations after the cursor of another pane."""
        if pane is self.screen.pane:
            return 0
        skipped, order = pane.emphasis.not_highlighted, pane.markup.order
        start = bisect_left(order, _just_before_cursor(pane))
        return sum(key.id not in skipped for key in order[start:])

    def _step_start(self, pane: Pane) -> OrderKey:
        """Return the inspected annotation's key, or one just before the cursor's."""
        markup = pane.markup
        preferred, cursor = self.screen.preferred
        if cursor == pane.cursor and preferred in markup.anchored:
            return order_key(preferred, markup.span(preferred))
        for key in self.screen.ids_under_cursor()[:1]:
            if markup.span(key).start == pane.cursor:
                return order_key(key, markup.span(key))
        return _just_before_cursor(pane)


def _just_before_cursor(pane: Pane) -> OrderKey:
    """Return a key that comes before those of all annotations at the cursor."""
    return OrderKey(pane.cursor, -len(pane.article_text) - 1, "")


def _nothing_to_go_to(pane: Pane) -> str:
    if pane.emphasis.dimmed:
        return "Nothing that the filter keeps is marked in this account."
    if pane.emphasis.not_highlighted:
        return "Nothing stands out in this account; V changes the view."
    return "Nothing is marked in this account."


def next_after(order: Sequence[OrderKey], key: OrderKey | None, by: int, skipped: Collection[str]) -> OrderKey | None:
    """Return the key after `key` (`by` 1) or before it (-1), or None.

    Annotations whose id is in `skipped` are passed over. Without a `key`, return the first, or the last.
    """
    if by > 0:
        ahead = range(0 if key is None else bisect_right(order, key), len(order))
    else:
        ahead = range((len(order) if key is None else bisect_left(order, key)) - 1, -1, -1)
    return next((order[index] for index in ahead if order[index].id not in skipped), None)

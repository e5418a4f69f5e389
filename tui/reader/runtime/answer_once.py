"""Let a screen be answered only once.

A double click, or two keys that arrive in one read, can answer before the first answer has closed the screen. Textual
would raise ScreenStackError, or close the screen below.
"""

from typing import Any

from textual.screen import Screen


def is_in_front(screen: Screen[Any]) -> bool:
    """Return whether a screen takes input, and so may be dismissed."""
    stack = screen.app.screen_stack
    return bool(stack) and stack[-1] is screen

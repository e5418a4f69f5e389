"""Look at the screen as text, and at the parts of the reader."""

from collections.abc import Sequence

from textual.pilot import Pilot

from tui.reader.reading.screen import ReadingScreen
from tui.reader.widgets.inspector import Inspector
from tui.reader.widgets.key_bar import KeyBar
from tui.reader.widgets.pane.pane import Pane
from tui.reader.widgets.status_line import StatusLine
from tui.session.session import Session


def shown(pilot: Pilot[None]) -> str:
    """Return the screen's text, line by line."""
    screen = pilot.app.screen
    strips = screen._compositor.render_strips(screen.size)
    return "\n".join(strip.text.rstrip() for strip in strips)


def reading_screen(pilot: Pilot[None]) -> ReadingScreen:
    """Return the reading screen, which dialogs may cover."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, ReadingScreen))


def pane(pilot: Pilot[None], position: int | None = None) -> Pane:
    """Return the active pane, or the one at a position."""
    screen = reading_screen(pilot)
    return screen.columns[screen.active if position is None else position].pane


def session(pilot: Pilot[None]) -> Session:
    return reading_screen(pilot).session


def at_cursor(pilot: Pilot[None], length: int = 12) -> str:
    """Return the text at the active pane's cursor, of `length` code points."""
    active = pane(pilot)
    return active.account.article.text[active.cursor : active.cursor + length]


def selected(pilot: Pilot[None]) -> str:
    """Return the selected text, or an empty string."""
    active = pane(pilot)
    return active.account.article.text[slice(*active.selection)] if active.selection else ""


def inspector(pilot: Pilot[None]) -> str:
    return "\n".join(line.plain for line in reading_screen(pilot).query_one(Inspector).lines)


def hints(pilot: Pilot[None]) -> list[str]:
    """Return the labels in the key bar."""
    bar = reading_screen(pilot).query_one(KeyBar)
    return [hint.label for hint in (*bar.hints, *bar.lasting)]


def told(pilot: Pilot[None]) -> Sequence[str]:
    """Return the notifications, oldest first, then the last message."""
    messages = [notification.message for notification in pilot.app._notifications]
    message = reading_screen(pilot).query_one(StatusLine).message
    return [*messages, message] if message else messages


async def go_to(pilot: Pilot[None], words: str) -> None:
    """Put the active pane's cursor at the start of these words."""
    active = pane(pilot)
    active.go_to(active.account.article.text.index(words))
    await pilot.pause()


async def settle(pilot: Pilot[None]) -> None:
    """Wait until a dialog's worker waits for the user."""
    await pilot.pause()
    await pilot.pause()

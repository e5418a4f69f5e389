"""What a test looks at: the screen as text, and the parts of the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.reading.screen import ReadingScreen
from tui.reader.widgets.inspector import Inspector
from tui.reader.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

    from tui.reader.widgets.pane.pane import Pane
    from tui.session.session import Session


def shown(pilot: Pilot[None]) -> str:
    """Return the screen's text, line by line."""
    screen = pilot.app.screen
    strips = screen._compositor.render_strips(screen.size)
    return "\n".join(strip.text.rstrip() for strip in strips)


def reading_screen(pilot: Pilot[None]) -> ReadingScreen:
    """Return the reading screen, under whatever lies over it."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, ReadingScreen))


def pane(pilot: Pilot[None], position: int | None = None) -> Pane:
    """Return the active pane, or the one at a position."""
    screen = reading_screen(pilot)
    return screen.columns[screen.active if position is None else position].pane


def session(pilot: Pilot[None]) -> Session:
    """Return the reader's session."""
    return reading_screen(pilot).session


def at_cursor(pilot: Pilot[None], length: int = 12) -> str:
    """Return the text from the active pane's cursor on."""
    here = pane(pilot)
    return here.account.article.text[here.cursor : here.cursor + length]


def selected(pilot: Pilot[None]) -> str:
    """Return the selected text, or an empty string."""
    here = pane(pilot)
    return here.account.article.text[slice(*here.selection)] if here.selection else ""


def inspector(pilot: Pilot[None]) -> str:
    """Return the inspector's text."""
    return "\n".join(line.plain for line in reading_screen(pilot).query_one(Inspector).lines)


def hints(pilot: Pilot[None]) -> list[str]:
    """Return the labels of the last line's hints."""
    return [hint.label for hint in reading_screen(pilot).query_one(KeyBar).hints]


def told(pilot: Pilot[None]) -> Sequence[str]:
    """Return what was said in passing: what went wrong, oldest first, and last what the last line says."""
    errors = [note.message for note in pilot.app._notifications]
    message = reading_screen(pilot).query_one(KeyBar).message
    return [*errors, message] if message else errors


async def go_to(pilot: Pilot[None], words: str) -> None:
    """Put the active pane's cursor where these words begin."""
    here = pane(pilot)
    here.go_to(here.account.article.text.index(words))
    await pilot.pause()


async def settle(pilot: Pilot[None]) -> None:
    """Wait until a dialogue's worker has gone as far as it can."""
    await pilot.pause()
    await pilot.pause()

"""] and [ visit every annotation, including nested ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seen import pane, reading_screen

if TYPE_CHECKING:
    from opening import Reading

    from tui.model import Workspace


async def test_stepping_visits_every_annotation_once(reading: Reading, sample: Workspace) -> None:
    async with reading(sample) as pilot:
        screen = reading_screen(pilot)
        marked = set(pane(pilot).markup.anchored)
        forth = [screen.ids_under_cursor()[0]]
        for _ in range(len(marked) - 1):
            await pilot.press("]")
            forth.append(screen.ids_under_cursor()[0])
        assert len(forth) == len(set(forth))
        assert set(forth) == marked
        back = []
        for _ in range(8):
            await pilot.press("[")
            back.append(screen.ids_under_cursor()[0])
        assert back == forth[-2:-10:-1]

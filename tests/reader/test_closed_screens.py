"""Test that closed screens free what they painted."""

from __future__ import annotations

import gc
import weakref
from asyncio import sleep
from typing import TYPE_CHECKING

import pytest
from seen import reading_screen, settle
from textual.widget import Widget
from waiting import until

from tui.reader.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from opening import Reading

    from tui.model import Workspace


@pytest.mark.parametrize("key", ["t", "p", "N"])
async def test_a_closed_screen_frees_what_it_painted(reading: Reading, ferry: Workspace, key: str) -> None:
    async with reading(ferry) as pilot:
        await pilot.press(key)
        await settle(pilot)
        painted = [weakref.ref(widget._styles_cache) for widget in pilot.app.screen.query(Widget)]
        await pilot.press("escape")
        await settle(pilot)
        gc.collect()
        assert painted
        assert not [cache for cache in painted if cache() is not None]


@pytest.mark.parametrize("key", ["N", "q"])
async def test_a_worker_ends_before_the_widgets_of_the_reading_screen_do(
    reading: Reading, ferry: Workspace, key: str
) -> None:
    async with reading(ferry) as pilot:
        screen = reading_screen(pilot)
        found: list[StatusLine] = []

        async def look_always() -> None:
            while True:
                found[:] = [screen.query_one(StatusLine)]
                await sleep(0)

        await pilot.press(key)
        worker = screen.run_worker(look_always())
        await until(pilot, lambda: bool(found))
    assert worker.is_cancelled

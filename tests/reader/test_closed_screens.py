"""Test that closed screens free what they painted."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from seen import settle
from textual.widget import Widget

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

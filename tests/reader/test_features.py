"""The features of the reading screen: Esc order and command handlers."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from seen import pane, reading_screen
from textual.content import Content

from tui.model import RecordRef
from tui.reader.commands import COMMANDS, Command, Scope
from tui.reader.reading.features import AT_START, ESC_ORDER, FEATURES
from tui.reader.reading.filter import FilterRecords
from tui.reader.reading.find import Find
from tui.reader.reading.reload import Reload
from tui.reader.reading.review import Review

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace

ON_SCREEN = [each for each in COMMANDS if each.scope is Scope.SCREEN and "." in each.handler]


def uncleared(pilot: Pilot[None]) -> list[str]:
    """Return the names of the features that Esc would clear."""
    features = reading_screen(pilot).features
    state = {
        "navigate": pane(pilot).selection_start is not None,
        "find": bool(features.get(Find).query.text),
        "filter": features.get(FilterRecords).filter.active,
        "reload": bool(features.get(Reload).status()),
        "review": features.get(Review).orphan is not None,
    }
    return [name for name, is_there in state.items() if is_there]


async def test_esc_clears_selection_search_filter_news_and_reattaching(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("N", "d", "q", "slash", *"radar", "enter", "v", "l")
        features = reading_screen(pilot).features
        features.get(Review).orphan = RecordRef("north", "hurt")
        features.get(Reload)._notices = [Content("A changed")]
        remaining = ["navigate", "find", "filter", "reload", "review"]
        assert uncleared(pilot) == remaining
        for _ in range(5):
            await pilot.press("escape")
            remaining = remaining[1:]
            assert uncleared(pilot) == remaining


def test_esc_order_and_initial_features_name_existing_features() -> None:
    assert set(ESC_ORDER) | set(AT_START) <= set(FEATURES)


@pytest.mark.parametrize("command", ON_SCREEN, ids=[each.id for each in ON_SCREEN])
def test_every_command_of_the_screen_is_a_method_of_a_feature(command: Command) -> None:
    feature, method = command.handler.split(".")
    kind = getattr(import_module(f"tui.reader.reading.{feature}"), FEATURES[feature])
    assert kind.name == feature
    assert callable(getattr(kind, method))

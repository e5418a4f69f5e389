"""Searching every article of the workspace."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, reading_screen, shown

from tui.config import Config
from tui.reader.app import DiptychApp
from tui.reader.screens.search import screen
from tui.reader.screens.search.screen import SearchScreen
from tui.session.session import Session
from tui.storage.fulltext import article_search, search_index
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.model import Workspace


def opened(workspace: Workspace, *ids: str) -> DiptychApp:
    """Return the reader on some of a workspace's articles."""
    session = Session(plain_loader(workspace), "Mira")
    session.open(ids)
    return DiptychApp(session, Config())


async def results(pilot: Pilot[None]) -> list[tuple[str, str]]:
    """Return the article and words of each line, without words for headings."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    return [(line.article.article, line.snippet.words if line.snippet else "") for line in screen.lines]


async def test_results_are_grouped_by_article(ferry: Workspace) -> None:
    async with opened(ferry, "north").run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+f", *"aurora")
        assert await results(pilot) == [("north", ""), ("north", "Aurora"), ("south", ""), ("south", "Aurora")]
        assert "2 hits in 2 articles" in shown(pilot)
        assert "Radar failed before grounding" in shown(pilot)


async def test_enter_opens_the_article_at_the_hit(ferry: Workspace) -> None:
    async with opened(ferry, "north").run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+f", *"radar worked")
        await results(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        screen = reading_screen(pilot)
        assert [column.pane.account.article.id for column in screen.columns] == ["north", "south"]
        assert screen.active == 1
        assert at_cursor(pilot, 12) == "radar worked"
        assert screen.columns[1].header.hits == 1


async def test_it_begins_with_the_words_of_the_last_search(ferry: Workspace) -> None:
    async with opened(ferry, "north").run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"inquiry", "enter", "ctrl+f")
        assert ("south", "inquiry") in await results(pilot)


async def test_a_search_without_hits_is_reported_and_escape_closes(ferry: Workspace) -> None:
    async with opened(ferry, "north").run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+f", *"zebra")
        assert await results(pilot) == []
        assert "nothing found" in shown(pilot)
        await pilot.press("enter", "escape")
        assert pilot.app.screen is reading_screen(pilot)


async def test_too_few_letters_show_nothing(ferry: Workspace) -> None:
    async with opened(ferry, "north").run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+f", *"radar", *("backspace",) * 4)
        assert await results(pilot) == []


async def test_with_many_articles_the_index_is_used(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = article_search.search_articles
    monkeypatch.setattr(screen, "search_articles", partial(plain, min_indexed=1))
    async with opened(ferry, "north").run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+f", *"captain ad")
        assert ("south", "Captain Ad") in await results(pilot)
    assert search_index.SearchIndex.of(ferry).path.exists()

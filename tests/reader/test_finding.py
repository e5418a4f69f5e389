"""Searching all accounts while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, go_to, hints, pane, reading_screen, shown, told
from waiting import until

from tui.analysis.search import SearchQuery
from tui.reader.reading.find import Find
from tui.reader.reading.screen import ReadingScreen
from tui.reader.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot
    from textual.widget import AwaitMount, Widget

    from tui.model import Workspace


async def searched(pilot: Pilot[None]) -> None:
    """Wait until the search has ended."""
    find = reading_screen(pilot).features.get(Find)
    await until(pilot, lambda: not find.is_searching)


def found(pilot: Pilot[None]) -> list[int | None]:
    """Return the counts in the headers."""
    return [column.header.hits for column in reading_screen(pilot).columns]


def marked(pilot: Pilot[None], position: int) -> list[str]:
    """Return the words that are marked as hits in a pane."""
    here = pane(pilot, position)
    return [here.article_text[slice(*span)] for span in here.emphasis.hits]


async def test_hits_are_counted_and_marked_as_one_types(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", *"radar")
        await searched(pilot)
        assert found(pilot) == [1, 3]
        assert marked(pilot, 1) == ["Radar", "radar", "radar"]
        assert "1 found" in shown(pilot)
        assert "A 1 · B 3" in shown(pilot)
        await pilot.press("backspace", "backspace", "backspace", "backspace", "backspace")
        await searched(pilot)
        assert found(pilot) == [None, None]
        assert marked(pilot, 0) == []


async def test_enter_goes_to_the_first_and_f_goes_on_across_accounts(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", *"coast guard", "enter")
        assert at_cursor(pilot, 11) == "coast guard"
        assert reading_screen(pilot).active == 0
        assert "“coast guard”: 1 of 2" in shown(pilot)
        await pilot.press("f")
        assert reading_screen(pilot).active == 1
        assert at_cursor(pilot, 11) == "coast guard"
        await pilot.press("f")
        assert reading_screen(pilot).active == 0
        assert told(pilot)[-1] == "From the top again."
        await pilot.press("F")
        assert reading_screen(pilot).active == 1
        assert told(pilot)[-1] == "From the end again."


async def test_the_first_hit_is_the_next_after_the_cursor(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("tab")
        await go_to(pilot, "Captain Ada")
        await pilot.press("slash", *"radar", "enter")
        assert at_cursor(pilot, 12) == "radar worked"


async def test_escape_while_typing_restores_the_view(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Nobody")
        await pilot.press("slash", *"weeks")
        await searched(pilot)
        assert at_cursor(pilot, 5) == "weeks"
        await pilot.press("escape")
        assert at_cursor(pilot, 6) == "Nobody"
        assert found(pilot) == [None, None]
        await pilot.press("j")
        assert at_cursor(pilot, 6) != "Nobody"


async def test_escape_afterwards_clears_the_hits(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", *"radar", "enter", "escape")
        assert found(pilot) == [None, None]
        assert "radar”" not in shown(pilot)
        await pilot.press("f")
        assert told(pilot)[-1] == "/ finds words first."


async def test_case_accents_and_line_breaks_do_not_matter(reading: Reading, sample: Workspace) -> None:
    async with reading(sample) as pilot:
        await pilot.press("slash", *"cavusoglu")
        await searched(pilot)
        assert marked(pilot, 0)[0] == "Çavuşoğlu"
        assert marked(pilot, 1)[0] == "Cavusoglu"


async def test_whole_words_are_an_option(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", *"ground")
        await searched(pilot)
        loose = found(pilot)
        await pilot.press("ctrl+t")
        await searched(pilot)
        assert loose == [2, 2]
        assert found(pilot) == [0, 0]
        assert "[x] whole words" in shown(pilot)
        assert "whole words" in hints(pilot)
        await pilot.press("ctrl+t")
        await searched(pilot)
        assert found(pilot) == loose


async def test_a_pattern_is_an_option_and_an_invalid_one_is_reported(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", "ctrl+r", *"r[ae]dar|fog")
        await searched(pilot)
        assert marked(pilot, 0) == ["fog", "radar"]
        await pilot.press("end", *"|(")
        await searched(pilot)
        assert found(pilot) == [None, None]
        assert "not a regular expression" in shown(pilot)
        assert not pilot.app._notifications
        await pilot.press("backspace", "backspace")
        await searched(pilot)
        assert marked(pilot, 0) == ["fog", "radar"]


async def test_a_search_without_hits_is_reported(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", *"zebra", "enter")
        assert told(pilot)[-1] == "Nothing is found."
        await pilot.press("f")
        assert told(pilot)[-1] == "Nothing is found."


async def test_the_search_line_reopens_with_the_last_query(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", *"radar", "enter", "slash")
        await searched(pilot)
        assert found(pilot) == [1, 3]
        await pilot.press(*"fog")
        await searched(pilot)
        assert found(pilot) == [1, 0]


async def test_letters_typed_are_no_commands(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", *"cdaqn?")
        await searched(pilot)
        assert pilot.app.screen is reading_screen(pilot)
        assert reading_screen(pilot).features.get(Find).query.text == "cdaqn?"


async def test_escape_closes_a_search_line_that_a_click_has_left(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", *"radar")
        await searched(pilot)
        await pilot.click(pane(pilot, 1), offset=(10, 2))
        await pilot.press("escape")
        await until(pilot, lambda: not pilot.app.screen.query(SearchLine))
        assert found(pilot) == [None, None]


async def test_going_to_a_hit_replaces_an_older_message(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("V")
        reading_screen(pilot).show_message("Redone: note added.")
        await pilot.press("slash", *"coast guard", "enter")
        assert "“coast guard”: 1 of 2" in shown(pilot)
        reading_screen(pilot).show_message("Redone: note added.")
        await pilot.press("f")
        assert "“coast guard”: 2 of 2" in shown(pilot)


@pytest.mark.parametrize("now", [("north",), ("south", "north")])
async def test_escape_after_other_articles_were_opened_moves_no_cursor(
    reading: Reading, ferry: Workspace, now: tuple[str, ...]
) -> None:
    async with reading(ferry) as pilot:
        screen = reading_screen(pilot)
        await pilot.press("tab", "j", "slash", *"radar")
        await searched(pilot)
        screen.session.open(now)
        await screen.show_accounts()
        screen.show_session()
        cursors = [column.pane.cursor for column in screen.columns]
        await pilot.press("escape")
        await until(pilot, lambda: not pilot.app.screen.query(SearchLine))
        assert [column.pane.cursor for column in screen.columns] == cursors
        assert found(pilot) == [None] * len(now)
        assert pilot.app.focused is screen.pane


async def test_files_may_change_while_the_search_line_opens_and_closes(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    mount, remove = ReadingScreen.mount, SearchLine.remove
    async with reading(ferry) as pilot:
        find = reading_screen(pilot).features.get(Find)

        def mount_and_change(screen: ReadingScreen, line: SearchLine, *, before: Widget) -> AwaitMount:
            mounting = mount(screen, line, before=before)
            assert not line.is_mounted
            find.session_changed()
            return mounting

        async def remove_and_change(line: SearchLine) -> None:
            await remove(line)
            find.session_changed()

        monkeypatch.setattr(ReadingScreen, "mount", mount_and_change)
        monkeypatch.setattr(SearchLine, "remove", remove_and_change)
        find.search(SearchQuery("radar"))
        await pilot.press("slash")
        assert "A 1 · B 3" in shown(pilot)
        await pilot.press("enter")
        assert "“radar”: 1 of 4" in shown(pilot)

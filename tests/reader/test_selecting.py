"""Selecting with keys and with the mouse, wide characters included."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, go_to, pane, selected
from textual.events import MouseMove
from textual.geometry import Region

from tui.reader.widgets.pane.gutter import GUTTER

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace


async def cell_of(pilot: Pilot[None], words: str, *, last: bool = False) -> tuple[int, int]:
    """Return the cell of the active pane where words begin, or end."""
    here = pane(pilot)
    offset = here.account.article.text.index(words) + (len(words) - 1 if last else 0)
    row, cell = here.wrapped.position(offset)
    return here.left_edge + GUTTER + cell, row - here.top


async def drag(
    pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int], *, meta: bool = False, control: bool = False
) -> None:
    """Drag with the left button from one cell of the active pane to another."""
    here = pane(pilot)
    await pilot.mouse_down(here, offset=start, meta=meta, control=control)
    await pilot._post_mouse_events([MouseMove], here, end, button=1, meta=meta, control=control)
    await pilot.mouse_up(here, offset=end, meta=meta, control=control)
    await pilot.pause()


async def test_v_selects_the_word_and_moves_add_whole_words(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("v")
        assert selected(pilot) == "Ferry"
        await pilot.press("w", "w")
        assert selected(pilot) == "Ferry runs aground"
        await pilot.press("B")
        assert selected(pilot) == "Ferry runs"
        await pilot.press("right", "left", "h")
        assert selected(pilot) == "Ferry"
        await pilot.press("down")
        assert selected(pilot).endswith("fog\n\nThe ferry")
        await pilot.press("v")
        assert selected(pilot) == ""


async def test_shift_and_arrows_select_by_character(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("shift+right", "shift+right", "shift+right", "shift+right")
        assert selected(pilot) == "Ferry"
        await pilot.press("shift+left")
        assert selected(pilot) == "Ferr"
        await pilot.press("w", "w")
        assert selected(pilot) == "Ferry runs"
        await pilot.press("escape")
        assert selected(pilot) == ""
        await pilot.press("shift+down")
        assert selected(pilot).startswith("s aground")
        await pilot.press("escape", "shift+up")
        assert selected(pilot) != ""


async def test_shift_and_arrows_go_on_from_whole_words(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "hurt,")
        await pilot.press("v", "B", "B", "shift+left")
        assert selected(pilot) == '"Nobody was hurt'
        await pilot.press("escape")
        await go_to(pilot, "was hurt,")
        await pilot.press("v", "w", "shift+right", "shift+right")
        assert selected(pilot) == 'was hurt,"'


async def test_selecting_backwards(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "ground in fog")
        await pilot.press("v", "B", "B")
        assert selected(pilot) == "Ferry runs aground"


async def test_a_drag_snaps_to_words_without_the_comma_after(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await drag(pilot, await cell_of(pilot, "body was"), await cell_of(pilot, "hur"))
        assert selected(pilot) == "Nobody was hurt"
        await drag(pilot, await cell_of(pilot, '"Nobody'), await cell_of(pilot, ',"', last=True))
        assert selected(pilot) == '"Nobody was hurt,"'
        await drag(pilot, await cell_of(pilot, " was"), await cell_of(pilot, "was ", last=True))
        assert selected(pilot) == "was"


async def test_a_drag_with_alt_or_ctrl_is_exact(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        start, end = await cell_of(pilot, "body was"), await cell_of(pilot, "hur", last=True)
        await drag(pilot, start, end, meta=True)
        assert selected(pilot) == "body was hur"
        await drag(pilot, start, end, control=True)
        assert selected(pilot) == "body was hur"
        await drag(pilot, start, end)
        assert selected(pilot) == "Nobody was hurt"


async def test_a_mouse_that_trembles_while_it_clicks_selects_nothing(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        place = await cell_of(pilot, "Aurora")
        await drag(pilot, place, place)
        assert selected(pilot) == ""
        assert at_cursor(pilot, 6) == "Aurora"


async def test_a_click_extends_after_v_and_clears_after_a_drag(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Aurora ran")
        await pilot.press("v")
        await pilot.click(pane(pilot), offset=await cell_of(pilot, "ground on"))
        assert selected(pilot) == "Aurora ran aground"
        await pilot.click(pane(pilot), offset=await cell_of(pilot, "Monday"), times=2)
        assert selected(pilot) == "Aurora ran aground on Monday"
        await drag(pilot, await cell_of(pilot, "erry Aurora"), await cell_of(pilot, "round on"))
        assert selected(pilot) == "Aurora ran aground"
        await pilot.press("escape")
        await drag(pilot, await cell_of(pilot, "urora"), await cell_of(pilot, "round on"))
        assert selected(pilot) == "Aurora ran aground"
        await pilot.click(pane(pilot), offset=await cell_of(pilot, "Monday"))
        assert selected(pilot) == ""


async def test_shift_and_a_click_extend_from_the_cursor(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "urora ran")
        await pilot.click(pane(pilot), offset=await cell_of(pilot, "round on"), shift=True)
        assert selected(pilot) == "Aurora ran aground"
        await pilot.click(pane(pilot), offset=await cell_of(pilot, "day, the"), shift=True)
        assert selected(pilot) == "Aurora ran aground on Monday"
        await pilot.click(pane(pilot), offset=await cell_of(pilot, "day, the"), shift=True, meta=True)
        assert selected(pilot) == "urora ran aground on Mond"


async def test_a_drag_selects_over_rows(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        start, end = await cell_of(pilot, "Aurora"), await cell_of(pilot, "reporters", last=True)
        await drag(pilot, start, end)
        assert selected(pilot).startswith("Aurora ran")
        assert selected(pilot).endswith("reporters")


async def test_a_drag_upwards_selects_too(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        start, end = await cell_of(pilot, "reporters", last=True), await cell_of(pilot, "Aurora")
        await drag(pilot, start, end)
        assert selected(pilot).startswith("Aurora ran")
        assert selected(pilot).endswith("reporters")


async def test_a_click_moves_and_selects_nothing(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.click(pane(pilot), offset=await cell_of(pilot, "Aurora"))
        assert at_cursor(pilot, 6) == "Aurora"
        assert selected(pilot) == ""


async def test_a_click_in_the_other_account_moves_the_focus(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.click(pane(pilot, 1), offset=(10, 3))
        await pilot.pause()
        assert pane(pilot) is pane(pilot, 1)


async def test_double_click_selects_a_word_and_triple_click_a_sentence(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        place = await cell_of(pilot, "Aurora")
        await pilot.click(pane(pilot), offset=place, times=2)
        assert selected(pilot) == "Aurora"
        await pilot.click(pane(pilot), offset=place, times=3)
        assert selected(pilot) == "The ferry Aurora ran aground on Monday, the coast guard said."
        await pilot.click(pane(pilot), offset=place, times=2)
        await pilot.press("w")
        assert selected(pilot) == "Aurora ran"


async def test_wide_and_combining_characters_are_selected_whole(reading: Reading, ferry: Workspace) -> None:
    words = "東京 e\u0301te\u0301 👩\u200d👩\u200d👧 end of it"
    (ferry.articles / "north.txt").write_text(words + "\n", encoding="utf-8")
    async with reading(ferry) as pilot:
        await drag(pilot, (GUTTER + 1, 0), (GUTTER + 2, 0))
        assert selected(pilot) == "東京"
        await drag(pilot, (GUTTER + 5, 0), (GUTTER + 7, 0))
        assert selected(pilot) == "e\u0301te\u0301"
        await pilot.press("escape", "right", "right")
        assert at_cursor(pilot, 5) == "👩\u200d👩\u200d👧"
        await pilot.press("shift+right")
        assert selected(pilot) == "👩\u200d👩\u200d👧 "


async def test_a_click_on_the_scrollbar_scrolls_there(reading: Reading, sample: Workspace) -> None:
    async with reading(sample, size=(80, 24)) as pilot:
        here = pane(pilot)
        await pilot.click(here, offset=(here.size.width - 1, here.size.height - 1))
        assert here.top == here.wrapped.height - here.size.height
        assert selected(pilot) == ""


async def test_each_row_that_a_selection_changes_is_painted(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "A long-long-long-hyphenated-word-that-is-broken-over-several-rows-of-this-text, and so on to an end.\n"
    (ferry.articles / "north.txt").write_text(words * 3, encoding="utf-8")
    async with reading(ferry, size=(44, 24)) as pilot:
        here, painted = pane(pilot), set[int]()
        all_rows = Region(0, 0, here.size.width, here.size.height)

        def refresh(*regions: Region) -> None:
            painted.update(row for region in regions or [all_rows] for row in range(region.y, region.bottom))

        monkeypatch.setattr(here, "refresh", refresh)
        await go_to(pilot, "and so")
        for key in ("v", "left", "left", "right", "left", "Q", "shift+left", "down"):
            before = [list(strip) for strip in here.render_lines(all_rows)]
            painted.clear()
            await pilot.press(key)
            await pilot.pause()
            after = [list(strip) for strip in here.render_lines(all_rows)]
            changed = {row for row in range(here.size.height) if before[row] != after[row]}
            assert changed, key
            assert changed <= painted, key

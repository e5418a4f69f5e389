"""Selecting with keys and with the mouse, wide characters included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seen import at_cursor, go_to, pane, selected

from tui.reader.widgets.pane.segments import GUTTER

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


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drag with the left button from one cell of the active pane to another."""
    here = pane(pilot)
    await pilot.mouse_down(here, offset=start)
    await pilot.hover(here, offset=end)
    await pilot.mouse_up(here, offset=end)
    await pilot.pause()


async def test_v_and_movements_select_inclusively(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("v", "w", "w")
        assert selected(pilot) == "Ferry runs a"
        await pilot.press("h", "h")
        assert selected(pilot) == "Ferry runs"
        await pilot.press("v")
        assert selected(pilot) == ""


async def test_shift_and_arrows_select(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("shift+right", "shift+right", "shift+right", "shift+right")
        assert selected(pilot) == "Ferry"
        await pilot.press("shift+left")
        assert selected(pilot) == "Ferr"
        await pilot.press("escape")
        assert selected(pilot) == ""
        await pilot.press("shift+down")
        assert selected(pilot).startswith("ry runs aground")
        await pilot.press("escape", "shift+up")
        assert selected(pilot) != ""


async def test_selecting_backwards(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "aground in fog")
        await pilot.press("v", "B", "B")
        assert selected(pilot) == "Ferry runs a"


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

"""Every movement of the key table, on real text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, go_to, hints, inspector, pane, reading_screen, session, settle, shown
from waiting import until

from tui.model import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from opening import Reading


MOVES = (
    (("right",), "erry runs"),
    (("l", "l"), "rry runs"),
    (("l", "l", "h"), "erry runs"),
    (("right", "left"), "Ferry runs"),
    (("w",), "runs aground"),
    (("w", "w", "B"), "runs aground"),
    (("ctrl+right",), "runs aground"),
    (("end",), "g\n"),
    (("end", "home"), "Ferry runs"),
    (("down",), "The ferry"),
    (("j", "k"), "Ferry runs"),
    (("right_curly_bracket",), "The ferry"),
    (("right_curly_bracket", "right_curly_bracket"), "The company"),
    (("right_curly_bracket", "right_curly_bracket", "left_curly_bracket"), "The ferry"),
    (("G",), ".\n"),
    (("G", "g"), "Ferry runs"),
    (("pagedown", "pageup", "g"), "Ferry runs"),
    (("ctrl+d", "ctrl+u", "home"), "Ferry runs"),
)


async def test_a_key_moves_the_cursor(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        start = pane(pilot).cursor
        for keys, words in MOVES:
            await pilot.press("g", "home")
            assert pane(pilot).cursor == start
            await pilot.press(*keys)
            assert at_cursor(pilot, len(words)) == words, keys


async def test_up_and_down_keep_the_column(reading: Reading, sample: Workspace) -> None:
    async with reading(sample, size=(80, 24)) as pilot:
        await pilot.press("down", "down", "down", "end")
        wrapped = pane(pilot).wrapped
        column = wrapped.position(pane(pilot).cursor).cell
        await pilot.press("down", "up", "down", "up")
        assert wrapped.position(pane(pilot).cursor).cell == column


async def test_brackets_step_through_the_annotations_in_reading_order(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("]")
        assert at_cursor(pilot, 15) == "Nobody was hurt"
        await pilot.press("]")
        assert at_cursor(pilot, 15) == "did not confirm"
        await pilot.press("]")
        assert at_cursor(pilot, 15) == "did not confirm"
        await pilot.press("]")
        assert at_cursor(pilot, 15) == "Nobody was hurt"
        await pilot.press("[")
        assert at_cursor(pilot, 15) == "did not confirm"


async def test_tab_and_numbers_go_to_the_other_account(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        assert reading_screen(pilot).active == 0
        await pilot.press("tab")
        assert reading_screen(pilot).active == 1
        assert pane(pilot, 1).has_focus
        await pilot.press("tab")
        assert reading_screen(pilot).active == 0
        await pilot.press("2")
        assert reading_screen(pilot).active == 1
        await pilot.press("shift+tab")
        assert reading_screen(pilot).active == 0
        await pilot.press("9")
        assert reading_screen(pilot).active == 0


async def test_a_narrow_terminal_shows_one_account_and_tab_switches(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(60, 24)) as pilot:
        assert "Ferry runs aground" in shown(pilot)
        assert "Radar failed before" not in shown(pilot)
        await pilot.press("tab")
        assert "Ferry runs aground" not in shown(pilot)
        assert "Radar failed before" in shown(pilot)


async def test_a_pane_that_was_scrolled_away_stays_when_its_height_changes(reading: Reading, sample: Workspace) -> None:
    async with reading(sample, size=(120, 30)) as pilot:
        pane(pilot).scroll_rows(9)
        for height in (27, 33):
            await pilot.resize_terminal(120, height)
            await settle(pilot)
            assert (pane(pilot).top, pane(pilot).cursor) == (9, 0)


async def test_a_resize_reflows_and_keeps_the_place(reading: Reading, sample: Workspace) -> None:
    async with reading(sample, size=(200, 50)) as pilot:
        await go_to(pilot, "The most efficient")
        for size in ((80, 24), (44, 12), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            here = pane(pilot)
            row = here.wrapped.row_at(here.cursor)
            assert at_cursor(pilot, 18) == "The most efficient"
            assert here.top <= row < here.top + here.size.height
            assert here.wrapped.width == here.text_width


async def test_zoom_shows_one_account_alone(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("tab", "z")
        assert "Ferry runs aground" not in shown(pilot)
        await pilot.press("z")
        assert "Ferry runs aground" in shown(pilot)


async def test_the_inspector_can_be_hidden(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("]")
        before = pane(pilot).size.height
        assert "told reporters" in shown(pilot).splitlines()[before + 4]
        await pilot.press("i")
        assert pane(pilot).size.height > before
        await pilot.press("i")
        assert pane(pilot).size.height == before


async def test_the_inspector_shows_other_speakers_and_silent_accounts(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "did not confirm")
        told = inspector(pilot)
        assert "1? The company: no comment: The radar of the Aurora failed   DISPUTED" in told
        assert "A ? The company (no comment)   B ▸ Two crew members  ✗ Ada Holm denies" in told
        assert "#radar" in told
        await pilot.press("[")
        assert "B silent" in inspector(pilot)


async def test_the_footer_shows_the_keys_that_apply(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        assert "mark" in hints(pilot)
        assert "delete" not in hints(pilot)
        await pilot.press("]")
        assert "delete" in hints(pilot)
        await pilot.press("v", "w")
        assert "clear" in hints(pilot)
        await pilot.press("escape")
        assert "let go" not in hints(pilot)


async def test_the_cursor_stays_in_place_when_files_are_read_again(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Repairs will")
        session(pilot).open(["north", "south"])
        reading_screen(pilot).show_session()
        await pilot.pause()
        assert at_cursor(pilot, 12) == "Repairs will"


async def test_the_wheel_moves_the_view_and_not_the_cursor(reading: Reading, sample: Workspace) -> None:
    async with reading(sample, size=(80, 24)) as pilot:
        cursor = pane(pilot).cursor
        pane(pilot).scroll_rows(5)
        assert pane(pilot).top == 5
        assert pane(pilot).cursor == cursor
        pane(pilot).scroll_rows(-50)
        assert pane(pilot).top == 0
        pane(pilot).scroll_rows(100_000)
        assert pane(pilot).top == pane(pilot).wrapped.height - pane(pilot).size.height


@pytest.fixture
def three(tmp_path: Path) -> Workspace:
    """Return a workspace of three short articles."""
    (tmp_path / "articles").mkdir()
    for name in "abc":
        (tmp_path / "articles" / f"{name}.txt").write_text(f"Article {name}\n\nIt rained.\n", "utf-8")
    return Workspace(tmp_path, tmp_path / "articles")


async def test_accounts_that_do_not_fit_are_named_in_the_footer(reading: Reading, three: Workspace) -> None:
    async with reading(three, size=(80, 24)) as pilot:
        assert "A B ‹C›" in shown(pilot).splitlines()[-2]
        await pilot.press("3")
        assert "‹A› B C" in shown(pilot).splitlines()[-2]
        await pilot.press("z")
        assert "‹A› ‹B› C" in shown(pilot).splitlines()[-2]
        await pilot.press("z")
        await pilot.resize_terminal(120, 24)
        await until(pilot, lambda: "‹" not in shown(pilot).splitlines()[-2])


async def test_an_article_that_cannot_be_read_leaves_a_lasting_sign(reading: Reading, three: Workspace) -> None:
    (three.articles / "b.txt").write_bytes(b"caf\xe9")
    async with reading(three, size=(100, 24)) as pilot:
        pilot.app.clear_notifications()
        await pilot.pause()
        assert "! 1 unreadable" in shown(pilot).splitlines()[-2]
        assert len(reading_screen(pilot).columns) == 2

"""Linked reading: = and s bring the other panes to the same proposition."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, go_to, hints, pane, reading_screen, session, settle, shown, told
from stance_cases import StanceCase
from textual.events import MouseScrollDown

from tui.config import Config
from tui.model import AnchorState, Workspace
from tui.reader.app import DiptychApp
from tui.reader.reading.follow import Follow
from tui.reader.widgets.status_line import StatusLine
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    import pytest
    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Placed


def beside(pilot: Pilot[None], length: int = 12) -> str:
    """Return the text from the other pane's cursor on."""
    other = pane(pilot, 1 - reading_screen(pilot).active)
    return other.account.article.text[other.cursor : other.cursor + length]


def status(pilot: Pilot[None]) -> str:
    """Return the text of the status line."""
    return " ".join(part.plain for part in reading_screen(pilot).query_one(StatusLine).parts)


async def test_equals_brings_the_other_account_here_and_marks_the_partners(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "did not confirm")
        assert "show in B" in hints(pilot)
        await pilot.press("=")
        assert beside(pilot, 9) == "The radar"
        assert pane(pilot, 1).emphasis.current == {"crew", "holm"}
        assert reading_screen(pilot).active == 0
        assert "B 1 of 2" in status(pilot)


async def test_equals_again_goes_to_the_next_and_around(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "did not confirm")
        await pilot.press("=", "=")
        assert beside(pilot, 16) == "The radar worked"
        await pilot.press("=")
        assert beside(pilot, 16) == "The radar of the"


async def test_equals_reports_silent_accounts(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "Nobody was hurt")
        before = pane(pilot, 1).cursor
        await pilot.press("=")
        assert told(pilot)[-1] == "B is silent on this."
        assert pane(pilot, 1).cursor == before


async def test_equals_reports_that_a_quote_is_doubtful() -> None:
    collation = StanceCase("rejects", "one", AnchorState.ORPHAN).collation()
    app = DiptychApp(Session(plain_loader(Workspace(Path("none"), Path("none"))), "Mira", collation), Config())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("tab")
        await go_to(pilot, "Bo agrees")
        await pilot.press("=")
        assert told(pilot)[-1] == "What A said of this is doubtful in today's text."
        await pilot.press("t")
        await settle(pilot)
        assert "▸ single" in shown(pilot)
        assert "disputed" not in shown(pilot).lower()


async def test_equals_reports_what_it_needs(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("=")
        assert "Go to a statement first" in told(pilot)[-1]
        account = session(pilot).accounts[0]
        placed = tuple(
            p._replace(record=replace(p.record, annotation=replace(p.annotation, about=""))) for p in account.placed
        )
        session(pilot).collation = replace(
            session(pilot).collation, accounts=(replace(account, placed=placed), session(pilot).accounts[1])
        )
        reading_screen(pilot).show_session()
        await go_to(pilot, "Nobody was hurt")
        await pilot.press("=")
        assert told(pilot)[-1] == "This names no proposition."


async def test_equals_with_one_account_reports_that_there_is_no_other(ferry: Workspace) -> None:
    alone = Session(plain_loader(ferry), "Mira")
    alone.open(["north"])
    async with DiptychApp(alone, Config()).run_test() as pilot:
        await pilot.press("]", "=")
        assert "Only one account is open" in told(pilot)[-1]


async def test_linked_reading_is_off_until_s_and_follows_until_s(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "did not confirm")
        assert beside(pilot, 12) == "Radar failed"
        await pilot.press("s")
        assert "linked" in status(pilot)
        assert "Linked reading is on: the other accounts come along." in shown(pilot)
        assert beside(pilot, 9) == "The radar"
        await pilot.press("s")
        assert "linked" not in status(pilot)
        pane(pilot, 1).go_to(0)
        await pilot.press("[", "]")
        assert beside(pilot, 12) == "Radar failed"


async def test_linked_reading_follows_from_either_side(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("s", "tab")
        await go_to(pilot, "The radar worked")
        assert beside(pilot, 15) == "did not confirm"
        assert at_cursor(pilot, 16) == "The radar worked"


async def test_linked_reading_does_not_move_a_pane_that_the_user_scrolled(
    reading: Reading, sample: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.reader.reading.follow.SCROLL_REST", 1000.0)
    async with reading(sample, size=(120, 24)) as pilot:
        await pilot.press("s")
        other = pane(pilot, 1)
        await pilot._post_mouse_events([_scroll()], widget=other, offset=(5, 5))
        await pilot.pause()
        top, cursor = other.top, other.cursor
        assert top > 0
        await go_to(pilot, "finding a solution to the ongoing humanitarian tragedy")
        assert (other.top, other.cursor) == (top, cursor)
        await pilot.press("=")
        assert other.cursor != cursor


def _scroll() -> type:
    return MouseScrollDown


async def test_a_second_pane_of_an_article_moves_to_its_other_statement(ferry: Workspace) -> None:
    twice = Session(plain_loader(ferry), "Mira")
    twice.open(["south", "south"])
    async with DiptychApp(twice, Config()).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await go_to(pilot, "The radar worked")
        await pilot.press("=")
        assert beside(pilot, 16) == "The radar of the"


async def test_a_pane_that_was_brought_never_brings_others(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought: list[str] = []
    show_partners = Follow.show_partners

    def counted(follow: Follow, statement: Placed, **options: bool) -> list[str]:
        brought.append(statement.annotation.id)
        return show_partners(follow, statement, **options)

    monkeypatch.setattr(Follow, "show_partners", counted)
    async with reading(ferry) as pilot:
        await pilot.press("s")
        pane(pilot, 1).has_focus = True  # as after a reload: two panes that both say so
        await go_to(pilot, "did not confirm")
        for _ in range(5):
            await pilot.pause()
        assert brought == ["radar-open"]
        assert reading_screen(pilot).active == 0

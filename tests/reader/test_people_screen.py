"""The people screen: who says what in each account."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

import pytest
from collations import Telling, annotate, codebook, collate
from seen import at_cursor, go_to, reading_screen, session, settle, shown

from tui.config import Config
from tui.model import Annotation, RecordRef, Span, TextSelector, Workspace
from tui.reader.app import DiptychApp
from tui.reader.dialogs.overlay import tell_overlays
from tui.reader.screens.people.rows import marked_quote
from tui.reader.screens.people.screen import PeopleScreen
from tui.reader.widgets.list_view import ListView
from tui.session.overview import Overview
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from pathlib import Path

    from opening import Reading
    from textual.pilot import Pilot

TOLD = ("We will never leave the northern town, she said.", "We shall never leave the northern town, she said.")


def people(pilot: Pilot[None]) -> PeopleScreen:
    """Return the screen on top."""
    screen = pilot.app.screen
    assert isinstance(screen, PeopleScreen)
    return screen


def two_wordings(folder: Path) -> DiptychApp:
    """Return the reader on a speaker with two wordings and a contradiction."""
    first = Telling("one", TOLD[0], (annotate("claim", TOLD[0][:37], "Ada", "leave"),))
    second = Telling("two", TOLD[1], (annotate("denial", TOLD[1][:38], "Ada H.", "leave"),))
    book = codebook({"leave": "Ada's people stay"}, speakers={"Ada": ("Ada H.",)})
    return DiptychApp(
        Session(plain_loader(Workspace(folder, folder)), "Mira", collate(first, second, book=book)), Config()
    )


async def test_every_speaker_is_listed_with_counts_by_account(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("p")
        assert [person.name for person in people(pilot).people][:2] == ["Ada Holm", "The company"]
        line = next(line for line in shown(pilot).splitlines() if line.startswith("▌"))
        assert line.split("│")[0].split() == ["▌", "Ada", "Holm", "1", "1"]


async def test_statements_of_a_speaker_are_grouped_by_account(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("p")
        words = shown(pilot)
        assert words.index("A  The North") < words.index("Nobody was hurt”") < words.index("B  The South")
        assert words.index("B  The South") < words.index("The radar worked”")
        assert "denies: The radar of the Aurora failed" in words


async def test_enter_twice_goes_to_the_statement(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("p", "enter", "down", "enter")
        assert pilot.app.screen is reading_screen(pilot)
        assert at_cursor(pilot, 16) == "The radar worked"


async def test_it_opens_at_who_speaks_under_the_cursor(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("tab")
        await go_to(pilot, "agreed on an inquiry")
        await pilot.press("p")
        assert people(pilot).people[people(pilot).people_list.cursor].name == "The coast guard"


async def test_escape_goes_back_and_then_closes(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("p", "right", "escape")
        assert people(pilot).people_list.has_focus
        await pilot.press("escape")
        assert pilot.app.screen is reading_screen(pilot)


async def test_contradictions_and_two_wordings_come_first(tmp_path: Path) -> None:
    async with two_wordings(tmp_path).run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        words = shown(pilot)
        assert "also Ada H." in words
        assert words.index("Says so and denies it: Ada's people stay") < words.index(
            "The same words, quoted differently"
        )
        assert words.index("The same words, quoted differently") < words.index("A  We will")


def test_the_words_that_differ_are_marked() -> None:
    content = marked_quote("We will\nnever leave", [Span(3, 7)])
    assert content.plain == "“We will never leave”"
    marks = [content.plain[span.start : span.end] for span in content.spans if "underline" in str(span.style)]
    assert marks == ["will"]


async def test_what_lavrov_says_in_each_takes_one_key(reading: Reading, sample: Workspace) -> None:
    async with reading(sample) as pilot:
        reading_screen(pilot).columns[0].pane.go_to(
            len("Turkey, Russia come together to establish permanent cease-fire in Syria\n")
        )
        await pilot.press("p", "g")
        words = shown(pilot)
        assert "Sergey Lavrov   ▸39  ≡12  ✗2  ?1" in words
        assert "A25" in words
        assert words.index("A25") < words.index("B  Russia, Turkey") < words.index("B8")


@pytest.mark.parametrize(("theme", "is_white"), [("terminal", True), ("dark", False)])
async def test_of_16_colors_all_words_of_the_selected_row_have_one(
    reading: Reading, ferry: Workspace, *, theme: str, is_white: bool
) -> None:
    async with reading(ferry, config=Config(theme=theme)) as pilot:
        await pilot.press("p")
        rows = pilot.app.screen.query_one("#people-list", ListView)
        selected, other = (str(line.spans) for line in rows.render().split("\n")[:2])
        assert ("ansi_bright_white" in selected) is is_white
        assert "ansi_bright_white" not in other


async def test_without_colours_the_selected_row_is_reversed(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(ferry) as pilot:
        await pilot.press("p")
        rows = pilot.app.screen.query_one("#people-list", ListView)
        selected, other = (str(line.spans) for line in rows.render().split("\n")[:2])
        assert "reverse" in selected
        assert "reverse" not in other


async def test_what_others_said_goes_when_blind_mode_begins(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("p", "down", "tab", "down")
        screen = people(pilot)
        name, cursor = screen.people[screen.people_list.cursor].name, screen.statement_list.cursor
        assert cursor
        tell_overlays(pilot.app)
        await pilot.pause()
        assert (screen.people[screen.people_list.cursor].name, screen.statement_list.cursor) == (name, cursor)
        collation = session(pilot).collation
        accounts = tuple(replace(account, placed=()) for account in collation.accounts)
        session(pilot).adopt(replace(collation, accounts=accounts))
        tell_overlays(pilot.app)
        await pilot.pause()
        assert "Nobody speaks yet." in shown(pilot)
        assert "hurt" not in shown(pilot)
        assert not screen.lines


def under_cursors(screen: PeopleScreen) -> tuple[str, RecordRef]:
    """Return who has the cursor, and which of their statements."""
    statement = screen.lines[screen.statement_list.cursor].statement
    assert statement
    return screen.people[screen.people_list.cursor].name, statement.ref


async def test_the_cursor_stays_on_its_statement_if_others_are_added_before(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("p", "tab", "end")
        screen = people(pilot)
        before, row = under_cursors(screen), screen.statement_list.cursor
        assert before[0] == "Ada Holm"
        claim = Annotation("", "claim", "north", TextSelector("Repairs"), speaker=("Ada Holm",))
        session(pilot).add_all([claim, replace(claim, target=TextSelector("three weeks"))])
        tell_overlays(pilot.app)
        await pilot.app.workers.wait_for_complete()
        await settle(pilot)
        assert under_cursors(screen) == before
        assert screen.statement_list.cursor > row


async def test_the_cursor_stays_on_its_statement_while_the_people_are_compared(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on, prepare = Event(), PeopleScreen._prepare

    def prepare_later(screen: PeopleScreen) -> None:
        may_go_on.wait(30)
        prepare(screen)

    async with reading(ferry) as pilot:
        await pilot.press("p", "tab", "end")
        screen = people(pilot)
        before = under_cursors(screen)
        assert before[1] != RecordRef("north", "hurt")
        monkeypatch.setattr(PeopleScreen, "_prepare", prepare_later)
        monkeypatch.setattr(Overview, "is_quick", False)
        session(pilot).adopt(replace(session(pilot).collation))
        tell_overlays(pilot.app)
        await settle(pilot)
        assert not screen.people
        may_go_on.set()
        await pilot.app.workers.wait_for_complete()
        await settle(pilot)
        assert under_cursors(screen) == before


async def test_a_cursor_that_moved_just_before_a_change_on_disk_stays_there(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("p")
        screen = people(pilot)
        screen.people_list.go_to(2)
        tell_overlays(pilot.app)
        await settle(pilot)
        assert screen.people_list.cursor == 2

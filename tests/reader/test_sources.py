"""The form of an article's source, and the order of the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seen import pane, reading_screen, selected, session, settle, shown, told

from tui.model import Byline
from tui.reader.dialogs.choice import ChoiceDialog
from tui.reader.dialogs.source_form import SourceForm
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.screens.articles.screen import ArticlesScreen
from tui.reader.widgets.pane.header import PaneHeader
from tui.session.sources import read_source

if TYPE_CHECKING:
    from opening import Reading

    from tui.model import Workspace


async def test_a_source_is_typed_saved_shown_and_undone(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("I")
        assert "the headline" not in shown(pilot)
        assert "in the article: Ferry runs aground in fog" in shown(pilot)
        await pilot.press(*"Ann Lee", "tab", *"28 Dec 2016")
        assert "28 December 2016, saved as 2016-12-28" in shown(pilot)
        await pilot.press("ctrl+s")
        assert pane(pilot).account.article.byline == Byline("", "The North", "Ann Lee", "2016-12-28")
        assert "The North · 2016-12-28" in shown(pilot)
        assert told(pilot)[-1] == "Saved. u undoes it."
        await pilot.press("u")
        assert told(pilot)[-1] == "Undone: source edited."
        assert "2016-12-28" not in shown(pilot)
        assert read_source(ferry, "north").listed == Byline(outlet="The North")


async def test_a_date_that_cannot_be_read_is_not_saved(reading: Reading, ferry: Workspace) -> None:
    before = ferry.list_file("north").read_bytes()
    async with reading(ferry) as pilot:
        await pilot.press("I", "tab", *"3/4/2016", "ctrl+s")
        assert isinstance(pilot.app.screen, SourceForm)
        assert "“3/4/2016” is no date that can be read" in shown(pilot)
        assert ferry.list_file("north").read_bytes() == before


async def test_leaving_the_form_asks_only_if_something_was_typed(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("I", "escape")
        assert pilot.app.screen is reading_screen(pilot)
        await pilot.press("I", "x", "escape")
        assert isinstance(pilot.app.screen, ChoiceDialog)
        await pilot.press("down", "enter")
        assert pilot.app.screen is reading_screen(pilot)
        assert not session(pilot).history.done


async def test_a_click_on_a_header_opens_the_form_of_its_account(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.click(reading_screen(pilot).query(PaneHeader)[1], offset=(6, 0))
        screen = pilot.app.screen
        assert isinstance(screen, SourceForm)
        assert screen.article == "south"


async def test_the_list_of_articles_edits_sources_too(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("o")
        await pilot.app.workers.wait_for_complete()
        await pilot.press(*"south", "ctrl+e", *"Bo", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ArticlesScreen)
        assert screen.catalogue["south"].byline == Byline(outlet="The South", author="Bo")
        assert "The South · Bo · south" in shown(pilot)
        await pilot.press("escape")
        assert pane(pilot, 1).account.article.byline.author == "Bo"
        await pilot.press("u", "o", *"south")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "The South · south" in shown(pilot)


async def test_the_panes_are_moved_in_the_list_of_articles(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("o", *"south", "shift+up", "enter")
        await pilot.pause()
        assert session(pilot).open_articles == ("south", "north")


async def test_the_language_of_the_list_file_is_kept_and_decides_the_sentence(
    reading: Reading, ferry: Workspace
) -> None:
    list_file = ferry.list_file("north")
    list_file.write_text(list_file.read_text("utf-8").replace("outlet:", "language: de\noutlet:"), encoding="utf-8")
    (ferry.articles / "north.txt").write_text("It was the 3. October then. And so on.\n", encoding="utf-8")
    async with reading(ferry) as pilot:
        await pilot.press("I", *"Ann", "ctrl+s")
        await pilot.pause()
        await pilot.click(pane(pilot, 0), offset=(6, 0), times=3)
        assert selected(pilot) == "It was the 3. October then."
        await pilot.press("escape", "c")
        await settle(pilot)
        form = pilot.app.screen
        assert isinstance(form, StatementForm)
        assert form.words == "It was the 3. October then."
    assert "language: de\noutlet: The North\nauthor: Ann\n" in list_file.read_text("utf-8")

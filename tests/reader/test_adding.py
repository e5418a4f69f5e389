"""Adding documents in the list of articles, and what was left out of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import pane, reading_screen, session, shown, told
from textual.widgets import Input
from waiting import until

from tui.reader.dialogs.choice import ChoiceDialog
from tui.reader.dialogs.source_form import SourceForm
from tui.reader.screens.articles.screen import ArticlesScreen
from tui.reader.screens.entries.screen import EntriesScreen
from tui.reader.screens.left_out.screen import LeftOutScreen
from tui.storage.records.repository import read_byline

if TYPE_CHECKING:
    from pathlib import Path

    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace

PAGE = """<title>Bridge closed</title><link rel=canonical href="https://n.example/a"><nav><a>Home</a></nav>
<p>The bridge will be {} for at least three weeks more, she said."""
ITEM = "<item><title>Story {0}</title><link>https://n.example/{0}</link><description>Words of {0}.</description></item>"


@pytest.fixture
def here(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the ferry's folder, as the working directory."""
    monkeypatch.chdir(ferry.root)
    return ferry.root


async def add(pilot: Pilot[None], name: str, screen_type: type[object]) -> None:
    """Name a document in the list of articles, and wait for a screen."""
    await pilot.press("ctrl+a", *name, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, screen_type))


def articles_screen(pilot: Pilot[None]) -> ArticlesScreen:
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, ArticlesScreen))


async def test_a_document_is_added_corrected_and_opened(reading: Reading, ferry: Workspace, here: Path) -> None:
    (here / "a.html").write_text(PAGE.format("closed"), encoding="utf-8")
    async with reading(ferry) as pilot:
        await pilot.press("o")
        await add(pilot, "a.html", SourceForm)
        assert pilot.app.screen.query_one("#title", Input).value == "Bridge closed"
        await pilot.press(*"Ada Berg", "tab", *"26 Nov 2026 14:30:00 +0100", "ctrl+s")
        await pilot.pause()
        assert articles_screen(pilot).chosen == ["north", "south", "bridge-closed"]
        await pilot.press("enter")
        await pilot.pause()
        account = pane(pilot, 2).account
        assert account.article.text == "The bridge will be closed for at least three weeks more, she said.\n"
        assert (account.article.byline.author, account.article.byline.date) == ("Ada Berg", "2026-11-26T14:30:00+01:00")
        assert "2026-11-26 " in shown(pilot)
        assert "T14:30" not in shown(pilot)
    assert read_byline(ferry, "bridge-closed").author == "Ada Berg"


async def test_entries_of_a_feed_are_chosen(reading: Reading, ferry: Workspace, here: Path) -> None:
    items = "".join(ITEM.format(name) for name in ("one", "two", "three"))
    (here / "a.rss").write_text(f"<rss><channel>{items}</channel></rss>", encoding="utf-8")
    async with reading(ferry) as pilot:
        await pilot.press("o")
        await add(pilot, "a.rss", EntriesScreen)
        assert "Add which of 3 entries?" in shown(pilot)
        await pilot.press("space", "down", "down", "space")
        assert "2 chosen" in shown(pilot)
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert articles_screen(pilot).chosen == ["north", "south", "story-one", "story-three"]
        assert articles_screen(pilot).ids == ("north", "south", "story-one", "story-three")
        await add(pilot, "a.rss", EntriesScreen)
        assert shown(pilot).count("here already") == 2
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ArticlesScreen)


@pytest.mark.parametrize(("keys", "words"), [(("enter",), "closed"), (("down", "enter"), "open")])
async def test_a_changed_document_is_taken_only_if_the_user_says_so(
    reading: Reading, ferry: Workspace, here: Path, keys: tuple[str, ...], words: str
) -> None:
    (here / "a.html").write_text(PAGE.format("closed"), encoding="utf-8")
    async with reading(ferry) as pilot:
        await pilot.press("o")
        await add(pilot, "a.html", SourceForm)
        await pilot.press("escape")
        (here / "a.html").write_text(PAGE.format("open"), encoding="utf-8")
        await add(pilot, "a.html", ChoiceDialog)
        assert "the document has another text" in shown(pilot)
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    assert f"will be {words} for" in (ferry.articles / "bridge-closed.md").read_text("utf-8")


async def test_one_that_cannot_be_added_is_told(reading: Reading, ferry: Workspace, here: Path) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("o", "ctrl+a", *"none.pdf", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert told(pilot)[0] == "Not added: none.pdf: no such file; check the name"


async def test_what_was_left_out_is_beside_the_text(reading: Reading, ferry: Workspace, here: Path) -> None:
    (here / "a.html").write_text(PAGE.format("closed") + "<img alt='A bridge'>", encoding="utf-8")
    async with reading(ferry) as pilot:
        await pilot.press("o")
        await add(pilot, "a.html", SourceForm)
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert session(pilot).open_articles == ("north", "south", "bridge-closed")
        await pilot.press("O")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        screen = shown(pilot)
        assert "What was left out of “Bridge closed”" in screen
        assert "2 left out of bridge-closed.html" in screen
        assert "[picture: A bridge]" in screen
        assert "The bridge will be closed" in screen
        await pilot.press("down", "y")
        await pilot.app.workers.wait_for_complete()
        assert pilot.app.clipboard == "[picture: A bridge]"
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is reading_screen(pilot)


async def test_an_article_without_an_original_says_so(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("o", "home", "ctrl+l")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, LeftOutScreen)
        assert "north.txt has no original in .originals/; it is the" in shown(pilot)

"""Opening other articles from the list, up to six at once."""

from __future__ import annotations

import builtins
import io
import os
from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, go_to, pane, reading_screen, session, shown, told
from waiting import until

from tui.config import Config
from tui.model import Annotation
from tui.reader.app import DiptychApp
from tui.reader.screens.articles.screen import ArticlesScreen
from tui.session.session import Session
from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.cache.parse_store import ParseStore
from tui.storage.files.source import read_contents
from tui.storage.workspace.loader import WorkspaceLoader
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.reader_state import read_reader_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace

LISTS = {
    "east": ("The East", "2016-12-30", "inquiry"),
    "far": ("Far News", "2016-12-28", "unheard-of"),
    "west": ("The West", "2016-12-29", "radar-failed"),
}


@pytest.fixture
def harbour(ferry: Workspace) -> Workspace:
    """Return the ferry's workspace with three more articles."""
    for name, (outlet, date, slug) in LISTS.items():
        (ferry.articles / f"{name}.txt").write_text(f"Harbour news from {name}\n\nMore.\n", encoding="utf-8")
        record = f"  - id: x\n    kind: claim\n    about: {slug}\n    quote: More\n"
        head = f"article: {name}\noutlet: {outlet}\ndate: {date}\nannotations:\n"
        ferry.list_file(name).write_text(head + record, encoding="utf-8")
    return ferry


def opened(workspace: Workspace, *ids: str) -> DiptychApp:
    """Return the reader on some of a workspace's articles."""
    session = Session(plain_loader(workspace), "Mira")
    session.open(ids)
    return DiptychApp(session, Config())


async def test_fewer_articles_leave_an_active_pane(reading: Reading, harbour: Workspace) -> None:
    async with reading(harbour) as pilot:
        screen = reading_screen(pilot)
        session(pilot).open(["north"])
        screen.active = 2  # as a cursor leaves it that moves while the panes are replaced
        await screen.show_accounts()
        assert screen.pane is screen.columns[0].pane


async def picker(pilot: Pilot[None]) -> ArticlesScreen:
    """Return the list of articles on the screen, once all are read."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ArticlesScreen)
    return screen


def listed(screen: ArticlesScreen) -> list[str]:
    return [entry.id for entry in screen.shown]


def panes(pilot: Pilot[None]) -> list[str]:
    return [column.pane.account.article.id for column in reading_screen(pilot).columns]


async def test_open_articles_come_first_then_those_with_most_in_common(harbour: Workspace) -> None:
    async with opened(harbour, "north", "south").run_test(size=(120, 40)) as pilot:
        await pilot.press("o")
        screen = await picker(pilot)
        assert listed(screen) == ["north", "south", "east", "west", "far"]
        assert screen.article_under_cursor == "east"
        line = next(line for line in shown(pilot).splitlines() if "from west" in line)
        assert line.split()[-4:] == ["West", "2016-12-29", "1", "1"]


async def test_ctrl_o_sorts_by_date_or_title(harbour: Workspace) -> None:
    async with opened(harbour, "north", "south").run_test(size=(120, 40)) as pilot:
        await pilot.press("o", "ctrl+o")
        assert listed(await picker(pilot))[:3] == ["east", "west", "far"]
        await pilot.press("ctrl+o")
        assert listed(await picker(pilot)) == ["north", "east", "far", "west", "south"]


async def test_enter_opens_one_more_article(harbour: Workspace) -> None:
    async with opened(harbour, "north", "south").run_test(size=(130, 40)) as pilot:
        await go_to(pilot, "Nobody")
        await pilot.press("o", *"west", "enter")
        await pilot.pause()
        assert panes(pilot) == ["north", "south", "west"]
        assert reading_screen(pilot).active == 2
        assert pane(pilot, 0).account.article.text[pane(pilot, 0).cursor :].startswith("Nobody")
        assert read_reader_state(harbour).articles == ("north", "south", "west")


async def test_an_article_opened_later_is_saved_to_the_parse_cache(harbour: Workspace) -> None:
    session = Session(WorkspaceLoader(harbour, CachedLoader(harbour)), "Mira")
    session.open(("north", "south"))
    async with DiptychApp(session, Config()).run_test(size=(130, 40)) as pilot:
        await pilot.press("o", *"west", "enter")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        contents = read_contents([harbour.codebook, harbour.list_file("west")])
        assert ParseStore(harbour).recall("west", contents) is not None


@pytest.mark.parametrize("keys", [(), ("slash", *"radar"), ("slash", *"radar", "enter"), ("S",)])
async def test_articles_that_are_gone_when_chosen_leave_a_page_that_opens_others(
    harbour: Workspace, keys: tuple[str, ...]
) -> None:
    app = opened(harbour, "north", "south")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        reading_screen(pilot).run_command("articles.choose")
        screen = await picker(pilot)
        screen.chosen = ["south", "north"]
        for name in screen.chosen:
            (harbour.articles / f"{name}.txt").unlink()
        await pilot.press("enter")
        await until(pilot, lambda: "Nothing to read yet" in shown(pilot))
        await pilot.press("escape", "slash", "o")
        screen = await picker(pilot)
        screen.chosen = ["west"]
        await pilot.press("enter")
        await until(pilot, lambda: panes(pilot) == ["west"])
        await pilot.press("slash", *"harbour")
        await until(pilot, lambda: "A 1" in shown(pilot))
        await pilot.press("escape", "S")
        assert "1 claim  0 suggested" in shown(pilot)


async def test_tab_adds_and_removes_articles(harbour: Workspace) -> None:
    async with opened(harbour, "north", "south").run_test(size=(120, 40)) as pilot:
        await pilot.press("o", *"east", "tab")
        await pilot.press(*("backspace",) * 4, *"crew says", "tab", "enter")
        await pilot.pause()
        assert panes(pilot) == ["north", "east"]


async def test_an_article_can_be_opened_twice(harbour: Workspace) -> None:
    async with opened(harbour, "north", "south").run_test(size=(130, 40)) as pilot:
        await pilot.press("o", *"aground", "ctrl+t")
        assert (await picker(pilot)).chosen == ["north", "south", "north"]
        await pilot.press("enter")
        await pilot.pause()
        assert panes(pilot) == ["north", "south", "north"]
        session(pilot).add(Annotation("n1", "note", article="north", body="Hm."))
        reading_screen(pilot).show_session()
        assert [column.pane.account.siglum for column in reading_screen(pilot).columns] == ["A", "B", "C"]
        assert len(pane(pilot, 2).account.placed) == 3


async def test_one_to_six_articles_can_be_open(harbour: Workspace) -> None:
    async with opened(harbour, "north", "south").run_test(size=(120, 40)) as pilot:
        await pilot.press("o", *("ctrl+t",) * 5)
        screen = await picker(pilot)
        assert len(screen.chosen) == 6
        assert "6 are open at most" in shown(pilot)
        screen.chosen.clear()
        await pilot.press("enter")
        assert "Tab adds an article" in shown(pilot)


async def test_enter_on_an_open_article_focuses_it(harbour: Workspace) -> None:
    async with opened(harbour, "north", "south").run_test(size=(120, 40)) as pilot:
        await pilot.press("o", *"crew says", "enter")
        await pilot.pause()
        assert panes(pilot) == ["north", "south"]
        assert reading_screen(pilot).active == 1


async def test_escape_changes_nothing(harbour: Workspace) -> None:
    async with opened(harbour, "north", "south").run_test(size=(120, 40)) as pilot:
        await pilot.press("o", "tab", "escape")
        assert panes(pilot) == ["north", "south"]
        assert read_reader_state(harbour).articles == ()


async def test_commands_work_on_newly_opened_articles(harbour: Workspace) -> None:
    async with opened(harbour, "north", "south").run_test(size=(130, 40)) as pilot:
        await pilot.press("o", *"west", "enter")
        await pilot.pause()
        await pilot.press("]")
        assert at_cursor(pilot, 4) == "More"
        await pilot.press("=")
        assert pane(pilot, 0).account.article.text[pane(pilot, 0).cursor :].startswith("did not confirm")
        await pilot.press("slash", *"ferry", "enter")
        assert reading_screen(pilot).columns[2].header.hits == 0
        assert reading_screen(pilot).columns[0].header.hits == 2


async def test_an_empty_screen_offers_the_list_of_articles(harbour: Workspace) -> None:
    async with opened(harbour).run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        assert "o opens articles" in told(pilot)[-1]
        await pilot.press("o", *"west", "enter")
        await pilot.pause()
        assert panes(pilot) == ["west"]


async def test_undo_in_a_closed_article_shows_a_message(harbour: Workspace) -> None:
    async with opened(harbour, "north", "south").run_test(size=(120, 40)) as pilot:
        session(pilot).add(Annotation("n1", "note", article="south", body="Hm."))
        await pilot.press("o", *"crew says", "tab", "enter")
        await pilot.pause()
        assert panes(pilot) == ["north"]
        await pilot.press("u")
        assert "south, which is not open now" in told(pilot)[-1]


async def test_opening_reads_no_other_article(harbour: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []

    def noting(plain: Callable[..., object]) -> Callable[..., object]:
        def noted(file: object, *rest: object, **more: object) -> object:
            names.append(str(file))
            return plain(file, *rest, **more)

        return noted

    for module, name in ((io, "open"), (builtins, "open"), (os, "open")):
        monkeypatch.setattr(module, name, noting(getattr(module, name)))
    async with opened(harbour, "north", "south").run_test(size=(120, 40)) as pilot:
        await pilot.press("]", "=")
    assert any(name.endswith("north.txt") for name in names)
    assert not [name for name in names if any(other in name for other in ("east", "far.", "west"))]


async def test_hostile_titles_are_shown_as_they_are(harbour: Workspace) -> None:
    (harbour.articles / "evil.txt").write_text("[/] [@click=app.quit]Quit \x1b[2J\n", encoding="utf-8")
    async with opened(harbour, "north", "south").run_test(size=(120, 40)) as pilot:
        await pilot.press("o", *"quit")
        await picker(pilot)
        assert "[/] [@click=app.quit]Quit ␛[2J" in shown(pilot)


async def test_the_list_shows_the_two_articles_of_the_sample(reading: Reading, sample: Workspace) -> None:
    async with reading(sample, size=(80, 24)) as pilot:
        await pilot.press("o")
        screen = await picker(pilot)
        assert len(listed(screen)) == 2
        assert "2 articles" in shown(pilot)

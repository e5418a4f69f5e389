"""The next start is where the last one ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seen import at_cursor, go_to, pane, reading_screen, session, shown, told

from tui.config import Config
from tui.reader.app import DiptychApp
from tui.reader.reading.resume import Resume
from tui.session.session import Session
from tui.session.start import start_with
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.reader_state import read_reader_state

if TYPE_CHECKING:
    from opening import Reading

    from tui.model import Workspace


def started(workspace: Workspace, *ids: str) -> DiptychApp:
    """Return the reader as the next start shows it."""
    start = start_with(workspace, ids)
    session = Session(plain_loader(workspace), "Mira", reader_state=start.state)
    session.open(start.articles)
    return DiptychApp(session, Config())


async def test_quitting_and_starting_again_comes_back_to_the_same_place(sample: Workspace) -> None:
    first = started(sample)
    async with first.run_test(size=(100, 30)) as pilot:
        await pilot.press("tab", *["]"] * 12)
        place, words, above = pane(pilot).cursor, at_cursor(pilot, 20), pane(pilot).rows_above
        await pilot.press("q")
    async with started(sample).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert reading_screen(pilot).active == 1
        assert (pane(pilot).cursor, pane(pilot).rows_above) == (place, above)
        assert words.split("\n")[0] in shown(pilot)
        assert pane(pilot, 0).cursor == 0


async def test_a_changed_text_is_resumed_at_the_same_words(ferry: Workspace) -> None:
    async with started(ferry).run_test(size=(100, 30)) as pilot:
        await go_to(pilot, "Repairs")
        await pilot.press("q")
    path = ferry.articles / "north.txt"
    path.write_text(f"Corrected.\n\n{path.read_text('utf-8')}", encoding="utf-8")
    async with started(ferry).run_test(size=(100, 30)) as pilot:
        assert at_cursor(pilot, 7) == "Repairs"


async def test_articles_named_at_the_start_win_and_are_at_their_places(ferry: Workspace) -> None:
    async with started(ferry).run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        await go_to(pilot, "Captain")
        await pilot.press("q")
    async with started(ferry, "south").run_test(size=(100, 30)) as pilot:
        assert session(pilot).open_articles == ("south",)
        assert at_cursor(pilot, 7) == "Captain"


async def test_an_article_that_is_opened_again_is_at_its_place(ferry: Workspace) -> None:
    async with started(ferry).run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        await go_to(pilot, "Captain")
        await pilot.press("o", *"south", "tab", "enter")
        await pilot.pause()
        assert session(pilot).open_articles == ("north",)
        await pilot.press("o", *"south", "enter")
        await pilot.pause()
        assert session(pilot).open_articles == ("north", "south")
        assert at_cursor(pilot, 7) == "Captain"


async def test_the_place_is_saved_only_if_it_has_moved(ferry: Workspace) -> None:
    async with started(ferry).run_test(size=(100, 30)) as pilot:
        resume = reading_screen(pilot).features.get(Resume)
        await go_to(pilot, "Repairs")
        assert not read_reader_state(ferry).places
        resume._save_in_thread()
        await pilot.app.workers.wait_for_complete()
        assert read_reader_state(ferry).places["north"][0].words.startswith("Repairs")
        assert not resume._has_moved()


async def test_an_article_is_marked_as_read_and_the_lists_show_it(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("D")
        assert told(pilot)[-1] == "Read."
        assert "1 open  read " in shown(pilot).splitlines()[1]
        assert read_reader_state(ferry).read == {"north"}
        await pilot.press("o", *"south", "ctrl+d")
        await pilot.app.workers.wait_for_complete()
        assert read_reader_state(ferry).read == {"north", "south"}
        await pilot.press("escape", "D")
        assert read_reader_state(ferry).read == {"south"}


async def test_the_end_of_an_account_tells_what_is_left_in_the_others(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("]", "]")
        last = pane(pilot).cursor
        await pilot.press("]")
        assert told(pilot)[-1] == "No more here; 3 in B: Tab. Once more: from the top."
        assert pane(pilot).cursor == last
        await pilot.press("]")
        assert told(pilot)[-1] == "From the top again."
        assert at_cursor(pilot, 15) == "Nobody was hurt"


async def test_nothing_left_in_the_others_is_the_top_again(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("2", "G", "1", "]", "]", "]")
        assert at_cursor(pilot, 15) == "Nobody was hurt"

"""Reviewing quotes: accept, refuse, confirm, reattach and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, go_to, hints, inspector, pane, reading_screen, selected, session, settle, shown, told
from waiting import follow, until

from tui.config import Config
from tui.model import AnchorState, Annotation, RecordRef, TextSelector, Workspace
from tui.reader.screens.review.screen import ReviewScreen
from tui.reader.widgets.inspector import Inspector
from tui.session.quote_review import DoubtfulQuote
from tui.storage.records.record_loader import RecordLoader

if TYPE_CHECKING:
    from opening import Reading
    from textual.pilot import Pilot

TWICE = """  - id: twice
    kind: claim
    speaker: [Ada Holm]
    quote: the ferry
"""
LOST = """  - id: lost
    kind: denial
    speaker: [Ada Holm]
    quote: passengers swam ashore through burning oil
"""


@pytest.fixture
def changed(ferry: Workspace) -> Workspace:
    """Return the ferry with one quote changed, one doubled and one deleted."""
    article = ferry.articles / "north.txt"
    text = article.read_text("utf-8").replace("confirm or deny that the radar", "confirm or dispute that the radar")
    article.write_text(text + "\nOn Friday the ferry sailed again, and the ferry was full.\n", "utf-8")
    file = ferry.list_file("north")
    file.write_text(file.read_text("utf-8") + TWICE + LOST, "utf-8")
    return ferry


DENIED = """  - id: denied
    kind: denial
    speaker: [The company]
    quote: confirm or deny that the radar had failed
"""


def on_disk(workspace: Workspace, annotation_id: str) -> Annotation:
    """Return an annotation of the north on disk."""
    codebook, _ = RecordLoader(workspace).codebook()
    found = RecordLoader(workspace).records("north", codebook)
    assert not found.problems
    return next(each.annotation for each in found.records if each.annotation.id == annotation_id)


def source(workspace: Workspace) -> str:
    """Return the bytes of the north's list."""
    return workspace.list_file("north").read_text("utf-8")


def state(pilot: Pilot[None], annotation_id: str) -> AnchorState | None:
    """Return an annotation's state in the reader."""
    found = session(pilot).find(RecordRef("north", annotation_id))
    return found.state if found else None


async def review(pilot: Pilot[None], *keys: str) -> ReviewScreen:
    """Open the list, press keys in it, and return it."""
    await pilot.press("r")
    await settle(pilot)
    await pilot.press(*keys)
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


async def test_the_gutter_and_the_inspector_show_what_changed(reading: Reading, changed: Workspace) -> None:
    async with reading(changed) as pilot:
        await go_to(pilot, "not confirm or dispute")
        assert "adjusted" in inspector(pilot)
        assert "did not confirm or denydispute that the radar had failed" in inspector(pilot)
        lines = reading_screen(pilot).query_one(Inspector).lines
        styles = [str(span.style) for line in lines for span in line.content.spans]
        assert any("strike" in style for style in styles)
        assert " ~ " in shown(pilot)


async def test_without_colour_and_styles_the_change_is_in_brackets(reading: Reading, changed: Workspace) -> None:
    async with reading(changed, config=Config(ascii=True)) as pilot:
        await go_to(pilot, "not confirm or dispute")
        assert "or [-deny-]{+dispute+} that" in inspector(pilot)


async def test_the_list_shows_states_and_places_in_context(reading: Reading, changed: Workspace) -> None:
    async with reading(changed) as pilot:
        assert "review" in hints(pilot)
        await review(pilot)
        screen = shown(pilot)
        assert "4 exact, 1 adjusted, 1 in review, 1 orphaned" in screen
        assert "2 places" in screen
        assert "On Friday the ferry sailed again, and the ferry was full." in screen
        assert "passengers swam ashore through burning oil" in screen
        assert "denydispute" in screen


async def test_the_pane_shows_the_candidate_but_does_not_highlight_it(reading: Reading, changed: Workspace) -> None:
    async with reading(changed) as pilot:
        before = source(changed)
        await review(pilot)
        assert selected(pilot) == "the ferry"
        first = pane(pilot).cursor
        await pilot.press("j")
        assert selected(pilot) == "the ferry"
        assert pane(pilot).cursor > first
        assert state(pilot, "twice") is AnchorState.REVIEW
        assert "twice" not in pane(pilot).markup.anchored
        await pilot.press("escape")
        await settle(pilot)
        assert selected(pilot) == ""
        assert pane(pilot).cursor == 0
    assert source(changed) == before


async def test_accepting_a_place_can_be_undone(reading: Reading, changed: Workspace) -> None:
    async with reading(changed) as pilot:
        before = source(changed)
        await review(pilot, "j", "enter")
        assert state(pilot, "twice") is AnchorState.EXACT
        made = on_disk(changed, "twice")
        assert made.target
        assert made.quote == "the ferry"
        assert made.was == ()
        text = pane(pilot, 0).account.article.text
        assert made.target.start == text.rindex("the ferry")
        assert source(changed).startswith(before[: before.index("  - id: twice")])
        await pilot.press("u")
        await settle(pilot)
        assert state(pilot, "twice") is AnchorState.REVIEW
        assert on_disk(changed, "twice").target == on_disk_target(before, "the ferry")
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert state(pilot, "twice") is AnchorState.EXACT


def on_disk_target(before: str, quote: str) -> object:
    """Return the selector of a quote that a list holds without context."""
    assert quote in before
    return TextSelector(quote)


async def test_refusing_a_place_can_be_undone(reading: Reading, changed: Workspace) -> None:
    async with reading(changed) as pilot:
        before = source(changed)
        screen = await review(pilot, "n")
        assert [
            len(row.candidates)
            for row in screen.rows.rows
            if isinstance(row, DoubtfulQuote) and row.annotation.id == "twice"
        ] == [1]
        assert "1 doubtful place" in shown(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert state(pilot, "twice") is AnchorState.ORPHAN
        assert "2 orphaned" in shown(pilot)
        await pilot.press("u", "u")
        await settle(pilot)
        assert state(pilot, "twice") is AnchorState.REVIEW
        assert "2 places" in shown(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert "1 doubtful place" in shown(pilot)
    assert source(changed) == before


async def test_changed_words_are_confirmed_in_the_list(reading: Reading, changed: Workspace) -> None:
    async with reading(changed) as pilot:
        before = source(changed)
        await review(pilot, "G", "enter")
        made = on_disk(changed, "radar-open")
        assert made.quote == "did not confirm or dispute that the radar had failed"
        assert made.was == ("did not confirm or deny that the radar had failed",)
        assert state(pilot, "radar-open") is AnchorState.EXACT
        await pilot.press("u")
        await settle(pilot)
        assert state(pilot, "radar-open") is AnchorState.ADJUSTED
        again = on_disk(changed, "radar-open")
        assert (again.quote, again.was) == ("did not confirm or deny that the radar had failed", ())
        assert "# the company keeps quiet" in source(changed)
        assert len(source(changed)) >= len(before)


async def test_changed_words_are_confirmed_on_the_annotation(reading: Reading, changed: Workspace) -> None:
    async with reading(changed) as pilot:
        await go_to(pilot, "not confirm or dispute")
        assert "confirm words" in hints(pilot)
        await pilot.press("R")
        await settle(pilot)
        assert "Confirmed" in told(pilot)[-1]
        assert on_disk(changed, "radar-open").quote == "did not confirm or dispute that the radar had failed"
        assert "confirm words" not in hints(pilot)
        await pilot.press("R")
        await settle(pilot)
        assert "No words changed here" in told(pilot)[-1]
        await pilot.press("u")
        assert on_disk(changed, "radar-open").was == ()


async def test_earlier_quotes_are_kept_oldest_first(reading: Reading, changed: Workspace) -> None:
    file = changed.list_file("north")
    file.write_text(
        source(changed).replace("    tags: [radar]", "    was: [said nothing of the radar]\n    tags: [radar]")
    )
    async with reading(changed) as pilot:
        await review(pilot, "G", "enter")
    was = ("said nothing of the radar", "did not confirm or deny that the radar had failed")
    assert on_disk(changed, "radar-open").was == was


async def test_changed_words_can_be_refused(reading: Reading, changed: Workspace) -> None:
    async with reading(changed) as pilot:
        before = source(changed)
        await review(pilot, "G", "n")
        assert state(pilot, "radar-open") is AnchorState.ORPHAN
        assert "radar-open" not in pane(pilot).markup.anchored
        await pilot.press("u")
        assert state(pilot, "radar-open") is AnchorState.ADJUSTED
    assert source(changed) == before


async def test_an_orphan_is_reattached_by_selecting_its_place(reading: Reading, changed: Workspace) -> None:
    async with reading(changed) as pilot:
        await review(pilot, "j", "j")
        await pilot.press("enter")
        await settle(pilot)
        assert "select its new place, then r" in shown(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert "Select its new place first" in told(pilot)[-1]
        await go_to(pilot, "Repairs will take")
        await pilot.press("v", "w", "w")
        assert selected(pilot) == "Repairs will take"
        assert "put it here" in hints(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert "Reattached" in told(pilot)[-1]
        assert at_cursor(pilot, 17) == "Repairs will take"
        made = on_disk(changed, "lost")
        assert (made.quote, made.was) == ("Repairs will take", ("passengers swam ashore through burning oil",))
        assert "select its new place" not in shown(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert state(pilot, "lost") is AnchorState.ORPHAN
        assert on_disk(changed, "lost").quote == "passengers swam ashore through burning oil"


async def test_reattaching_can_be_cancelled(reading: Reading, changed: Workspace) -> None:
    async with reading(changed) as pilot:
        before = source(changed)
        await review(pilot, "j", "j")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("tab", "v", "w", "r")
        await settle(pilot)
        assert "Its place is in account A" in told(pilot)[-1]
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert "select its new place" not in shown(pilot)
    assert source(changed) == before


async def test_a_record_that_others_changed_is_not_overwritten(reading: Reading, changed: Workspace) -> None:
    async with reading(changed) as pilot:
        await review(pilot)
        text = source(changed).replace("    quote: the ferry", "    quote: the ferry\n    cue: hers")
        changed.list_file("north").write_text(text, "utf-8")
        await pilot.press("enter")
        await settle(pilot)
        assert "was changed by somebody else" in shown(pilot)
    assert source(changed) == text


async def test_if_every_place_is_sure_there_is_nothing_to_review(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        assert "review" not in hints(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert "Every quote stands where it was marked." in told(pilot)[-1]


async def test_the_list_begins_with_the_annotation_under_the_cursor(reading: Reading, changed: Workspace) -> None:
    async with reading(changed, size=(80, 24)) as pilot:
        await go_to(pilot, "not confirm or dispute")
        screen = await review(pilot)
        assert screen.candidate
        assert screen.candidate.quote.annotation.id == "radar-open"
        assert selected(pilot) == "did not confirm or dispute that the radar had failed"
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert at_cursor(pilot, 22) == "not confirm or dispute"


async def test_a_step_that_cannot_be_undone_is_skipped_by_the_key_of_the_settings(
    reading: Reading, changed: Workspace
) -> None:
    config = Config(keys={"history.undo": "Z", "history.skip": "X"})
    async with reading(changed, config=config) as pilot:
        await review(pilot, "n")
        await pilot.press("y")
        await settle(pilot)
        assert "Written. Z undoes it." in shown(pilot)
        file = changed.list_file("north")
        file.write_text(source(changed).replace("id: twice", "id: theirs"), "utf-8")
        await pilot.press("Z")
        await settle(pilot)
        assert "X skips this step." in shown(pilot)
        await pilot.press("X")
        await settle(pilot)
        assert "Skipped: claim edited." in shown(pilot)
        await pilot.press("Z")
        await settle(pilot)
        assert "Undone: claim refused there." in shown(pilot)


async def test_the_words_of_today_are_confirmed_if_they_move_meanwhile(reading: Reading, changed: Workspace) -> None:
    article, listed = changed.articles / "north.txt", changed.list_file("north")
    listed.write_text(listed.read_text("utf-8") + DENIED, "utf-8")
    async with reading(changed) as pilot:
        await follow(pilot)
        await go_to(pilot, "confirm or dispute")
        await pilot.press("R")
        await settle(pilot)
        assert "Confirm which?" in shown(pilot)
        article.write_text(f"Corrected on Friday.\n\n{article.read_text()}")
        await until(pilot, lambda: pane(pilot).article_text.startswith("Corrected"))
        await pilot.press("enter")
        await settle(pilot)
        quotes = {on_disk(changed, name).quote.partition(" or ")[2] for name in ("radar-open", "denied")}
        assert quotes == {"dispute that the radar had failed", "deny that the radar had failed"}

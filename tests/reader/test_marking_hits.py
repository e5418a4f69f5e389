"""Marking the hits of a search in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import go_to, pane, reading_screen, session, settle, shown, told
from waiting import follow, until

from tui.config import Config
from tui.reader.screens.hits.screen import HitsScreen
from tui.session import hit_marks

if TYPE_CHECKING:
    from pathlib import Path

    from opening import Reading
    from textual.pilot import Pilot

    from tui.model import Workspace


def marked(pilot: Pilot[None]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return kind, words and speakers of the user's annotations, by account."""
    return [
        (placed.annotation.kind, placed.annotation.quote, placed.annotation.speaker)
        for account in session(pilot).accounts
        for placed in account.placed
        if placed.annotation.annotator == "Mira"
    ]


def files(workspace: Workspace) -> list[Path]:
    return [*workspace.annotations.rglob("*.*.yaml")]


async def listed(pilot: Pilot[None], *keys: str) -> HitsScreen:
    """Press keys that open the list, and return it."""
    await pilot.press(*keys)
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, HitsScreen), shown(pilot)
    return screen


async def test_all_hits_are_marked_with_the_same_values_and_undone_in_one(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", *"radar", "enter")
        assert "M mark all" in shown(pilot)
        await listed(pilot, "M")
        assert "4 of 4 chosen   A 1 · B 3" in shown(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert "Mark 4 hits: denial" in shown(pilot)
        assert "“radar”" in shown(pilot)
        await pilot.press(*"Olga", "ctrl+s")
        await settle(pilot)
        assert told(pilot)[-1] == "4 hits marked. u undoes all of it."
        assert marked(pilot) == [("denial", words, ("Olga",)) for words in ("radar", "Radar", "radar", "radar")]
        assert len(files(ferry)) == 4
        await pilot.press("u")
        assert told(pilot)[-1] == "Undone: 4 annotations added."
    assert files(ferry) == []


async def test_hits_are_left_out_with_space_and_the_mouse(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", *"radar", "enter")
        screen = await listed(pilot, "M", "space", "j", "space")
        assert "2 of 4 chosen   B 2" in shown(pilot)
        await pilot.click(screen.list, offset=(3, 2))
        assert screen.chosen == {3}
        await pilot.click(screen.list, offset=(30, 1))
        assert screen.chosen == {3}
        await pilot.press("space", "enter")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert marked(pilot) == [("claim", "Radar", ()), ("claim", "radar", ())]


async def test_words_before_a_hit_that_do_not_fit_are_cut_with_a_sign(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(60, 24)) as pilot:
        await pilot.press("slash", *"radar", "enter", "M")
        await settle(pilot)
        lines = [line.split("[x] ")[1] for line in shown(pilot).splitlines() if "[x]" in line]
        assert lines[0].startswith("A  …irm or deny that the radar")
        assert lines[1].startswith("B                        Radar")


async def test_no_hit_is_chosen_or_the_list_is_cancelled(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("slash", *"radar", "enter")
        screen = await listed(pilot, "M", "ctrl+a", "c")
        assert screen.chosen == set()
        assert "Choose at least one hit" in shown(pilot)
        await pilot.press("ctrl+a")
        assert len(screen.chosen) == 4
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is reading_screen(pilot)
        await listed(pilot, "M")
        await pilot.press("a")
        await settle(pilot)
        assert "Mark 4 hits: agreement" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert session(pilot).history.done == []


async def test_selected_words_are_searched_and_noted_on(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        await go_to(pilot, "coast guard")
        await listed(pilot, "v", "w", "M")
        assert "Mark every hit of “coast guard”   2 of 2 chosen   A 1 · B 1" in shown(pilot)
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"Who?", "ctrl+s")
        await settle(pilot)
        assert marked(pilot) == [("note", "coast guard", ()), ("note", "coast guard", ())]
        assert pane(pilot).selection is None


async def test_what_cannot_be_marked_is_reported(
    reading: Reading, ferry: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.reader.reading.mark_hits.MAX_MARKS", 3)
    assert hit_marks.MAX_MARKS > 3
    async with reading(ferry) as pilot:
        await pilot.press("M")
        assert told(pilot)[-1] == "/ finds words first, or select some; then M."
        await pilot.press("slash", *"zebra", "enter", "M")
        assert told(pilot)[-1] == "Nothing is found."
        await pilot.press("escape", "slash", *"radar", "enter", "M")
        assert told(pilot)[-1] == "4 hits; 3 can be marked at once. Search for more words."


async def test_a_configured_key_marks_hits_too(reading: Reading, ferry: Workspace) -> None:
    config = Config(keys={"mark.denial": "D"})
    async with reading(ferry, size=(80, 24), config=config) as pilot:
        await pilot.press("slash", *"radar", "enter")
        await listed(pilot, "M")
        assert "c claim  D denial  a agreement  n note" in shown(pilot)
        await pilot.press("D")
        await settle(pilot)
        assert "Mark 4 hits: denial" in shown(pilot)


@pytest.mark.parametrize("before", ["Corrected on Friday.\n\n", ""])
async def test_the_hits_that_were_listed_are_marked_if_the_article_changes_meanwhile(
    reading: Reading, ferry: Workspace, before: str
) -> None:
    article = ferry.articles / "south.txt"
    changed = f"{before}{article.read_text()}" if before else ""
    async with reading(ferry) as pilot:
        await follow(pilot)
        await pilot.press("slash", *"radar", "enter")
        await listed(pilot, "M")
        article.write_text(changed)
        await until(pilot, lambda: session(pilot).accounts[1].article.text == changed)
        await pilot.press("c")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert [words for _, words, _ in marked(pilot)].count("radar") == 3
        assert {words.lower() for _, words, _ in marked(pilot)} == {"radar"}

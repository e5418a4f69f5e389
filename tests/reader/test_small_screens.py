"""Dialogs on a terminal of a few rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import reading_screen, settle, shown, told
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.widgets._toast import Toast
from waiting import until

from tui.config import Config
from tui.reader.app import DiptychApp
from tui.reader.dialogs.detail_dialog import DetailText
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.widgets.inspector import Inspector, InspectorLine
from tui.reader.widgets.key_bar import KeyBar
from tui.reader.widgets.pane.header import PaneHeader
from tui.reader.widgets.pane.pane import Pane
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from opening import Reading

    from tui.model import Workspace

SIZES = [(20, 8), (30, 10), (40, 6)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_each_focused_field_of_the_form_is_on_the_screen(
    reading: Reading, ferry: Workspace, size: tuple[int, int]
) -> None:
    async with reading(ferry, size=size) as pilot:
        await pilot.press("c")
        await settle(pilot)
        for word in ("Olga", "Birds", "said", "sea", "Hm"):
            await pilot.press(*word)
            await until(pilot, lambda word=word: word in shown(pilot))  # type: ignore[misc]  # mypy cannot infer it
            await pilot.press("tab")
            await settle(pilot)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_note_and_its_tags_are_on_the_screen(reading: Reading, ferry: Workspace, size: tuple[int, int]) -> None:
    async with reading(ferry, size=size) as pilot:
        await pilot.press("n", *"Really")
        await settle(pilot)
        assert "Really" in shown(pilot)
        await pilot.press("tab", *"sea")
        await settle(pilot)
        assert "sea" in shown(pilot)


async def test_every_grouping_of_the_export_can_be_reached(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(30, 6)) as pilot:
        await pilot.press("E", "tab", "tab")
        for grouping in ("article", "proposition", "speaker", "kind"):
            await settle(pilot)
            assert f"> ({'•' if grouping == 'article' else ' '}) {grouping}" in shown(pilot)
            await pilot.press("down")


@pytest.mark.parametrize("keys", [("c", "O"), ("c", "tab", "B"), ("ctrl+p", "e"), ("x",)], ids=" ".join)
async def test_lists_are_laid_out_at_every_width(reading: Reading, ferry: Workspace, keys: tuple[str, ...]) -> None:
    async with reading(ferry, size=(40, 20)) as pilot:
        await pilot.press(*keys)
        for width in range(14, 0, -1):
            await pilot.resize_terminal(width, 20)
            await settle(pilot)
            assert pilot.app.screen.size.width == width


async def test_the_totals_of_the_records_lose_words_before_numbers(reading: Reading, sample: Workspace) -> None:
    async with reading(sample, size=(100, 24)) as pilot:
        await pilot.press("N")
        await settle(pilot)
        assert "n ✎ 35 notes   o ?∅ 3 other" in shown(pilot)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "n ✎ 35  o ?∅ 3" in shown(pilot))
        assert "Space choose" in shown(pilot)


async def test_a_message_that_is_too_long_for_the_footer_ends_in_dots(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(60, 24)) as pilot:
        await pilot.press("b")
        await settle(pilot)
        pilot.app.screen.query_one(KeyBar).show_message("Undone: " + "merge " * 20)
        await until(pilot, lambda: "Undone: merge" in shown(pilot))
        assert shown(pilot).rstrip().endswith("merge …")


async def test_a_heading_that_is_too_long_for_the_screen_ends_in_dots(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(60, 24)) as pilot:
        await pilot.press("b")
        await settle(pilot)
        assert "4 tags 1  5 …" in shown(pilot)


def test_the_detail_of_an_annotation_breaks_no_speaker_over_two_rows() -> None:
    parts = tuple(map(Content, ("A > Rosa Lind", "x Paul Beck denies", "B > Rosa Lind")))
    text = DetailText([InspectorLine(parts, Content("    "))])
    height = text.get_content_height(Size(38, 9), Size(38, 9), 38)
    rows = [row.plain for row in text._rows(38)]
    assert (height, rows) == (2, ["    A > Rosa Lind   x Paul Beck denies", "    B > Rosa Lind"])


async def test_a_pane_is_painted_at_its_old_height_before_a_layout(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(80, 24)) as pilot:
        pane = pilot.app.screen.query(Pane).first()
        width, height = pane.size
        assert len(pane.render_lines(Region(0, 0, width, height + 2))) == height + 2


async def test_a_message_covers_neither_inspector_nor_footer(ferry: Workspace) -> None:
    session = Session(plain_loader(ferry), "Mira")
    session.open(["north", "south"])
    async with DiptychApp(session, Config()).run_test(size=(80, 24), notifications=True) as pilot:
        screen = reading_screen(pilot)
        screen.report("articles/north.txt:3:1: this line cannot be read; save the file as UTF-8")
        await until(pilot, lambda: any(toast.region.height for toast in screen.query(Toast)))
        message = screen.query_one(Toast)
        for widget in (screen.query_one(Inspector), screen.query_one(KeyBar), screen.query(PaneHeader).first()):
            assert not message.region.overlaps(widget.region)


async def test_an_error_that_comes_again_is_shown_once(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry) as pilot:
        for error in ("The disk is full.", "The disk is full.", "It cannot be read."):
            reading_screen(pilot).report(error)
            await settle(pilot)
        assert told(pilot) == ["The disk is full.", "It cannot be read."]


async def test_a_form_on_a_few_columns_is_not_laid_out_for_ever(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(3, 2)) as pilot:
        await pilot.press("c")
        form = pilot.app.screen
        layouts: list[object] = []
        form.screen_layout_refresh_signal.subscribe(form, layouts.append, immediate=True)
        await pilot.pause()
        assert isinstance(form, StatementForm)
        assert len(layouts) < 3


@pytest.mark.parametrize("key", ["question_mark", "E", "N", "escape"])
async def test_a_size_that_the_terminal_no_longer_has_lays_out_nothing(
    reading: Reading, ferry: Workspace, key: str
) -> None:
    async with reading(ferry) as pilot:
        await pilot.press(key)
        await settle(pilot)
        before = shown(pilot)
        earlier = Size(1, 1)
        pilot.app.screen.post_message(events.Resize(earlier, earlier))
        await settle(pilot)
        assert shown(pilot) == before

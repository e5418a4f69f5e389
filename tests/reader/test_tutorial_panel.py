"""The panel of the tutorial in the reader."""

import re
from pathlib import Path
from types import MappingProxyType

import pytest
from seen import settle, shown

from tui.config import Config
from tui.reader.app import DiptychApp
from tui.reader.widgets.tutorial_panel import TutorialLine, TutorialPanel
from tui.session.session import Session
from tui.session.tutorial import STEPS, Tutorial
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.story import story_workspace

CONFIG = Config(ascii=True, keys=MappingProxyType({"annotation.next": "N,]"}))


def tutorial_app(root: Path, *articles: str, position: int = 0) -> DiptychApp:
    """Return the reader at a step of the tutorial, with some articles or all."""
    workspace = story_workspace(root)
    session = Session(plain_loader(workspace), "Mira", tutorial=Tutorial(workspace.root, position))
    session.open(articles or article_ids(workspace))
    return DiptychApp(session, CONFIG, charset="ascii")


@pytest.mark.parametrize("size", [(80, 24), (30, 8)])
async def test_it_names_the_users_own_keys_in_the_terminals_characters(tmp_path: Path, size: tuple[int, int]) -> None:
    app = tutorial_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        shown = str(app.screen.query_one(TutorialPanel).content)
        assert "Press N to go from mark to mark" in shown
        assert shown.startswith("Step 1 of 8 - Find a dispute")


async def test_a_correction_takes_it_back_as_well_as_undo_and_redo(tmp_path: Path) -> None:
    app = tutorial_app(tmp_path, position=5)
    async with app.run_test() as pilot:
        await pilot.press("]", "e", "tab", "tab", "x", "ctrl+s")
        await pilot.pause()
        assert str(app.screen.query_one(TutorialPanel).content).startswith("Step 7 of 8")


async def test_without_an_article_there_is_no_tutorial(tmp_path: Path) -> None:
    app = tutorial_app(tmp_path, "gone")
    async with app.run_test() as pilot:
        await pilot.press("escape")
        assert not app.screen.query(TutorialPanel)


async def test_a_dialog_that_covers_it_shows_what_to_do_there(tmp_path: Path) -> None:
    app = tutorial_app(tmp_path, position=3)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "}", "}", "d")
        await settle(pilot)
        assert not app.screen.query(TutorialLine)
        await pilot.press("escape", "c")
        await settle(pilot)
        assert shown(pilot).splitlines()[-1].strip().startswith("Tutorial  Type fire, Enter and Tab, then metre")
        assert "Ctrl+S save" in shown(pilot)


def test_every_line_for_a_dialog_fits_in_one_row() -> None:
    lines = [re.sub(r"[][]", "", step.in_dialog) for step in STEPS if step.in_dialog]
    assert [step.command for step in STEPS if step.in_dialog] == ["mark.claim", "mark.note", "export"]
    assert max(map(len, lines)) <= 80 - len("  Tutorial    ")

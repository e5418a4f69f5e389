"""The panel of the tutorial in the reader."""

from pathlib import Path
from types import MappingProxyType

import pytest

from tui.config import Config
from tui.reader.app import DiptychApp
from tui.reader.widgets.tutorial_panel import TutorialPanel
from tui.session.session import Session
from tui.session.tutorial import Tutorial
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
        await pilot.pause()
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

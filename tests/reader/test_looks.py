"""Snapshots of every screen and theme, and of broken workspaces."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from seen import settle
from textual.widgets import Input, TextArea
from two_coders import two_coders

from tui.config import Config
from tui.model import Workspace
from tui.reader.app import DiptychApp
from tui.session.session import Session
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import plain_loader

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.pilot import Pilot

SIZES = [(80, 24), (120, 40), (200, 50)]


class Compare(Protocol):
    """Compare a picture of the app with the reviewed one."""

    def __call__(
        self,
        app: App[None],
        *,
        run_before: Callable[[Pilot[None]], Awaitable[None]],
        terminal_size: tuple[int, int] = (80, 24),
    ) -> bool: ...


@pytest.fixture(autouse=True)
def steady_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop cursors from blinking, so that all pictures show them alike."""
    for field in (Input, TextArea):
        monkeypatch.setattr(field, "cursor_blink", False)


def reader(workspace: Workspace, config: Config | None = None) -> DiptychApp:
    """Return the reader on all articles of a workspace."""
    session = Session(plain_loader(workspace), "Mira")
    session.open(article_ids(workspace))
    config = config or Config()
    return DiptychApp(session, config, charset="ascii" if config.ascii else "utf-8")


def pressed(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Return a function that presses keys one by one and waits for effects."""

    async def press(pilot: Pilot[None]) -> None:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        await settle(pilot)

    return press


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("]", "]", "]", "]"), id="reader"),
        pytest.param(("j", "j", "v", "w", "w", "w", "j"), id="selection"),
        pytest.param(("c",), id="form"),
        pytest.param(("n",), id="note"),
        pytest.param(("]", "enter"), id="choice"),
        pytest.param(("G", "[", "enter"), id="detail"),
        pytest.param(("question_mark",), id="help"),
        pytest.param(("E",), id="export"),
        pytest.param(("t",), id="comparison"),
        pytest.param(("p",), id="people"),
        pytest.param(("N",), id="records"),
    ],
)
def test_screens(snap_compare: Compare, sample: Workspace, keys: tuple[str, ...], size: tuple[int, int]) -> None:
    assert snap_compare(reader(sample), run_before=pressed(*keys), terminal_size=size)


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_agreement_of_two(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    async def compared(pilot: Pilot[None]) -> None:
        await pressed("C", "1")(pilot)
        await pilot.app.workers.wait_for_complete()
        await pressed("t", "j")(pilot)

    assert snap_compare(reader(two_coders(tmp_path)), run_before=compared, terminal_size=size)


@pytest.mark.parametrize("theme", ["light", "contrast", "terminal"])
def test_themes(snap_compare: Compare, sample: Workspace, theme: str) -> None:
    app = reader(sample, Config(theme=theme))
    assert snap_compare(app, run_before=pressed("]", "]"), terminal_size=(120, 40))


def test_no_colour(snap_compare: Compare, sample: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(reader(sample), run_before=pressed("]", "]"), terminal_size=(120, 40))


def test_ascii(snap_compare: Compare, sample: Workspace) -> None:
    assert snap_compare(reader(sample, Config(ascii=True)), run_before=pressed("]", "]"), terminal_size=(120, 40))


def test_an_empty_workspace(snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    empty = reader(Workspace(Path("story"), Path("story/articles")))
    assert snap_compare(empty, run_before=pressed(), terminal_size=(80, 24))


def test_an_article_without_annotations(snap_compare: Compare, ferry: Workspace) -> None:
    ferry.list_file("north").unlink()
    assert snap_compare(reader(ferry), run_before=pressed(), terminal_size=(80, 24))


def test_a_broken_file(snap_compare: Compare, ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ferry.list_file("north")
    path.write_text(path.read_text(encoding="utf-8").replace("kind: claim", "kind: clam"), encoding="utf-8")
    monkeypatch.chdir(ferry.root.parent)
    relative = Workspace(Path(ferry.root.name), Path(ferry.root.name, "articles"))
    assert snap_compare(reader(relative), run_before=pressed("exclamation_mark"), terminal_size=(80, 24))

"""A Markdown article in the reader: front matter, styles, cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import at_cursor, pane, shown

from tui.config import Config
from tui.model import Workspace
from tui.reader.app import DiptychApp
from tui.session.session import Session
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.reader_state import Place, read_reader_state, remember_places

if TYPE_CHECKING:
    from pathlib import Path

    from opening import Reading
    from rich.style import Style
    from textual.pilot import Pilot

ARTICLE = """---
title: The bridge is shut
site: The North Courier
---

# Bridge **shut**

It has *cracks* in [two piers](https://x.org/log).
"""


@pytest.fixture
def bridge(tmp_path: Path) -> Workspace:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bridge.md").write_text(ARTICLE, encoding="utf-8")
    return Workspace(tmp_path, folder)


def style_of(pilot: Pilot[None], words: str) -> Style:
    """Return the style in which the words of the article are painted."""
    active = pane(pilot)
    row = active.wrapped.row_at(active.article_text.index(words))
    segments = active.painter.segments(row, active.emphasis, None, None)
    style = next(segment.style for segment in segments if words in segment.text)
    assert style
    return style


async def test_front_matter_is_folded_until_the_cursor_goes_there(reading: Reading, bridge: Workspace) -> None:
    async with reading(bridge) as pilot:
        assert "--- front matter, 4 lines" in shown(pilot)
        assert "The North Courier · The bridge is shut" in shown(pilot)
        assert at_cursor(pilot, 8) == "# Bridge"
        await pilot.press("down", "g")
        assert at_cursor(pilot, 8) == "# Bridge"
        await pilot.press("up")
        assert "site: The North Courier" in shown(pilot)
        assert "front matter" not in shown(pilot)
        await pilot.press("down")
        assert at_cursor(pilot, 5) == "title"


async def test_a_hit_in_front_matter_unfolds_it_and_keeps_the_view(reading: Reading, bridge: Workspace) -> None:
    (bridge.articles / "bridge.md").write_text(ARTICLE + "\nMore.\n" * 60, encoding="utf-8")
    async with reading(bridge, size=(80, 24)) as pilot:
        await pilot.press("G", "slash", *"Courier", "enter")
        assert at_cursor(pilot, 7) == "Courier"
        assert "site: The North Courier" in shown(pilot)


async def test_marks_are_quiet_and_stay_in_place(reading: Reading, bridge: Workspace) -> None:
    async with reading(bridge) as pilot:
        assert "It has *cracks* in [two piers](https://x.org/log)." in shown(pilot)
        await pilot.press("G")
        quiet = pane(pilot).pane_styles["quiet"].color
        assert style_of(pilot, "cracks").italic
        assert style_of(pilot, "Bridge").bold
        assert style_of(pilot, "](https://x.org/log)").color == quiet
        assert style_of(pilot, "two piers").color != quiet


async def test_a_place_in_front_matter_is_resumed_there(bridge: Workspace) -> None:
    remember_places(bridge, "bridge", {"bridge": [Place(ARTICLE.index("title"), 1, "title: The bridge")]})
    session = Session(plain_loader(bridge), "Mira", reader_state=read_reader_state(bridge))
    session.open(["bridge"])
    async with DiptychApp(session, Config()).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert at_cursor(pilot, 5) == "title"
        assert "site: The North Courier" in shown(pilot)

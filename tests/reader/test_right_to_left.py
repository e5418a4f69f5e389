"""A right-to-left article in the reader: its rows, clicks and moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seen import at_cursor, pane, shown

from tui.model import Workspace
from tui.reader.widgets.pane.gutter import GUTTER

if TYPE_CHECKING:
    from pathlib import Path

    from opening import Reading

ARTICLE = "הגשר נסגר היום\n\nIt was shut.\n"


async def test_rows_end_at_the_right_edge_and_a_click_finds_its_word(reading: Reading, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    async with reading(Workspace(tmp_path, folder), size=(60, 24)) as pilot:
        active = pane(pilot)
        indent = active.text_width - len("הגשר נסגר היום")
        row = next(line for line in shown(pilot).splitlines() if line.strip().startswith("הגשר"))
        assert row.index("הגשר") == active.left_edge + GUTTER + indent
        await pilot.click(active, offset=(row.index("נסגר"), 0))
        assert at_cursor(pilot, 4) == "נסגר"
        await pilot.press("down")
        assert at_cursor(pilot, 2) == ".\n"
        await pilot.click(active, offset=(2, 0))
        assert active.cursor == 0

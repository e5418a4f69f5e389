"""Articles of two workspaces in the reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from seen import inspector, reading_screen, settle, shown, told
from two_workspaces import ONE, TWO, write_article

from tui.reader.widgets.pane.header import PaneHeader
from tui.storage.workspace.discovery import workspace_of_files

if TYPE_CHECKING:
    from opening import Reading


async def test_annotations_of_the_other_folder_are_shown_and_cannot_be_changed(
    reading: Reading, tmp_path: Path
) -> None:
    one = write_article(tmp_path / "x/articles/one.txt", "The bridge opens, said Ann.", ONE)
    two = write_article(tmp_path / "y/articles/two.txt", "The bridge stays shut, said Bob.", TWO)
    records = two.parent.parent / "annotations" / "two.yaml"
    before = records.read_bytes()
    async with reading(workspace_of_files([one, two])) as pilot:
        headers = [header.render().plain.split("\n")[1] for header in reading_screen(pilot).query(PaneHeader)]
        assert [header.split("  ")[2:] for header in headers] == [["1 claim"], ["1 denial", "cannot be changed here"]]
        await pilot.press("tab", "right_square_bracket")
        await settle(pilot)
        assert "A ▸ Ann" in inspector(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert "nothing was written" in " ".join(told(pilot)) + shown(pilot)
    assert records.read_bytes() == before

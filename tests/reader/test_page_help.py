"""The help and the footer of the pages: comparison, lists and codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from seen import settle, shown
from textual.widgets import Static

from tui.reader.dialogs.help_dialog import HelpDialog
from tui.reader.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from opening import Reading

    from tui.model import Workspace

PAGES = {
    "t": ("?", "In the comparison", "Open the codebook at the proposition."),
    "p": ("?", "Among the speakers", "Go to what the speaker says."),
    "N": ("?", "Among the records", "Set their proposition, or their kind."),
    "C": ("?", "Among the disagreements", "Choose who is compared."),
    "b": ("?", "In the codebook", "Merge it into another, in every file."),
    "o": ("f1", "Among the articles", "Open it once more, in another pane."),
}


@pytest.mark.parametrize(("key", "page"), PAGES.items(), ids=list(PAGES))
async def test_help_begins_with_the_keys_of_the_page_and_leads_back(
    reading: Reading, ferry: Workspace, key: str, page: tuple[str, str, str]
) -> None:
    help_key, heading, words = page
    async with reading(ferry) as pilot:
        await pilot.press(key)
        await settle(pilot)
        front = pilot.app.screen
        await pilot.press(help_key)
        await settle(pilot)
        assert isinstance(pilot.app.screen, HelpDialog)
        column = str(pilot.app.screen.query(".columns Static").first(Static).content)
        assert column.startswith(heading)
        assert words in " ".join(column.split())
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is front


@pytest.mark.parametrize(
    ("key", "label"), [("N", "* all"), ("b", "Tab section"), ("o", "Shift+↑ ↓ move"), ("p", "? help")]
)
async def test_the_footer_of_a_page_shows_all_its_keys_in_a_small_terminal(
    reading: Reading, ferry: Workspace, key: str, label: str
) -> None:
    async with reading(ferry, size=(80, 24)) as pilot:
        await pilot.press(key)
        await settle(pilot)
        rows = shown(pilot).splitlines()[-2:]
        bar = pilot.app.screen.query_one(KeyBar)
        assert bar.size.height == (1 if key == "p" else 2)
        assert label in "\n".join(rows)
        assert all(f"{hint.key} {hint.label}" in "\n".join(rows) for hint in bar.hints)


async def test_a_hint_in_the_second_row_can_be_clicked(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(80, 24)) as pilot:
        await pilot.press("o")
        await settle(pilot)
        row = shown(pilot).splitlines()[-1]
        await pilot.click(KeyBar, offset=(row.index("F1 help"), 1))
        await settle(pilot)
        assert isinstance(pilot.app.screen, HelpDialog)


async def test_a_low_screen_keeps_its_rows_for_the_list(reading: Reading, ferry: Workspace) -> None:
    async with reading(ferry, size=(80, 12)) as pilot:
        await pilot.press("o")
        await settle(pilot)
        assert shown(pilot).splitlines()[-1].rstrip().endswith("Esc close")
        assert pilot.app.screen.query_one(KeyBar).size.height == 1


@pytest.mark.parametrize(("size", "rows"), [((80, 24), 16), ((200, 50), 41)])
async def test_the_help_uses_the_rows_there_are(
    reading: Reading, ferry: Workspace, size: tuple[int, int], rows: int
) -> None:
    async with reading(ferry, size=size) as pilot:
        await pilot.press("?")
        await settle(pilot)
        text = pilot.app.screen.query_one(".dialog-text")
        buttons = next(line for line, row in enumerate(shown(pilot).splitlines()) if "Esc close" in row)
        assert text.size.height == rows
        assert buttons == text.region.bottom + 1

"""What is painted with --ascii, and in a terminal without Unicode."""

import pytest
from opening import Reading
from seen import settle, shown
from textual.pilot import Pilot

from tui.config import Config
from tui.model import Workspace
from tui.reader.app import DiptychApp
from tui.session.session import Session
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import plain_loader

SCREENS = (
    *(
        "question_mark",
        "t",
        "p",
        "N",
        "r",
        "o",
        "E",
        "n",
        "exclamation_mark",
        "ctrl+p",
        "ctrl+f",
        "slash",
        "d",
        "y",
        "u",
    ),
    *("V", "z", "F", "R", "b"),
)


def foreign(pilot: Pilot[None]) -> set[str]:
    """Return the characters on the screen that are not ASCII."""
    return {character for character in shown(pilot) if not character.isascii()}


async def test_every_screen_is_ascii(reading: Reading, sample: Workspace) -> None:
    async with reading(sample, config=Config(ascii=True)) as pilot:
        await pilot.press("right_square_bracket")
        assert foreign(pilot) == set()
        assert '"' in shown(pilot)
        for key in SCREENS:
            await pilot.press(key)
            await settle(pilot)
            assert foreign(pilot) == set(), key
            await pilot.press("escape")
            await settle(pilot)


async def test_an_encoding_shows_the_letters_that_it_has(sample: Workspace) -> None:
    session = Session(plain_loader(sample), "Mira")
    session.open(article_ids(sample))
    async with DiptychApp(session, Config(ascii=True), charset="iso8859-9").run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        await settle(pilot)
        text = shown(pilot)
    assert text.encode("iso8859-9").decode("iso8859-9") == text
    assert "Çavuşoğlu" in text


@pytest.mark.parametrize("width", [40, 120])
async def test_ascii_paints_as_many_cells(reading: Reading, sample: Workspace, width: int) -> None:
    lines = []
    for config in (Config(), Config(ascii=True)):
        async with reading(sample, config=config, size=(width, 20)) as pilot:
            lines.append([line[: width // 2 - 1].count(" ") for line in shown(pilot).splitlines()[3:9]])
    assert lines[0] == lines[1]

"""The column is sent after characters that terminals measure differently."""

import pyte
import pytest
from rich.cells import cell_len

from tui.layout.pinned_columns import pin_columns
from tui.layout.spacing_marks import pad_words

DOUBTFUL = (
    *("हिन्दी समाचार", "⚠️ x", "❤️", "1️⃣ one", "👨‍👩‍👧", "🇹🇷🇩🇪", "👍🏽", "☎", "খবর", "ខ្មែរ", "\u0600", "ำ", "\ue000", "⌚"),
)
SURE = ("plain", "“It’s” — so…", "é ş", "日本語、", "한국어", "Москва", "العربية", "עברית", "ไทย", "▸✗≡✎│─▕▌")
AT = "\x1b[{};{}H"


def frame(left: str, cells: int = 30) -> str:
    """Return a row of two panes as Textual writes it."""
    padded = pad_words(left)
    return f"{AT.format(2, 1)}\x1b[1m{padded}{' ' * (cells - cell_len(padded))}\x1b[0m│right pane\n"


@pytest.mark.parametrize("text", SURE)
def test_output_that_all_terminals_measure_alike_is_sent_as_it_is(text: str) -> None:
    assert pin_columns(frame(text)) == frame(text)


def test_a_doubtful_word_is_drawn_over_cleared_cells() -> None:
    assert pin_columns(f"{AT.format(1, 1)}a ⚠️ x") == f"{AT.format(1, 1)}a    {AT.format(1, 3)}⚠️{AT.format(1, 6)}x"


def test_a_word_without_room_after_it_flows_on_to_the_next() -> None:
    written = pin_columns(f"{AT.format(1, 1)}की का   x")
    assert written == f"{AT.format(1, 1)}{' ' * 6}{AT.format(1, 1)}की का{AT.format(1, 7)}x"


@pytest.mark.parametrize("text", DOUBTFUL)
def test_the_neighbour_stays_in_its_place_whatever_the_terminal_thinks(text: str) -> None:
    screen = pyte.Screen(60, 3)
    pyte.Stream(screen).feed(pin_columns(frame(text)))
    assert "".join(screen.buffer[1][x].data for x in range(30, 60)).rstrip() == "│right pane"


def test_text_at_an_unknown_place_is_left_alone() -> None:
    assert pin_columns("⚠️ x") == "⚠️ x"
    assert pin_columns(f"{AT.format(1, 1)}x\n⚠️") == f"{AT.format(1, 1)}x\n⚠️"

"""Output with fewer style codes, which draws the same."""

from random import Random

import pyte
import pytest
from rich.color import ColorSystem
from rich.style import Style

from tui.layout.style_changes import shorten_styles

COLUMNS, LINES = 20, 6


@pytest.mark.parametrize(
    ("output", "shortened"),
    [
        ("plain \x1b[2;3H text", "plain \x1b[2;3H text"),
        ("\x1b[1;31ma\x1b[0m\x1b[1;32mb\x1b[0m", "\x1b[1;31ma\x1b[32mb\x1b[0m"),
        ("\x1b[31ma\x1b[0m\x1b[31mb\x1b[0m", "\x1b[31mab\x1b[0m"),
        ("\x1b[31ma\x1b[0m\x1b[2;1H\n\x1b[31mb\x1b[0m", "\x1b[31ma\x1b[2;1H\nb\x1b[0m"),
        ("\x1b[31ma\x1b[0m\x1b[1;31mb\x1b[0m", "\x1b[31ma\x1b[1mb\x1b[0m"),
        ("\x1b[1;31ma\x1b[0m\x1b[31mb\x1b[0m", "\x1b[1;31ma\x1b[0;31mb\x1b[0m"),
        ("\x1b[31ma\x1b[0mb\x1b[31mc\x1b[0m", "\x1b[31ma\x1b[0mb\x1b[31mc\x1b[0m"),
        ("\x1b[31;44ma\x1b[0m\x1b[44mb\x1b[0m", "\x1b[31;44ma\x1b[0;44mb\x1b[0m"),
        ("\x1b[1m\x1b[31ma\x1b[0m", "\x1b[1;31ma\x1b[0m"),
    ],
)
def test_only_what_changes_is_sent(output: str, shortened: str) -> None:
    assert shorten_styles(output) == shortened


def test_nothing_is_erased_in_a_colour() -> None:
    # A terminal fills what it erases with the background of the style.
    output = "\x1b[44ma\x1b[0m\x1b[2J\x1b[44mb\x1b[0m"
    assert shorten_styles(output) == output


@pytest.mark.parametrize("colors", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD])
@pytest.mark.parametrize("seed", range(20))
def test_a_terminal_draws_the_same(colors: ColorSystem, seed: int) -> None:
    random = Random(seed)
    output = "".join(_random_piece(random, colors) for _ in range(60))
    shortened = shorten_styles(output)
    assert len(shortened) < len(output)
    assert _drawn(shortened) == _drawn(output)


def _random_piece(random: Random, colors: ColorSystem) -> str:
    if random.random() < 0.3:
        return f"\x1b[{random.randint(1, LINES)};{random.randint(1, COLUMNS - 4)}H"
    if random.random() < 0.1:
        return "xy"
    style = Style(
        color=random.choice([None, "#fe8019", "#83a598", "color(9)", "red"]),
        bgcolor=random.choice([None, "#282828", "#3c3836", "blue"]),
        bold=random.random() < 0.5,
        italic=random.random() < 0.3,
        underline=random.random() < 0.2,
        reverse=random.random() < 0.2,
    )
    return style.render(random.choice(["a", "bc", "  "]), color_system=colors)


def _drawn(output: str) -> list[list[pyte.screens.Char]]:
    screen = pyte.Screen(COLUMNS, LINES)
    pyte.Stream(screen).feed(output)
    return [[screen.buffer[line][column] for column in range(COLUMNS)] for line in range(LINES)]

"""The gutter of a row: numbers, glyphs, notes and bars."""

import pytest
from collations import codebook
from rich.style import Style

from tui.layout.glyphs import ASCII, UNICODE
from tui.reader.themes import DARK, DEFAULT_VARIABLES
from tui.reader.widgets.pane.gutter import GUTTER, GutterMark, Strength, gutter_segments, number_text, with_suggestion
from tui.reader.widgets.pane.styles import PaneStyles

STYLES = PaneStyles.of_theme(
    {
        **DEFAULT_VARIABLES,
        "foreground": "#C9CDD6",
        "background": "#13151B",
        "primary": str(DARK.primary),
        "accent": str(DARK.accent),
    },
    codebook({}),
    Style.copy,
)
CLAIM = GutterMark("▸", "claim")
DENIAL = GutterMark("✗", "denial")
DIM = GutterMark("≡", "agreement", strength=Strength.GLYPH_ONLY)
CURRENT = GutterMark("≡", "agreement", 7, strength=Strength.CURRENT)


def gutter(starting: list[GutterMark], continued: list[GutterMark] | None = None) -> str:
    """Return the text of a row's gutter."""
    text = "".join(part.text for part in gutter_segments(starting, continued or [], UNICODE, STYLES))
    assert len(text) == GUTTER
    return text


@pytest.mark.parametrize(
    ("starting", "continued", "text"),
    [
        ([], [], "     "),
        ([CLAIM], [], "   ▸ "),
        ([CLAIM._replace(number=5)], [], "  5▸ "),
        ([CLAIM._replace(number=12)], [], " 12▸ "),
        ([CLAIM._replace(number=12, is_noted=True)], [], "✎12▸ "),
        ([CLAIM._replace(is_noted=True)], [], "  ✎▸ "),
        ([CLAIM._replace(number=5, annotators=3)], [], " 5³▸ "),
        ([CLAIM._replace(number=5, annotators=12, is_noted=True)], [], "✎5⁺▸ "),
        ([CLAIM._replace(annotators=2), DENIAL], [], " ✗²▸ "),
        ([CLAIM._replace(number=12, annotators=2)], [DENIAL], "12²▸ "),
        ([CLAIM._replace(number=123, annotators=2)], [], "123▸ "),
        ([CLAIM, DENIAL], [], "  ✗▸ "),
        ([CLAIM, DENIAL, CLAIM], [], "  +▸ "),
        ([CLAIM, DENIAL._replace(number=3)], [], " ▸3✗ "),
        ([CLAIM._replace(number=3), DENIAL._replace(number=5)], [], "3,5▸ "),
        ([CLAIM], [DENIAL], "  │▸ "),
        ([], [CLAIM], "   │ "),
        ([], [CLAIM, DENIAL], "  ││ "),
    ],
)
def test_a_row_shows_what_begins_and_goes_on(
    starting: list[GutterMark], continued: list[GutterMark], text: str
) -> None:
    assert gutter(starting, continued) == text


def test_what_stands_out_most_is_next_to_the_text() -> None:
    assert gutter([CLAIM._replace(number=5), CURRENT]) == "7,5≡ "
    assert gutter([DIM, CLAIM]) == "   ▸ "
    assert gutter([DIM, DIM]) == "   ≡ "
    assert gutter([CLAIM], [DIM]) == "   ▸ "


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([], ""), ([7], "7"), ([7, 7], "7"), ([7, 8, 9], "7,8"), ([12, 3], "12+"), ([123, 4], "123"), ([1234], "#")],
)
def test_numbers_fit_their_cells(numbers: list[int], text: str) -> None:
    assert number_text(numbers) == text


def test_only_the_number_under_the_cursor_is_bold() -> None:
    styles = [gutter_segments([mark], [], ASCII, STYLES)[1].style for mark in (CURRENT, CLAIM._replace(number=7))]
    assert [style.bold if style else None for style in styles] == [True, None]


def test_a_dim_glyph_is_not_in_the_full_colour_of_its_kind() -> None:
    shown = gutter_segments([DIM._replace(strength=Strength.HIGHLIGHTED)], [], UNICODE, STYLES)[2].style
    dim = gutter_segments([DIM], [], UNICODE, STYLES)[2].style
    assert shown
    assert dim
    assert shown.color != dim.color


@pytest.mark.parametrize(
    ("marks", "text"),
    [([], "   ┊ "), ([CLAIM], "  ┊▸ "), ([CLAIM._replace(number=5)], "  5▸ "), ([CLAIM, DENIAL], "  ✗▸ ")],
)
def test_a_suggestion_has_its_sign_where_no_record_needs_the_place(marks: list[GutterMark], text: str) -> None:
    parts = gutter_segments(marks, [], UNICODE, STYLES)
    assert "".join(part.text for part in with_suggestion(parts, UNICODE, STYLES)) == text
    ascii_signs = "".join(part.text for part in with_suggestion(gutter_segments([], [], ASCII, STYLES), ASCII, STYLES))
    assert ascii_signs == "   : "

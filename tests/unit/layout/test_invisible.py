"""Soft hyphens and zero-width spaces are hidden where they cannot deceive."""

import pytest
from rich.cells import cell_len

from tui.layout.invisible import is_harmless
from tui.layout.visible import make_visible
from tui.layout.wrapped import wrap

KHMER = "ភាសា\u200bខ្មែរ\u200bនេះ"


@pytest.mark.parametrize(
    "text",
    [
        "Bundes\u00adtag",
        "e\u0301\u00ada",
        "Bundes\u00adver\u00adfas",
        "прави\u00adтельство",
        "Co\u00ad",
        "ก\u200bข",
        KHMER,
    ],
)
def test_what_says_only_where_a_word_may_break_is_hidden(text: str) -> None:
    assert all(is_harmless(text, offset) for offset, character in enumerate(text) if character in "\u00ad\u200b")
    shown = make_visible(text)
    assert "·" not in shown
    assert cell_len(shown) == cell_len(text.replace("\u00ad", "").replace("\u200b", ""))


@pytest.mark.parametrize(
    "text",
    [
        "p\u0430y\u00adpal",
        "\u0440ay\u00adpal",
        "pay\u00adpal.com",
        "me\u00adyou@x.org",
        "https://ex\u00adample",
        "a\u200bb",
        "5\u00ad000",
        "\u00adx",
        "x \u00ady",
        "de\u00ad\u00adf",
        "ก\u200b\u200bข",
        "ก\u200bx",
        "ab\u00adcd\u202e",
        "ab\u00adcd\u2060e",
    ],
)
def test_what_could_deceive_is_seen(text: str) -> None:
    assert "·" in make_visible(text)


def test_a_row_shows_the_letters_and_keeps_the_offsets() -> None:
    text = "Das Bundes\u00adverfassungs\u00adgericht"
    wrapped = wrap(text, 40)
    assert wrapped.row_display(0) == text.replace("\u00ad", "\u200c")
    assert wrapped.position(text.index("verf")) == (0, 10)
    assert wrapped.offset_at(0, 10) == text.index("verf")
    assert wrapped.position(text.index("gericht")) == (0, 21)


def test_a_row_ends_at_a_zero_width_space() -> None:
    wrapped = wrap("ភាសា\u200bជាតិ\u200bភាសា\u200bជាតិ", 6)
    assert [wrapped.row_display(row).rstrip("\u200c") for row in range(wrapped.height)] == [
        "ភាសា",
        "ជាតិ",
        "ភាសា",
        "ជាតិ",
    ]

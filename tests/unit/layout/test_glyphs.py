"""The signs of both drawing styles."""

import pytest

from tui.layout.glyphs import ASCII, UNICODE, glyphs_for
from tui.layout.graphemes import cell_len
from tui.model import BUILT_IN_KINDS, CLAIM, Kind, Stance


def test_a_style_is_chosen() -> None:
    assert glyphs_for(ascii_only=True) is ASCII
    assert glyphs_for(ascii_only=False) is UNICODE


@pytest.mark.parametrize("glyphs", [ASCII, UNICODE])
def test_each_sign_takes_one_cell(glyphs: object) -> None:
    assert isinstance(glyphs, tuple)
    kinds = [ASCII.of(kind) for kind in BUILT_IN_KINDS] + [UNICODE.of(kind) for kind in BUILT_IN_KINDS]
    assert {cell_len(sign) for sign in [*glyphs[1:], *kinds]} == {1}


def test_the_ascii_style_has_only_ascii() -> None:
    assert all(sign.isascii() for sign in ASCII[1:])
    assert ASCII.of(CLAIM) == ">"
    assert ASCII.own("“a” · b … – c") == '"a" - b ... - c'


def test_the_unicode_style_leaves_texts_as_they_are() -> None:
    assert UNICODE.of(CLAIM) == "▸"
    assert UNICODE.own("“a” · b …") == "“a” · b …"


def test_a_hostile_glyph_of_a_declared_kind_is_made_visible() -> None:
    assert UNICODE.of(Kind("x", "X", "\x1b", Stance.NEUTRAL)) == "␛"

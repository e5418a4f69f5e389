import re
import sys
import unicodedata

import pytest
from hypothesis import given
from layout_strategies import steady, texts
from rich.cells import cell_len

from tui.layout.combining import COMBINING
from tui.layout.visible import MAX_COMBINING, limit_combining, make_visible

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
KEPT = "\u200c\u200d"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“plain” — é", "“plain” — é"),
        ("\x00\x1b[2J\x07", "␀␛[2J␇"),
        ("a\tb\nc\x7f", "a b␊c␡"),
        ("\x85\x9b", "��"),
        ("\u202eab\u2066\u200f\u061c", "�ab���"),
        ("\u200b\u2060\ufeff\u00ad\u2062\u3164", "······"),
        ("\U000e0041\U000e007f\ud800\udfff\u2028\u2029", "������"),
        ("❤\ufe0f 葛\U000e0100 می\u200cخواهم", "❤\ufe0f 葛\U000e0100 می\u200cخواهم"),
        ("👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 👩🏽\u200d🚀", "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 👩🏽\u200d🚀"),
        ("a\u200db \u200d😀 😀\u200d", "a\u200cb \u200c😀 😀\u200c"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert make_visible(text) == shown


def test_newlines_are_kept_when_asked() -> None:
    assert make_visible("a\n\x0bb", keep_newlines=True) == "a\n␋b"


def test_nothing_invisible_comes_through_but_joiners() -> None:
    shown = make_visible("".join(map(chr, range(sys.maxunicode + 1))))
    assert len(shown) == sys.maxunicode + 1
    controls = {character for character in shown if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")}
    assert not controls
    assert not set(shown) & set(BIDI)
    assert not [character for character in shown if "\U000e0000" <= character <= "\U000e00ff"]


@steady
@given(texts)
def test_it_maps_one_for_one_and_only_once(text: str) -> None:
    shown = make_visible(text)
    assert len(shown) == len(text)
    assert make_visible(shown) == shown
    changed = [(was, now) for was, now in zip(text, shown, strict=True) if was != now]
    assert all(now in " ·�␡\u200c" or "\u2400" <= now <= "\u241f" for _, now in changed)


def test_the_marks_are_all_that_takes_no_cell_and_is_shown() -> None:
    characters = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)
    shown = {each for each in characters if cell_len(each) == 0 and make_visible(each) == each} | {"\u200d"}
    table = {each for each in map(chr, range(sys.maxunicode + 1)) if re.match(f"[{COMBINING}]", each)}
    assert shown <= table
    assert {unicodedata.category(each) for each in table - shown} <= {"Cn", "Cs"}


@pytest.mark.parametrize("mark", ["\u0301", "\u200c", "\u200d", "\u1160", "\ufe0f", "\U000e0100"])
def test_of_marks_without_end_some_are_painted(mark: str) -> None:
    few = f"e{mark * MAX_COMBINING}f"
    assert limit_combining(few) == few
    assert limit_combining(f"e{mark * 1000}f") == few
    assert limit_combining(f"{mark * 1000}x{mark}") == f"{mark * MAX_COMBINING}x{mark}"

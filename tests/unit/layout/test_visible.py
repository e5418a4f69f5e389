"""Hostile characters are made visible, one for one."""

import sys
import unicodedata

import pytest
from hypothesis import given
from layout_strategies import steady, texts

from tui.layout.visible import MAX_COMBINING, as_newlines, limit_combining, make_visible, replace_controls

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“plain” — é", "“plain” — é"),
        ("\x00\x1b[2J\x07", "␀␛[2J␇"),
        ("a\tb\nc\x7f", "a b␊c␡"),
        ("\x85\x9b", "␤�"),
        ("\u202eab\u2066\u200f\u061c", "�ab���"),
        ("\u200b\u2060\ufeff\u00ad\u2062\u3164", "······"),
        ("\U000e0041\U000e007f\ud800\udfff\u2028\u2029", "����␤␤"),
        ("❤\ufe0f 葛\U000e0100 می\u200cخواهم", "❤\ufe0f 葛\U000e0100 می\u200cخواهم"),
        ("👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 👩🏽\u200d🚀", "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 👩🏽\u200d🚀"),
        ("a\u200db \u200d😀 😀\u200d", "a\u200cb \u200c😀 😀\u200c"),
    ],
)
def test_controls_and_invisible_characters_are_shown(text: str, shown: str) -> None:
    assert make_visible(text) == shown


def test_other_line_breaks_become_newlines_one_for_one() -> None:
    assert as_newlines("é\u2028a\u2029b\x85c\nd") == "é\na\nb\nc\nd"
    assert as_newlines("a\x0bb\x1c") == "a\x0bb\x1c"


def test_newlines_may_be_kept() -> None:
    assert make_visible("a\n\x0bb", keep_newlines=True) == "a\n␋b"


def test_only_joiners_stay_invisible() -> None:
    shown = make_visible("".join(map(chr, range(sys.maxunicode + 1))))
    assert len(shown) == sys.maxunicode + 1
    controls = {character for character in shown if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")}
    assert not controls
    assert not set(shown) & set(BIDI)
    assert not [character for character in shown if "\U000e0000" <= character <= "\U000e00ff"]


def test_what_is_printable_is_shown_as_it_is() -> None:
    printable = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert make_visible(f"{printable}\0") == printable.replace("\u3164", "·").replace("\uffa0", "·") + "␀"
    assert make_visible(printable) == make_visible(f"{printable}\0")[:-1]


@steady
@given(texts)
def test_each_code_point_is_replaced_once(text: str) -> None:
    shown = make_visible(text)
    assert len(shown) == len(text)
    assert make_visible(shown) == shown
    changed = [(old, new) for old, new in zip(text, shown, strict=True) if old != new]
    assert all(new in " ·�␡␤\u200c" or "\u2400" <= new <= "\u241f" for _, new in changed)


@pytest.mark.parametrize("mark", ["\u0301", "\u200c", "\u200d", "\u1160", "\ufe0f", "\U000e0100"])
def test_only_30_marks_on_a_letter_are_painted(mark: str) -> None:
    few = f"e{mark * MAX_COMBINING}f"
    assert limit_combining(few) == few
    assert limit_combining(f"e{mark * 1000}f") == few
    assert limit_combining(f"{mark * 1000}x{mark}") == f"{mark * MAX_COMBINING}x{mark}"


def test_a_pasted_text_keeps_all_but_controls() -> None:
    assert replace_controls("a\tb\nc\u202e日\u200b") == "a\tb\nc\u202e日\u200b"
    assert replace_controls("\x1b[2J\r\x9b") == "␛[2J␍�"


def test_letters_of_scripts_newer_than_python_are_not_taken_for_marks() -> None:
    digits = "\U00011f50" * (MAX_COMBINING + 1)
    assert limit_combining(digits) == digits

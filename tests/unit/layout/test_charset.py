"""Text in the characters of one encoding, cell by cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.layout.charset import cut_in_charset, in_charset
from tui.layout.graphemes import cell_len
from tui.layout.visible import make_visible


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("plain", "ascii", "plain"),
        ("“It’s” — so…", "ascii", '"It\'s" - so.'),
        ("Çavuşoğlu İstanbul", "ascii", "Cavusoglu Istanbul"),
        ("Çavuşoğlu İstanbul", "latin-1", "Çavusoglu Istanbul"),
        ("e\u0301", "latin-1", "é"),
        ("日本 Ａ", "ascii", "???? A "),
        ("Москва é", "koi8-r", "Москва e"),
        ("🇹🇷 ❤️", "ascii", "?? ??"),
        ("─│╭┼╯═║▐●▸✗≡✎", "ascii", "-|+++-||*>x=*"),
        ("ﬁ ½ Ω", "ascii", "? ? ?"),
    ],
)
def test_what_an_encoding_lacks_is_written_with_what_it_has(text: str, encoding: str, expected: str) -> None:
    assert in_charset(text, encoding) == expected


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("Outlet not nam…", "ascii", "Outlet not n..."),
        ("“the cease-fire in Syr…”  A13", "ascii", '"the cease-fire in S..."  A13'),
        ("…rst main floods", "ascii", "...t main floods"),
        ("said, denied …   ", "ascii", "said, denied..   "),
        ("a cease-fire in S…", "ascii", "a cease-fire in..."),
        ("…n Monday …", "ascii", "...Monday.."),
        ("… on Monday", "ascii", ". on Monday"),
        ("dying… But", "ascii", "dying. But"),
        ("Çavuşoğ…", "latin-1", "Çavus..."),
        ("日本…", "ascii", "??..."),
        ("Outlet not nam…", "gbk", "Outlet not nam…"),
    ],
)
def test_where_words_are_cut_are_dots(text: str, encoding: str, expected: str) -> None:
    assert cut_in_charset(text, encoding) == expected


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(), st.sampled_from(["ascii", "latin-1", "koi8-r", "gbk"]))
def test_any_text_keeps_its_cells(text: str, encoding: str) -> None:
    visible = make_visible(text)
    for written in (in_charset(visible, encoding), cut_in_charset(visible, encoding)):
        assert written.encode(encoding).decode(encoding) == written
        assert cell_len(written) == cell_len(visible)

"""The folding of case, accents and typographic characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.folding import fold, fold_character, fold_joiners, is_blank_joiner


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Çavuşoğlu", "cavusoglu"),
        ("CAVUSOGLU", "cavusoglu"),
        ("Straße", "strasse"),
        ("İstanbul Iğdır", "istanbul igdir"),
        ("ﬁnal", "final"),
        ("don’t — “go”…", 'don\'t - "go"...'),
        ("e\u0301", "e"),
        ("漢字", "漢字"),
        ("צה״ל ג׳", "צה\"ל ג'"),
        ("العربيــة", "العربيه"),
        ("کی", "كي"),
        ("١٢٣ ۱۲۳ १२३ １２３", "123 123 123 123"),
        ("ｶﾞｽ", "カ\u3099ス"),
        ("한", "\u1112\u1161\u11ab"),
    ],
)
def test_text_that_people_type_alike_is_folded_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("character", "folded"), [("ß", "ss"), ("…", "..."), ("\u0301", ""), ("\u00ad", ""), ("A", "a")]
)
def test_a_character_folds_to_no_one_or_several(character: str, folded: str) -> None:
    assert fold_character(character) == folded


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(max_size=20))
def test_a_text_folds_as_its_characters_do(text: str) -> None:
    assert fold(text) == "".join(map(fold_character, text)).lower()


def test_a_non_joiner_is_a_blank_between_arabic_letters_only() -> None:
    assert fold_joiners("می\u200cگوید Auf\u200clage") == "می گوید Auf\u200clage"
    assert [is_blank_joiner(text, 1) for text in ("ی\u200cگ", "f\u200cl", "ی\u200c", "یگ")] == [
        True,
        False,
        False,
        False,
    ]

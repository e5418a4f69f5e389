"""Spellings of one name, and names in one Unicode form."""

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unicode_forms import FORMS, marked_texts

from tui.model.names import compose_name, fold_name


@pytest.mark.parametrize(
    "spellings",
    [
        ("the newspaper", "The Newspaper", " THE  newspaper\n", "the\u00a0newspaper"),
        ("Mevlüt Çavuşoğlu", normalize("NFD", "MEVLÜT Çavuşoğlu")),
        (
            "Nguyễn Văn Tệ",
            normalize("NFD", "nguyễn văn tệ"),
            "Nguye\u0303\u0302n".replace("\u0303\u0302", "\u0302\u0303") + " Văn Tệ",
        ),
        ("O’Brien", "O'Brien", "o\u02bcBrien"),
        ("O'Brien", "O´Brien", "O\u1ffdBrien", "O`Brien", "O\u1fefBrien"),
        ("Jean-Luc", "Jean\u2011Luc", "Jean–Luc"),
        ("NHK", "ＮＨＫ"),
        ("김철수", normalize("NFD", "김철수")),
        ("Straße", "STRASSE", "Stra\u00ad\u00dfe"),
        ("Σίσυφος", "ΣΊΣΥΦΟΣ"),
    ],
)
def test_spellings_of_one_name_fold_alike(spellings: tuple[str, ...]) -> None:
    assert len({fold_name(spelling) for spelling in spellings}) == 1


def test_accents_and_words_tell_names_apart() -> None:
    names = ("Ann Lee", "Anne Lee", "Ann", "Ánn Lee", "AnnLee", "Ann Lee Jr.")
    assert len({fold_name(name) for name in names}) == len(names)


@given(marked_texts | st.text(max_size=20), st.sampled_from([*FORMS]))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_a_folded_name_does_not_depend_on_form_case_and_spacing(name: str, form: str) -> None:
    folded = fold_name(name)
    assert fold_name(folded) == folded
    assert fold_name(f" {FORMS[form](name)}  ") == folded


@pytest.mark.parametrize("form", FORMS)
def test_a_composed_name_keeps_case_and_spacing(form: str) -> None:
    assert compose_name(FORMS[form]("Küste  한국 ")) == normalize("NFC", "Küste  한국 ")

"""The words that a statement is about."""

import pytest

from tui.analysis.alignment.terms import Term, function_words, stem_of, terms_of


def stems(text: str, words: frozenset[str] = frozenset()) -> list[str]:
    return [term.stem for term in terms_of(text, words)]


def test_function_words_of_the_language_are_left_out() -> None:
    text = "the talks of the ministers have ended"
    assert stems(text, function_words([text])) == ["talks", "minist", "ended"]
    assert stems(text, function_words(["die Gespräche der Minister sind beendet, und das ist gut"])) != stems(
        text, function_words([text])
    )


def test_forms_of_a_word_have_one_stem() -> None:
    assert stems("agreement agreed agreements") == ["agreem", "agreed", "agreem"]
    assert stem_of("Çalışmalar") == "calism"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met Lavrov in 2016. Then he left", ["Lavrov", "2016"]),
        ("Talks: “We meet Ann”", ["Ann"]),
        ("They said “No” to UN", ["UN"]),
    ],
)
def test_names_are_capitals_that_no_sentence_gives_and_numbers(text: str, names: list[str]) -> None:
    assert [term.word for term in terms_of(text, frozenset()) if term.is_name] == names


def test_numbers_are_equal_however_their_digits_are_grouped() -> None:
    assert stems("1,000 and 1.000 and 1000 and 1.5") == ["1000", "and", "1000", "and", "1000", "and", "1.5"]


def test_scripts_without_spaces_have_pairs_of_characters() -> None:
    assert stems("会談延期") == ["会談", "談延", "延期"]
    assert terms_of("회담", frozenset()) == (Term("회담", "회담", is_name=False, unit=1),)

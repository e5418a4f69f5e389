"""Words as code points, and the list of pairs of words."""

import pytest
from hypothesis import given, settings
from word_texts import word_texts

from tui.anchoring.word_index import WordIndex, _any_word, _word, count_words, fold_word, folded_words, is_punctuation


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Don’t", "don't"), ("“STOP”", '"stop"'), ("Straße’s", "strasse's"), ("a–b—c", "a-b-c"), ("ＮＨＫ１２", "nhk12")],
)
def test_case_quote_marks_and_dashes_are_folded(text: str, folded: str) -> None:
    assert fold_word(text) == folded


@pytest.mark.parametrize(("word", "expected"), [(",", True), ("—", True), ("$", True), ("a", False), ("_", False)])
def test_punctuation_is_no_word(word: str, expected: bool) -> None:
    assert is_punctuation(word) is expected


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("Oh, no!", 2), ("渡轮 sank", 3), ("... — !", 0), ("3.5 miles", 3)]
)
def test_words_are_counted_without_punctuation(text: str, count: int) -> None:
    assert count_words(text) == count


def test_folded_words_are_without_punctuation_and_joiners() -> None:
    assert folded_words("“Oh, No!” co\u00adop e\u0301té हिन्दी") == ["oh", "no", "coop", "été", "हिन्दी"]


def test_plain_text_has_the_same_words_by_both_patterns() -> None:
    text = "".join(f"{chr(code)}a9 {chr(code)}" for code in range(128))
    assert _word(text).findall(text) == _any_word().findall(text)


def test_words_that_fold_alike_have_one_code() -> None:
    index = WordIndex("Don’t “STOP” – go")
    assert index.encode('don\'t "stop" - GO').codes == index.words.codes


def test_words_that_are_not_in_the_text_equal_none_of_it() -> None:
    index = WordIndex("one two")
    assert not set(index.encode("three —").codes) & set(index.words.codes)
    assert index.count(index.encode("three — four").codes) == 2


def test_pairs_are_listed_with_their_first_words() -> None:
    index = WordIndex("red dog, red dog")
    assert index.pairs[index.encode("red dog").codes] == [0, 3]
    assert index.encode("dog red").codes not in index.pairs


@given(word_texts)
@settings(max_examples=150, derandomize=True, deadline=None)
def test_the_words_are_all_of_the_text_but_white_space(text: str) -> None:
    words = WordIndex(text).words
    ranges = list(zip(words.starts, words.ends, strict=True))
    assert len(words.codes) == len(ranges)
    assert "".join(text[start:end] for start, end in ranges) == "".join(text.split())

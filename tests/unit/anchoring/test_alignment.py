"""A changed quote is aligned with a window of the text word by word."""

import pytest
from hypothesis import given, settings
from word_texts import word_texts

from tui.anchoring.alignment import Alignment, align
from tui.anchoring.quote_query import quote_query
from tui.anchoring.word_index import WordIndex
from tui.model import TextSelector


def align_all(text: str, selector: TextSelector) -> Alignment | None:
    index = WordIndex(text)
    query = quote_query(index, selector)
    return align(index, query, (0, len(index.words.codes))) if query else None


def aligned_text(text: str, quote: str, prefix: str = "", suffix: str = "") -> str:
    alignment = align_all(text, TextSelector(quote, prefix, suffix))
    return text[alignment.start : alignment.end] if alignment else ""


def test_an_alignment_has_the_shares_of_quote_and_contexts() -> None:
    selector = TextSelector("red dogs ran", "old tired ", " off now")
    assert align_all("some tired red cats ran away now", selector) == Alignment(11, 23, 4 / 6, 1.0, 0.0)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("a red cat ran", "red dog ran", "red cat ran"),
        ("a red dog, ran", "red dog ran", "red dog, ran"),
        ("the. red dog ran", "the red dog", "the. red dog"),
        ("the. the red dog", "x the red dog", ". the red dog"),
    ],
)
def test_changed_words_are_part_of_the_place(text: str, quote: str, expected: str) -> None:
    assert aligned_text(text, quote) == expected


def test_words_that_recur_before_the_quote_do_not_stretch_it() -> None:
    assert aligned_text("red . . red dog ran", "red dog ran") == "red dog ran"


@pytest.mark.parametrize(("gap", "expected"), [(3, "a 9 9 9 b c d e f"), (5, "9 b c d e f")])
def test_a_word_beyond_a_wide_gap_is_cut_off(gap: int, expected: str) -> None:
    assert aligned_text("a" + " 9" * gap + " b c d e f", "a b c d e f") == expected


@pytest.mark.parametrize(("room", "replacements"), [(4, 4), (5, 1)])
def test_the_words_up_to_the_context_replace_a_word_unless_they_are_many(room: int, replacements: int) -> None:
    text = "p q r" + " 9" * room + " b c d"
    assert aligned_text(text, "a b c d", "p q r ") == "9 " * replacements + "b c d"


def test_if_no_word_is_left_the_place_is_between_the_contexts() -> None:
    assert aligned_text("one two 9 9 three four", "red dogs", "one two ", " three four") == "9 9"
    assert aligned_text("one two 9 9", "red dogs", "one two ", " three four") == ""


def test_a_quote_that_begins_and_ends_within_words_is_placed_within_words() -> None:
    assert aligned_text("the old ferries sank", "err", "the old f", "ies sank") == "err"


@given(word_texts, word_texts)
@settings(max_examples=150, derandomize=True, deadline=None)
def test_a_place_is_in_the_text_and_its_shares_are_shares(text: str, quote: str) -> None:
    alignment = align_all(text, TextSelector(quote))
    if alignment is not None:
        assert 0 <= alignment.start < alignment.end <= len(text)
        assert 0 <= alignment.kept <= 1

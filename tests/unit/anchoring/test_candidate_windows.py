"""Where a changed quote may be: windows in words, the likeliest first."""

import pytest

from tui.anchoring.candidate_windows import candidate_windows
from tui.anchoring.quote_query import quote_query
from tui.anchoring.word_index import WordIndex
from tui.model import TextSelector

WORDS = [first + second for first in "bcdfghjklm" for second in ("alo", "emi", "iru", "osa")]


def windows(text: str, selector: TextSelector) -> list[tuple[int, int]]:
    index = WordIndex(text)
    query = quote_query(index, selector)
    assert query is not None
    return candidate_windows(index, query)


def test_a_window_has_8_words_more_on_each_side() -> None:
    text = "9 " * 50 + " ".join(WORDS[:10]) + " 9" * 50
    assert windows(text, TextSelector("x " + " ".join(WORDS[:10]) + " y")) == [(49 - 8, 61 + 8)]


def test_words_that_are_not_in_the_text_have_no_window() -> None:
    assert windows("one two three", TextSelector("red dogs ran")) == []


def test_the_window_with_the_most_votes_is_first() -> None:
    part, whole = " ".join(WORDS[:4]), " ".join(WORDS[:8])
    first, second = windows(part + " 9" * 50 + " " + whole, TextSelector(whole + " end"))
    assert first == (54 - 8, 54 + 9 + 8)
    assert second == (0, 9 + 8)


def test_a_quote_of_two_words_is_found_by_its_copies() -> None:
    assert windows("9 " * 30 + "dog", TextSelector("dog")) == [(30 - 8, 31 + 8)]


@pytest.mark.parametrize(("copies", "count"), [(4, 4), (6, 4)])
def test_at_most_4_windows_are_returned(copies: int, count: int) -> None:
    assert len(windows((" ".join(WORDS) + " ") * copies, TextSelector(" ".join(WORDS[:8]) + " end"))) == count


@pytest.mark.parametrize(("pairs", "count"), [(8, 2), (9, 1)])
def test_a_window_with_few_votes_is_skipped(pairs: int, count: int) -> None:
    shared = " ".join(WORDS[: pairs + 1])
    assert len(windows(shared + " 9" * 100 + " last pair", TextSelector(shared + " x last pair"))) == count


@pytest.mark.parametrize(("common", "count"), [(12, 4), (13, 1)])
def test_a_pair_that_occurs_more_than_12_times_has_no_vote(common: int, count: int) -> None:
    text = "rare pair" + " 9" * 50 + " of the" * common
    assert len(windows(text, TextSelector("rare pair. of the"))) == count


@pytest.mark.parametrize(("scattered", "dense_first"), [(100, True), (130, False)])
def test_only_the_first_120_votes_of_a_pair_count(scattered: int, dense_first: bool) -> None:
    text = ("of the" + " 9" * 30 + " ") * scattered + "of the " * 4
    first = windows(text, TextSelector("x of the"))[0]
    assert (first[0] > 32 * scattered - 20) is dense_first

"""Searching with and without an index finds the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_texts import word_texts

from tui.anchoring.occurrences import occurrences
from tui.anchoring.searched_text import SearchedText


@pytest.mark.parametrize(("scans", "indexed"), [(200, False), (201, True)])
def test_the_index_is_built_after_200_scans(scans: int, indexed: bool) -> None:
    searched = SearchedText("some words in a row")
    for _ in range(scans):
        assert searched.occurrences("some words in a row") == [0]
    assert ("index" in vars(searched)) is indexed


@given(word_texts, st.data())
@settings(max_examples=200, derandomize=True, deadline=None)
def test_the_index_finds_what_a_scan_finds(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    quote = data.draw(st.sampled_from([text[start:end], text[start:end].lower(), text[start:end] + "!"]))
    searched = SearchedText(text)
    assert searched.index.words is not None
    assert searched.occurrences(quote) == occurrences(text, quote)


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_both_searches_stop_at_the_limit(limit: int) -> None:
    searched = SearchedText("five red dogs ran off. " * 9)
    scanned = searched.occurrences("five red dogs ran off", limit)
    assert scanned == [23 * number for number in range(limit)]
    assert searched.index.words is not None
    assert searched.occurrences("five red dogs ran off", limit) == scanned

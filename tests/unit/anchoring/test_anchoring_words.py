"""The word index finds what a scan finds, and a batch what single quotes find."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.anchoring import anchor, anchor_all, describe
from tui.anchoring.occurrences import occurrences
from tui.anchoring.searched_text import SearchedText
from tui.anchoring.word_index import WordIndex
from tui.model import AnchorState

pieces = [
    "red",
    "dog",
    "Dog",
    "don’t",
    "don't",
    "ran",
    "9",
    "渡轮",
    ",",
    ".",
    " ",
    "  ",
    "\n",
    "\n\n",
    "ß",
    "İ",
    "\ud800",
]
prose = st.lists(st.sampled_from([*pieces, " ", " "]), max_size=60).map("".join)


@given(prose, st.data())
@settings(max_examples=200, derandomize=True, deadline=None)
def test_index_finds_what_a_scan_finds(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    quote = data.draw(st.sampled_from([text[start:end], text[start:end].lower(), text[start:end] + "!"]))
    searched = SearchedText(text)
    assert searched.index
    assert searched.occurrences(quote) == occurrences(text, quote)


@given(prose, prose, st.data())
@settings(max_examples=200, derandomize=True, deadline=None)
def test_answers_are_honest(text: str, other: str, data: st.DataObject) -> None:
    if not text:
        return
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=6))
    selectors = [describe(text, start, data.draw(st.integers(start + 1, len(text)))) for start in starts]
    new = data.draw(st.sampled_from([other, text + other, other + text, text[5:], text.replace("red", "blue")]))
    found = anchor_all(new, selectors)
    assert found == tuple(anchor(new, selector) for selector in selectors)
    for each, selector in zip(found, selectors, strict=True):
        same = new[each.start : each.end] == selector.quote
        assert (each.state is AnchorState.EXACT) is (each.start is not None and same)
        assert bool(each.candidates) is (each.state is AnchorState.REVIEW)
        scores = [candidate.score for candidate in each.candidates]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in [each.score, *scores])
        assert all(0 <= place.start < place.end <= len(new) for place in each.candidates)


def test_small_letters_and_plain_quote_marks_are_the_same_word() -> None:
    index = WordIndex("Don’t “STOP” – go")
    assert index.encode('don\'t "stop" - GO').codes == index.words.codes


def test_words_that_the_text_lacks_equal_nothing() -> None:
    index = WordIndex("one two")
    assert not set(index.encode("three —").codes) & set(index.words.codes)
    assert index.count(index.encode("three — four").codes) == 2

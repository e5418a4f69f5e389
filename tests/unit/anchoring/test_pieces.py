"""Quotes in several pieces: each is found, in the order of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.anchoring import anchor, describe_pieces
from tui.model import AnchorState, Span, TextPiece, TextSelector

TEXT = (
    "The harbour failed twice. The failings, it said on Monday, are outweighed by the gains of the new pier. "
    "The mayor said it again. The owner of the pier was silent."
)
FIRST, SECOND = "The failings", "are outweighed by the gains of the new pier"


def spans_of(text: str, *words: str) -> tuple[Span, ...]:
    starts = [text.index(word) for word in words]
    return tuple(Span(start, start + len(word)) for start, word in zip(starts, words, strict=True))


def without_hints(*quotes: str) -> TextSelector:
    return TextSelector.of_pieces(tuple(TextPiece(quote) for quote in quotes))


def test_the_quote_leaves_out_the_words_between() -> None:
    selector = describe_pieces(TEXT, spans_of(TEXT, FIRST, SECOND))
    assert selector.quote == f"{FIRST} […] {SECOND}"
    assert (selector.start, selector.end) == (26, 102)
    assert (selector.prefix, selector.suffix) == (TEXT[:26], TEXT[102:134])


def test_one_range_is_a_quote_in_one_piece() -> None:
    selector = describe_pieces(TEXT, spans_of(TEXT, FIRST))
    assert (selector.quote, selector.pieces) == (FIRST, ())


@pytest.mark.parametrize("spans", [[Span(5, 9), Span(8, 12)], [Span(10, 12), Span(1, 4)]])
def test_pieces_that_are_not_in_order_cannot_be_described(spans: list[Span]) -> None:
    with pytest.raises(ValueError, match="in the order of the text"):
        describe_pieces(TEXT, spans)


def test_pieces_are_exact_where_they_were_marked() -> None:
    spans = spans_of(TEXT, FIRST, SECOND)
    found = anchor(TEXT, describe_pieces(TEXT, spans))
    assert (found.state, found.pieces, (found.start, found.end)) == (AnchorState.EXACT, spans, (26, 102))


def test_pieces_move_together() -> None:
    text = "Something is said first. " + TEXT
    found = anchor(text, describe_pieces(TEXT, spans_of(TEXT, FIRST, SECOND)))
    assert (found.state, found.pieces) == (AnchorState.EXACT, spans_of(text, FIRST, SECOND))


def test_a_brief_piece_that_recurs_is_found_beside_its_neighbour() -> None:
    found = anchor(TEXT, without_hints("it", SECOND))
    assert found.state is AnchorState.EXACT
    assert [span.of(TEXT) for span in found.pieces] == ["it", SECOND]
    assert found.start == TEXT.index("it said")


def test_a_piece_that_may_be_in_two_places_is_asked_about() -> None:
    text = TEXT.replace("it said on Monday", "it said that it")
    found = anchor(text, without_hints("it", SECOND))
    assert (found.state, found.start, found.pieces) == (AnchorState.REVIEW, None, ())


def test_a_changed_piece_makes_the_quote_adjusted() -> None:
    text = TEXT.replace("the gains of the new pier", "the gains of the old pier")
    found = anchor(text, describe_pieces(TEXT, spans_of(TEXT, FIRST, SECOND)))
    assert found.state is AnchorState.ADJUSTED
    assert [span.of(text) for span in found.pieces] == [FIRST, SECOND.replace("new", "old")]


def test_a_piece_that_is_gone_is_asked_about() -> None:
    text = TEXT.replace("The failings, it said on Monday,", "They")
    found = anchor(text, without_hints(FIRST, SECOND))
    assert (found.state, found.pieces) == (AnchorState.REVIEW, ())
    assert Span(found.candidates[0].start, found.candidates[0].end).of(text) == SECOND


def test_a_quote_of_which_no_piece_is_left_is_an_orphan() -> None:
    found = anchor("Nothing of the kind stands here today.", without_hints(FIRST, SECOND))
    assert (found.state, found.candidates) == (AnchorState.ORPHAN, ())


def test_pieces_out_of_order_are_no_place() -> None:
    found = anchor(f"{SECOND}. Later: {FIRST}.", without_hints(FIRST, SECOND))
    assert (found.state, found.pieces) == (AnchorState.REVIEW, ())


@given(st.text("ab ,", min_size=4, max_size=60), st.data())
def test_what_is_described_is_found_again(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=8, unique=True).map(sorted)))
    spans = tuple(Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False))
    found = anchor(text, describe_pieces(text, spans))
    assert (found.state, found.pieces or (Span(found.start or 0, found.end or 0),)) == (AnchorState.EXACT, spans)

"""Tests of `tui.session.quote_text`."""

import pytest

from tui.anchoring import describe
from tui.errors import SaveError
from tui.model import Annotation, Span, TextPiece, TextSelector
from tui.session.quote_text import find_pieces, is_unplaced, placed_quote, typed_target

TEXT = "The failings, it said, are\noutweighed by the gains. The failings are many, it said, and so are the gains."
WHOLE = describe(TEXT, 0, 51)


@pytest.mark.parametrize("typed", [WHOLE.quote, WHOLE.quote.replace("\n", " "), "", "  ", "[…]"])
def test_an_unchanged_or_empty_quote_is_the_same_target(typed: str) -> None:
    assert typed_target(typed, WHOLE) is WHOLE
    assert not is_unplaced(typed_target(typed, WHOLE))


def test_a_record_without_a_quote_gets_none() -> None:
    assert typed_target("words", None) is None


@pytest.mark.parametrize("omission", ["[…]", "[...]", "[ … ]"])
def test_a_quote_is_typed_in_pieces(omission: str) -> None:
    target = typed_target(f"The failings {omission} are outweighed", WHOLE)
    assert target
    assert [piece.quote for piece in target.pieces] == ["The failings", "are outweighed"]
    assert is_unplaced(target)


def test_typed_pieces_get_their_places_and_the_texts_own_white_space() -> None:
    before = Annotation("a", "claim", "one", WHOLE, cue="said")
    after = placed_quote(Annotation("a", "claim", "one", typed_target("The failings […] are outweighed", WHOLE)), TEXT)
    assert after.target
    assert after.target.pieces == (TextPiece("The failings", 0, 12), TextPiece("are\noutweighed", 23, 37))
    assert before.target is WHOLE


def test_the_place_nearest_to_the_old_one_is_taken() -> None:
    assert find_pieces(TEXT, ["the gains"], 90) == (Span(95, 104),)
    assert find_pieces(TEXT, ["the gains"], 10) == (Span(41, 50),)
    assert find_pieces(TEXT, ["The failings", "it said"], 60) == (Span(52, 64), Span(75, 82))


@pytest.mark.parametrize("typed", ["The failures […] are outweighed", "are outweighed […] The failings, it"])
def test_words_that_the_article_does_not_have_in_this_order_are_not_saved(typed: str) -> None:
    with pytest.raises(SaveError, match=r"does not have these words in this order; write \[…\] where"):
        placed_quote(Annotation("a", "claim", "one", typed_target(typed, WHOLE)), TEXT)


def test_a_record_without_a_target_is_left_alone() -> None:
    note = Annotation("a", "note", "one")
    assert placed_quote(note, TEXT) is note
    assert not is_unplaced(TextSelector("q", "", "", 1, 2))

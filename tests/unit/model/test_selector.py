"""Tests of `tui.model.selector`."""

from tui.model import Span, TextPiece, TextSelector, join_pieces


def test_pieces_are_joined_with_an_omission() -> None:
    assert join_pieces("one two three", (Span(0, 3), Span(8, 13))) == "one […] three"


def test_a_selector_of_pieces_reaches_from_the_first_to_the_last() -> None:
    pieces = (TextPiece("one", 0, 3), TextPiece("three", 8, 13))
    assert TextSelector.of_pieces(pieces, "p", "s") == TextSelector("one […] three", "p", "s", 0, 13, pieces)


def test_one_piece_is_a_quote_like_any_other() -> None:
    assert TextSelector.of_pieces((TextPiece("one", 0, 3),)) == TextSelector("one", "", "", 0, 3)

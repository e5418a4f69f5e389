from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from layout_strategies import steady, texts, widths

from tui.layout import graphemes, moves
from tui.layout.wrapped import WrappedText, wrap

TEXT = "one two three\n\nfour, “five” six\nagencies.After seven\n\n   \n eight" + " word" * 30 + " ."
SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))


def up(wrapped: WrappedText, offset: int, goal_cell: int | None = None) -> int:
    return moves.page(wrapped, offset, -1, goal_cell)


def down(wrapped: WrappedText, offset: int, goal_cell: int | None = None) -> int:
    return moves.page(wrapped, offset, 1, goal_cell)


def at(wrapped: WrappedText, words: str) -> int:
    return wrapped.text.index(words)


def resting_places(wrapped: WrappedText) -> list[int]:
    return [
        wrapped.row_span(row)[0] + span.start
        for row in range(wrapped.height)
        for span in graphemes.graphemes_of(wrapped.row_display(row))
    ]


def walked(wrapped: WrappedText, offset: int, move: moves.Move) -> list[int]:
    places = [offset]
    while (after := move(wrapped, places[-1])) != places[-1]:
        places.append(after)
    return places


def test_left_and_right_skip_what_a_row_has_swallowed() -> None:
    wrapped = wrap("one two \n\n  \nend", 4)
    assert walked(wrapped, 0, moves.right) == [0, 1, 2, 4, 5, 6, 13, 14, 15]
    assert walked(wrapped, 15, moves.left) == [15, 14, 13, 6, 5, 4, 2, 1, 0]
    assert [moves.snap_cursor(wrapped, offset) for offset in (3, 7, 8, 11, 16)] == [2, 6, 6, 6, 15]


def test_up_and_down_skip_blank_rows_and_keep_the_goal() -> None:
    wrapped = wrap("abcdef\nx\n\nghijkl\n漢字漢", 10)
    assert down(wrapped, 4) == 7
    assert down(wrapped, 7, goal_cell=4) == at(wrapped, "k")
    assert down(wrapped, at(wrapped, "k"), goal_cell=3) == at(wrapped, "字")
    assert up(wrapped, at(wrapped, "g"), goal_cell=4) == 7
    assert up(wrapped, 3) == 3
    assert down(wrapped, len(wrapped.text)) == len(wrapped.text) - 1
    assert moves.goal_of(wrapped, at(wrapped, "字")) == 2


def test_page_moves_by_rows_and_stops_at_the_edges() -> None:
    wrapped = wrap("\n".join(f"{number}" for number in range(50)), 10)
    assert moves.page(wrapped, 0, 20) == at(wrapped, "20")
    assert moves.page(wrapped, at(wrapped, "20"), -10) == at(wrapped, "10")
    assert moves.page(wrapped, 0, 900) == at(wrapped, "49")
    assert moves.page(wrapped, 0, -3) == 0
    assert moves.page(wrapped, 3, 0) == moves.snap_cursor(wrapped, 3)


def test_the_ends_of_a_row_and_of_the_text() -> None:
    wrapped = wrap("  one two\nlast ", 20)
    assert moves.row_start(wrapped, 5) == 2
    assert moves.row_start(wrapped, 2) == 0
    assert moves.row_start(wrapped, 0) == 2
    assert moves.row_end(wrapped, 0) == 8
    assert (moves.start(wrapped), moves.end(wrapped)) == (0, 13)


def test_words() -> None:
    wrapped = wrap(TEXT, 12)
    starts = walked(wrapped, 0, moves.word_right)
    assert [TEXT[start] for start in starts[:12]] == list("ottffsaAsewww"[:12])
    assert walked(wrapped, starts[-2], moves.word_left) == starts[-2::-1]
    assert moves.word_left(wrapped, at(wrapped, "hree")) == at(wrapped, "three")
    assert starts[-1] == moves.end(wrapped)


def test_a_word_is_found_however_long_the_one_before_is() -> None:
    wrapped = wrap("one " + "x" * 5000 + " " + "." * 3000 + " end", 20)
    assert walked(wrapped, 0, moves.word_right)[:-1] == [0, 4, 8006]
    assert walked(wrapped, 8006, moves.word_left) == [8006, 4, 0]


def test_paragraphs() -> None:
    wrapped = wrap(TEXT, 12)
    starts = [0, *(at(wrapped, word) for word in ("four", "agencies", "After", "eight"))]
    starts[-1] -= 1
    assert walked(wrapped, 0, moves.paragraph_down)[:-1] == starts
    assert moves.paragraph_down(wrapped, starts[-1]) == moves.end(wrapped)
    assert walked(wrapped, moves.end(wrapped), moves.paragraph_up) == [moves.end(wrapped), *starts[::-1]]
    assert moves.paragraph_up(wrapped, at(wrapped, "seven")) == at(wrapped, "After")


@pytest.mark.parametrize("text", ["", " \n \n"])
def test_a_text_that_shows_nothing_has_one_place(text: str) -> None:
    wrapped = wrap(text, 5)
    assert {move(wrapped, len(text)) for move in EVERY_MOVE} == {0}
    assert moves.start(wrapped) == moves.end(wrapped) == 0


def test_in_a_text_wrapped_in_part_the_cursor_stays_in_that_part() -> None:
    wrapped = wrap("A line.\n\n" * 100 + "x" * 200, 10, limit=90)
    last = moves.end(wrapped)
    assert last < wrapped.reached
    assert moves.right(wrapped, last) == down(wrapped, last) == moves.paragraph_down(wrapped, last) == last


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [20, 57])
def test_one_can_walk_through_the_articles_and_back(path: Path, width: int) -> None:
    wrapped = wrap(path.read_text(encoding="utf-8"), width)
    forth = walked(wrapped, moves.start(wrapped), moves.right)
    assert forth == resting_places(wrapped)
    assert walked(wrapped, forth[-1], moves.left) == forth[::-1]
    assert len(walked(wrapped, 0, down)) == sum(not wrapped.is_blank(row) for row in range(wrapped.height))


EVERY_MOVE: tuple[moves.Move, ...] = (
    *(moves.left, moves.right, up, down, moves.row_start, moves.row_end, moves.snap_cursor),
    *(moves.word_left, moves.word_right, moves.paragraph_up, moves.paragraph_down),
)


@steady
@given(texts, widths)
def test_every_move_rests_on_a_shown_grapheme_and_goes_its_way(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    places = resting_places(wrapped) or [wrapped.row_span(0)[0]]
    for offset in range(0, len(text) + 1, 3):
        assert {move(wrapped, offset) for move in EVERY_MOVE} <= set(places)
    assert walked(wrapped, places[0], moves.right) == places
    assert walked(wrapped, places[-1], moves.left) == places[::-1]
    for move in (down, moves.word_right, moves.paragraph_down):
        went = walked(wrapped, places[0], move)
        assert all(one < two for one, two in pairwise(went))

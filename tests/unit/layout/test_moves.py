"""The cursor moves over what is shown, and nowhere else."""

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
    return moves.move_rows(wrapped, offset, -1, goal_cell)


def down(wrapped: WrappedText, offset: int, goal_cell: int | None = None) -> int:
    return moves.move_rows(wrapped, offset, 1, goal_cell)


def find(wrapped: WrappedText, words: str) -> int:
    return wrapped.text.index(words)


def cursor_offsets(wrapped: WrappedText) -> list[int]:
    return [
        wrapped.row_span(row)[0] + span.start
        for row in range(wrapped.height)
        for span in graphemes.graphemes_of(wrapped.row_display(row))
    ]


def visited(wrapped: WrappedText, offset: int, move: moves.Move) -> list[int]:
    places = [offset]
    while (after := move(wrapped, places[-1])) != places[-1]:
        places.append(after)
    return places


def test_left_and_right_skip_white_space_that_is_not_shown() -> None:
    wrapped = wrap("one two \n\n  \nend", 4)
    assert visited(wrapped, 0, moves.right) == [0, 1, 2, 4, 5, 6, 13, 14, 15]
    assert visited(wrapped, 15, moves.left) == [15, 14, 13, 6, 5, 4, 2, 1, 0]
    assert [moves.snap_cursor(wrapped, offset) for offset in (3, 7, 8, 11, 16)] == [2, 6, 6, 6, 15]


def test_up_and_down_skip_blank_rows_and_keep_the_cell() -> None:
    wrapped = wrap("abcdef\nx\n\nghijkl\n漢字漢", 10)
    assert down(wrapped, 4) == 7
    assert down(wrapped, 7, goal_cell=4) == find(wrapped, "k")
    assert down(wrapped, find(wrapped, "k"), goal_cell=3) == find(wrapped, "字")
    assert up(wrapped, find(wrapped, "g"), goal_cell=4) == 7
    assert up(wrapped, 3) == 3
    assert down(wrapped, len(wrapped.text)) == len(wrapped.text) - 1
    assert moves.cursor_cell(wrapped, find(wrapped, "字")) == 2


def test_many_rows_at_once_stop_at_the_edges() -> None:
    wrapped = wrap("\n".join(f"{number}" for number in range(50)), 10)
    assert moves.move_rows(wrapped, 0, 20) == find(wrapped, "20")
    assert moves.move_rows(wrapped, find(wrapped, "20"), -10) == find(wrapped, "10")
    assert moves.move_rows(wrapped, 0, 900) == find(wrapped, "49")
    assert moves.move_rows(wrapped, 0, -3) == 0
    assert moves.move_rows(wrapped, 3, 0) == moves.snap_cursor(wrapped, 3)


def test_the_ends_of_a_row_and_of_the_text() -> None:
    wrapped = wrap("  one two\nlast ", 20)
    assert moves.row_start(wrapped, 5) == 2
    assert moves.row_start(wrapped, 2) == 0
    assert moves.row_start(wrapped, 0) == 2
    assert moves.row_end(wrapped, 0) == 8
    assert (moves.text_start(wrapped), moves.text_end(wrapped)) == (0, 13)


def test_word_moves_go_to_starts_of_words() -> None:
    wrapped = wrap(TEXT, 12)
    starts = visited(wrapped, 0, moves.word_right)
    assert [TEXT[start] for start in starts[:12]] == list("ottffsaAsewww"[:12])
    assert visited(wrapped, starts[-2], moves.word_left) == starts[-2::-1]
    assert moves.word_left(wrapped, find(wrapped, "hree")) == find(wrapped, "three")
    assert starts[-1] == moves.text_end(wrapped)


def test_word_moves_stop_at_no_soft_hyphen_and_no_accent() -> None:
    text = "co\u00adopera\u00adtion e\u0301te\u0301 हिन्दी end"
    wrapped = wrap(text, 40)
    starts = [0, text.index("e\u0301t"), text.index("ह"), text.index("end")]
    assert visited(wrapped, 0, moves.word_right)[:-1] == starts
    assert visited(wrapped, starts[-1], moves.word_left) == starts[::-1]


def test_a_word_is_found_however_long_the_one_before_is() -> None:
    wrapped = wrap("one " + "x" * 5000 + " " + "." * 3000 + " end", 20)
    assert visited(wrapped, 0, moves.word_right)[:-1] == [0, 4, 8006]
    assert visited(wrapped, 8006, moves.word_left) == [8006, 4, 0]


def test_paragraph_moves_go_to_starts_of_paragraphs() -> None:
    wrapped = wrap(TEXT, 12)
    starts = [0, *(find(wrapped, word) for word in ("four", "agencies", "After", "eight"))]
    starts[-1] -= 1
    assert visited(wrapped, 0, moves.paragraph_down)[:-1] == starts
    assert moves.paragraph_down(wrapped, starts[-1]) == moves.text_end(wrapped)
    assert visited(wrapped, moves.text_end(wrapped), moves.paragraph_up) == [moves.text_end(wrapped), *starts[::-1]]
    assert moves.paragraph_up(wrapped, find(wrapped, "seven")) == find(wrapped, "After")


@pytest.mark.parametrize("text", ["", " \n \n"])
def test_a_text_of_white_space_has_a_single_offset(text: str) -> None:
    wrapped = wrap(text, 5)
    assert {move(wrapped, len(text)) for move in EVERY_MOVE} == {0}
    assert moves.text_start(wrapped) == moves.text_end(wrapped) == 0


def test_in_a_text_wrapped_in_part_the_cursor_stays_in_that_part() -> None:
    wrapped = wrap("A line.\n\n" * 100 + "x" * 200, 10, limit=90)
    last = moves.text_end(wrapped)
    assert last < wrapped.reached
    assert moves.right(wrapped, last) == down(wrapped, last) == moves.paragraph_down(wrapped, last) == last


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [20, 57])
def test_right_and_left_visit_each_grapheme_of_the_articles(path: Path, width: int) -> None:
    wrapped = wrap(path.read_text(encoding="utf-8"), width)
    forth = visited(wrapped, moves.text_start(wrapped), moves.right)
    assert forth == cursor_offsets(wrapped)
    assert visited(wrapped, forth[-1], moves.left) == forth[::-1]
    assert len(visited(wrapped, 0, down)) == sum(not wrapped.is_blank(row) for row in range(wrapped.height))


EVERY_MOVE: tuple[moves.Move, ...] = (
    *(moves.left, moves.right, up, down, moves.row_start, moves.row_end, moves.snap_cursor),
    *(moves.word_left, moves.word_right, moves.paragraph_up, moves.paragraph_down),
)


@steady
@given(texts, widths)
def test_every_move_ends_on_a_shown_grapheme_in_its_direction(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    places = cursor_offsets(wrapped) or [wrapped.row_span(0)[0]]
    for offset in range(0, len(text) + 1, 3):
        assert {move(wrapped, offset) for move in EVERY_MOVE} <= set(places)
    assert visited(wrapped, places[0], moves.right) == places
    assert visited(wrapped, places[-1], moves.left) == places[::-1]
    for move in (down, moves.word_right, moves.paragraph_down):
        offsets = visited(wrapped, places[0], move)
        assert all(before < after for before, after in pairwise(offsets))


@pytest.mark.parametrize(
    ("direction", "row"),
    [("up", 49), ("down", 51), ("page_up", 40), ("page_down", 60), ("half_up", 45), ("half_down", 55)],
)
def test_a_vertical_direction_keeps_the_cell(direction: str, row: int) -> None:
    wrapped = wrap("\n".join(["a row"] * 100), 10)
    assert moves.move(wrapped, 50 * 6 + 2, direction, None, 10) == (row * 6 + 2, 2)
    assert moves.move(wrapped, 50 * 6 + 2, direction, 4, 10) == (row * 6 + 4, 4)


@pytest.mark.parametrize(
    ("direction", "offset"), [("left", 1), ("right", 3), ("start", 0), ("last", 8), ("row_end", 4)]
)
def test_any_other_direction_forgets_the_cell(direction: str, offset: int) -> None:
    assert moves.move(wrap("a row\nend", 10), 2, direction, 7, 10) == (offset, None)


def test_an_unknown_direction_is_an_error() -> None:
    with pytest.raises(KeyError, match="sideways"):
        moves.move(wrap("a row", 10), 2, "sideways", None, 10)

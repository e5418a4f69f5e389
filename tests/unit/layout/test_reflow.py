"""Hand-wrapped prose is wrapped anew, and every offset stays."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from layout_strategies import steady

from tui.layout.reflow import Reflow, join_newlines
from tui.layout.spaces import WHITE
from tui.layout.wrapped import wrap

PROSE = (
    "The two ministers met on Tuesday and said that\nthe talks would go on. They gave no date for it\n"
    "but spoke of a frank exchange between good neigh-\nbours."
)
LINK = "[1]: https://example.org/" + "x" * 100
ITEMS = "- a first item that is long enough to be wrapped\n- a second item"
LONG = "word " * 30
WIDTH = 60


def shown(text: str, width: int = WIDTH) -> list[str]:
    wrapped = wrap(text, width)
    return [wrapped.row_display(row) for row in range(wrapped.height)]


REFLOWED = [
    "The two ministers met on Tuesday and said that the talks",
    "would go on. They gave no date for it but spoke of a frank",
    "exchange between good neigh-\u200cbours.",
]


def test_prose_fills_the_rows_whatever_one_long_line_says() -> None:
    assert shown(f"{PROSE}\n\n{LINK}")[:4] == [*REFLOWED, ""]


def test_prose_fills_the_rows_among_long_lines() -> None:
    assert shown(f"{LONG}\n{LONG}\nshort\n\n{PROSE}\n\none\ntwo")[-7:] == [*REFLOWED, "", "one", "", "two"]


def test_lists_and_code_keep_their_lines() -> None:
    assert shown(ITEMS) == ITEMS.split("\n")
    code = f"```\n{PROSE}\n\n{PROSE}\n```"
    assert shown(code) == code.split("\n")
    assert shown(f"{code}\n\n{PROSE}")[-3:] == REFLOWED


def test_an_offset_is_where_its_character_is_shown() -> None:
    wrapped = wrap(PROSE, WIDTH)
    for row in range(wrapped.height):
        start, end = wrapped.row_span(row)
        assert wrapped.row_display(row) == join_newlines(PROSE[start:end])
        for cell in range(end - start - 1):
            assert wrapped.position(wrapped.offset_at(row, cell)) == (row, cell)


def test_a_newline_becomes_one_character() -> None:
    assert join_newlines("one\ntwo") == "one two"
    assert join_newlines("neigh-\nbours") == "neigh-\u200cbours"
    assert join_newlines("a -\nb") == "a - b"


def test_a_part_has_the_same_joins_as_the_whole() -> None:
    text = f"{PROSE}\n\n" * 400
    reflow = Reflow(text)
    reflow.extend(len(text))
    part, first = reflow.part(60_000, 61_000)
    assert first == 50_000
    assert part == "\n\n".join(map(join_newlines, text.split("\n\n")))[first : first + len(part)]
    assert len(part) == 11_200


def test_wrapping_step_by_step_gives_the_same_rows() -> None:
    text = f"{PROSE}\n\n{ITEMS}\n\n{LONG}\n{LONG}\n\n" * 300
    whole, steps = wrap(text, 33), wrap(text, 33, 1000)
    while not steps.complete:
        steps.extend(1000)
    assert [steps.row_span(row) for row in range(steps.height)] == [whole.row_span(row) for row in range(whole.height)]


PARTS = st.sampled_from(
    [PROSE, LINK, ITEMS, LONG, "one", "  ", "        ", "```", "漢字かな", "> quoted", "é" * 41 + " so"]
)
PARTED = st.lists(st.tuples(PARTS, st.sampled_from(["\n", "\n\n", " \n", "\n \n        "]))).map(
    lambda parts: "".join(map("".join, parts))
)


@steady
@given(PARTED, st.sampled_from([1, 2, 7, 20, 60]))
def test_every_character_stays_reachable(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    spans = [wrapped.row_span(row) for row in range(wrapped.height)]
    for (_, end), (start, _) in pairwise([(0, 0), *spans, (len(text), len(text))]):
        assert end <= start
        assert text[end:start].strip(WHITE) == ""
    for start, end in spans:
        assert len(join_newlines(text[start:end])) == end - start

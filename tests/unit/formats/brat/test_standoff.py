"""Lines and spans of brat: cut at line ends, joined again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.formats.brat.standoff import StandoffLine, cut_at_newlines, joined_spans, standoff_line, text_bound
from tui.model import Span


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("T1\tclaim 0 2;5 7\tAb cd", StandoffLine("T1", "claim", "0 2;5 7", "Ab cd")),
        ("E1\tMerge:T2 Org:T1 Org2:T3", StandoffLine("E1", "Merge:T2", "Org:T1 Org2:T3")),
        ("*\tAlias T3 T4", StandoffLine("*", "Alias", "T3 T4")),
        ("#1\tAnnotatorNotes T1\ta\tb", StandoffLine("#1", "AnnotatorNotes", "T1", "a\tb")),
        ("no tab", None),
        ("T1\t", None),
    ],
)
def test_a_line_has_three_columns(raw: str, line: StandoffLine | None) -> None:
    assert standoff_line(raw) == line


def test_what_a_line_refers_to() -> None:
    event = StandoffLine("E1", "Merge:T2", "Org:T1 Org2:T3")
    assert event.references == ["T2", "T1", "T3"]
    assert (event.argument("org"), event.argument("Cue")) == (["T1", "T3"], [])
    assert StandoffLine("R1", "Located", "Arg1:T1 Arg2:T2").references == ["T1", "T2"]
    assert StandoffLine("*", "Alias", "T3 T4").references == ["T3", "T4"]
    assert StandoffLine("T1", "x", "0 2;5 7").spans == [Span(0, 2), Span(5, 7)]
    assert StandoffLine("T1", "x", "0 a").spans == []


def test_words_in_two_lines_are_two_spans() -> None:
    assert text_bound("T1", "claim", [Span(0, 5)], "Ab\ncd") == "T1\tclaim 0 2;3 5\tAb cd"
    assert text_bound("T1", "claim", [Span(0, 3)], "a\u2028b") == "T1\tclaim 0 3\ta b"
    assert text_bound("T1", "claim", [Span(1, 2)], "🙂b") == "T1\tclaim 1 2\tb"


@given(st.text("ab \n", min_size=1, max_size=20), st.data())
def test_cut_spans_are_joined_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    cut = list(cut_at_newlines([span], text))
    assert all("\n" not in each.of(text) for each in cut)
    joined = joined_spans(cut, text)
    assert len(joined) <= 1 or any(not each.of(text).strip() for each in cut)
    assert "".join("".join(each.of(text).split()) for each in joined) == "".join(span.of(text).split())


def test_spans_are_in_order_without_overlap_and_blanks() -> None:
    text = "one two three"
    assert joined_spans([Span(8, 13), Span(0, 3)], text) == [Span(0, 3), Span(8, 13)]
    assert joined_spans([Span(0, 5), Span(4, 7), Span(3, 4)], text) == [Span(0, 7)]
    assert joined_spans([Span(3, 4), Span(2, 2)], text) == []

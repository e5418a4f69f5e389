"""Lines and columns."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.storage.yaml.document import parse
from tui.storage.yaml.line_index import LineIndex


def test_lines_are_those_of_an_editor() -> None:
    document = parse("a: b\r\nc: d\re: f\ng: 'h\u2028i'\nj: k")
    assert [document.line_column(offset) for offset in (0, 6, 11, 16, 25)] == [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1)]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["\n", "\r", "\r\n", "a", "é" * 300, "x" * 1025, "\u2028"]), max_size=30), st.data())
def test_positions_are_those_of_an_editor(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    index = data.draw(st.integers(0, len(text)))
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if text[index - 1 : index + 1] != "\r\n":
        assert LineIndex(text).line_column(index) == (len(before), len(before[-1]) + 1)

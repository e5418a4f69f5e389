"""The lines of a list's rows are measured as far as they are needed."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.layout.row_lines import SHORT, RowLines


def measured(heights: Sequence[int]) -> tuple[RowLines, list[int]]:
    """Return the lines of rows, and the rows that are measured so far."""
    rows: list[int] = []

    def height(index: int) -> int:
        rows.append(index)
        return heights[index]

    return RowLines(height, len(heights)), rows


@settings(derandomize=True, deadline=None)
@given(st.lists(st.integers(1, 4), max_size=12), st.integers(0, 50), st.integers(1, 20))
def test_each_line_has_its_row(heights: list[int], line: int, height: int) -> None:
    lines, _ = measured(heights)
    rows = [index for index, tall in enumerate(heights) for _ in range(tall)]
    assert lines.row_at(line) == (rows[line] if line < len(rows) else len(heights))
    assert lines.clamp_top(line, height) == max(0, min(line, len(rows) - height))
    for index in range(len(heights)):
        assert (lines.start(index), lines.end(index)) == (sum(heights[:index]), sum(heights[: index + 1]))
    assert lines.total == len(rows)


def test_rows_below_the_view_are_not_measured() -> None:
    lines, rows = measured([2] * 1000)
    assert (lines.clamp_top(0, 10), lines.row_at(9), lines.end(3)) == (0, 4, 8)
    assert rows == [0, 1, 2, 3, 4, 5]


def test_the_total_is_estimated_from_the_rows_that_are_measured() -> None:
    heights = [1, 3, *[9] * SHORT]
    lines, _ = measured(heights)
    assert lines.total == len(heights)
    lines.end(1)
    assert lines.total == 2 * len(heights)
    lines.end(len(heights) - 1)
    assert lines.total == sum(heights)

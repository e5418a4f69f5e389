"""Many objects of one class, made from columns."""

from itertools import repeat

import pytest

from tui.model import TextSelector
from tui.model.columns import from_columns


def test_objects_are_made_from_a_column_for_each_field() -> None:
    made = from_columns(TextSelector, 2, ["ship", "sea"], *repeat(repeat(""), 2), iter([3, 7]), [7, 10], repeat(()))
    expected = [TextSelector("ship", start=3, end=7), TextSelector("sea", start=7, end=10)]
    assert made == expected
    assert [*map(hash, made)] == [*map(hash, expected)]


def test_no_objects_are_made_from_empty_columns() -> None:
    assert from_columns(TextSelector, 0, [], [], [], [], [], []) == []


def test_a_field_without_a_column_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        from_columns(TextSelector, 1, ["ship"], [""])

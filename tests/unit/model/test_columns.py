"""Many objects of one class, made from columns."""

from itertools import repeat
from pathlib import Path

import pytest

from tui.model import Problem
from tui.model.columns import from_columns
from tui.model.problem import Severity

FILE = Path("a.yaml")


def test_objects_are_made_from_a_column_for_each_field() -> None:
    made = from_columns(Problem, 2, repeat(FILE), [1, 4], iter([3, 7]), repeat("wrong"), repeat(Severity.ERROR))
    expected = [Problem(FILE, 1, 3, "wrong"), Problem(FILE, 4, 7, "wrong")]
    assert made == expected
    assert [*map(hash, made)] == [*map(hash, expected)]


def test_no_objects_are_made_from_empty_columns() -> None:
    assert from_columns(Problem, 0, [], [], [], [], []) == []


def test_a_field_without_a_column_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        from_columns(Problem, 1, [FILE], [3])

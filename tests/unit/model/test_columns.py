"""Many objects of one class, made from columns."""

from itertools import repeat

import pytest

from tui.model import Candidate
from tui.model.columns import from_columns


def test_objects_are_made_from_a_column_for_each_field() -> None:
    made = from_columns(Candidate, 2, [0, 4], iter([3, 7]), repeat(1.0))
    assert made == [Candidate(0, 3, 1.0), Candidate(4, 7, 1.0)]
    assert [hash(candidate) for candidate in made] == [hash(Candidate(0, 3, 1.0)), hash(Candidate(4, 7, 1.0))]


def test_no_objects_are_made_from_empty_columns() -> None:
    assert from_columns(Candidate, 0, [], [], []) == []


def test_a_field_without_a_column_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        from_columns(Candidate, 1, [0], [3])

"""The order in which people expect names."""

from itertools import permutations

import pytest

from tui.analysis.natural_order import natural_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["day1", "day2", "day10"],
        ["Day2", "day3", "DAY10"],
        ["agency", "ärzte", "Zeit"],
        ["a", "a1", "a1b", "a2", "b"],
        ["1", "2-b", "10-a", "x"],
        ["Ada", "ada", "adä"],
        ["v1.2", "v1.10", "v2"],
        ["٢", "10"],
        ["7", "007b"],
    ],
)
def test_names_sort_by_numbers_without_case_and_accents(ordered: list[str]) -> None:
    assert all(sorted(names, key=natural_key) == ordered for names in permutations(ordered))


def test_names_that_differ_in_form_alone_sort_by_code_point() -> None:
    assert sorted(["02", "2", "002"], key=natural_key) == ["002", "02", "2"]

"""Merging three versions of a part."""

import pytest

from tui.storage.git.three_way import merge_gap, merged_order


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("# a\n", "# a\n", "# b\n", "# b\n"),
        ("# a\n", "# b\n", "\n  # a\n", "# b\n"),
        ("# a\n", "# a\n# b\n", "# c\n# a\n", "# a\n# b\n# c\n"),
        ("# a\n", "", "# a\n# c\n", "# c\n"),
    ],
)
def test_what_either_side_adds_to_the_comments_stays(base: str, ours: str, theirs: str, expected: str) -> None:
    assert merge_gap(base, ours, theirs) == expected


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("ab", "axb", "ayb", "axyb"),
        ("ab", "ab", "cab", "cab"),
        ("ab", "abx", "aby", "abxy"),
        ("abc", "abc", "cab", "cab"),
        ("abc", "bac", "cab", "bac"),
        ("abc", "ac", "abxc", "abxc"),
    ],
)
def test_the_order_is_that_of_the_side_that_moved_something(base: str, ours: str, theirs: str, expected: str) -> None:
    assert "".join(merged_order(base, ours, theirs)) == expected

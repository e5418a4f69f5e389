"""Numbers and days in which two statements differ."""

import pytest

from tui.analysis.alignment.differing_numbers import differing_numbers


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Some 400 boxes got wet", "About 150 boxes got wet", "“400 boxes” against “150 boxes”"),
        ("The fraud cost $44m", "a fraud of $43 million", "“$44m” against “$43 million”"),
        ("43 percent voted", "44% voted", "“43 percent” against “44%”"),
    ],
)
def test_two_numbers_of_one_thing_differ(left: str, right: str, reason: str) -> None:
    assert [difference.reason for difference in differing_numbers(left, right)] == [reason]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("397 people died", "400 people died"),
        ("0.4 people", "0.38 people"),
        ("400 boxes got wet", "150 books got wet"),
        ("400 boxes of 500 boxes", "300 boxes"),
        ("400 boxes", "more than 300 boxes"),
        ("0 boxes and 0 men", "no boxes"),
    ],
)
def test_what_may_be_equal_or_of_another_thing_does_not_differ(left: str, right: str) -> None:
    assert differing_numbers(left, right) == differing_numbers(right, left) == ()


def test_days_differ_only_if_they_are_compared() -> None:
    left, right = "He called on Monday, 2 May", "He called on Tuesday, 3 May"
    assert differing_numbers(left, right) == ()
    found = differing_numbers(left, right, with_days=True)
    assert [difference.reason for difference in found] == ["“Monday” against “Tuesday”", "“2 May” against “3 May”"]

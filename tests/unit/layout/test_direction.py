"""Text that is read from right to left."""

import pytest

from tui.layout.direction import AHEAD, is_right_to_left, may_be_right_to_left


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("שלום world", True),
        ("قال إنه سيعود", True),
        ("2016: שלום", True),
        ("**«ܫܠܡܐ**", True),
        ("\U0001e900", True),
        ("The word שלום", False),
        ("日本 שלום", False),
        ("12. (3)", False),
        ("", False),
        (" " * AHEAD + "שלום", False),
    ],
)
def test_the_first_letter_decides(text: str, expected: bool) -> None:
    assert is_right_to_left(text, 0) is expected


def test_a_letter_must_be_between_the_two_code_points() -> None:
    assert may_be_right_to_left("ab ש", 2, 4)
    assert not may_be_right_to_left("ab ש", 0, 3)
    assert not may_be_right_to_left("“ab” é 日", 0, 8)

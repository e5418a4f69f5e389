"""Patterns that take too long to compile, and those that do not."""

import pytest

from tui.analysis.pattern_size import MAX_LITERAL, MAX_UNROLLED, check_size
from tui.errors import UsageError


@pytest.mark.parametrize(
    "pattern",
    [
        r"\d{4}-\d{2}-\d{2}",
        r"fire.{0,1000}ship.{0,1000}port",
        r"(?:\w+\s){0,500}(?:\w+,){0,500}",
        "|".join(["ferry"] * 5000),
        r"\({9000}[){9000}]",
        "ab" * (MAX_LITERAL // 2),
        ".".join(["ferry"] * 500),
    ],
    ids=lambda pattern: pattern[:20],
)
def test_a_usual_pattern_is_small_enough(pattern: str) -> None:
    check_size(pattern)


@pytest.mark.parametrize(
    ("pattern", "added"),
    [
        ("a{%d}", 1),
        ("(ab){%d}", 3),
        ("(ab{4}){%d}", 6),
        ("(a{3,9}){%d,}", 4),
        (r"(?:\)[)(\]]){%d}", 5),
        ("(?x)(ab) {%d}", 3),
        ("(?#{()(?#()b{%d}", 1),
    ],
)
def test_a_pattern_is_refused_from_some_size_on(pattern: str, added: int) -> None:
    check_size(pattern % (MAX_UNROLLED // added - 9))
    with pytest.raises(UsageError, match="repeats too much"):
        check_size(pattern % (MAX_UNROLLED // added + 9))


@pytest.mark.parametrize("letter", ["a", r"\|", "[a]", "[|]"])
def test_a_long_row_of_characters_is_refused(letter: str) -> None:
    check_size(letter * MAX_LITERAL + "|b")
    with pytest.raises(UsageError, match="at most 250 characters"):
        check_size(letter * (MAX_LITERAL + 1))

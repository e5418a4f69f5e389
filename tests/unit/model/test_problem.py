"""A problem is one line with its place."""

from pathlib import Path

import pytest

from tui.errors import InputError
from tui.model import Problem, Severity, problem_of

FILE = Path("a.yaml")


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [(0, 0, "a.yaml: is empty"), (3, 0, "a.yaml:3: is empty"), (3, 7, "a.yaml:3:7: is empty")],
)
def test_a_problem_begins_with_its_place(line: int, column: int, expected: str) -> None:
    assert str(Problem(FILE, line, column, "is empty")) == expected


def test_an_error_becomes_a_problem_of_its_own_file_or_else_the_given_one() -> None:
    assert problem_of(InputError("bad", FILE, 3, 7), Path("b.yaml")) == Problem(FILE, 3, 7, "bad", Severity.ERROR)
    assert problem_of(InputError("bad"), Path("b.yaml")) == Problem(Path("b.yaml"), 0, 0, "bad", Severity.ERROR)

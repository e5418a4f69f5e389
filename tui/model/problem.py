"""A problem found in a file."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from tui.errors import InputError


class Severity(StrEnum):
    """Whether a problem makes a check fail."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """One thing that is wrong in a file."""

    file: Path
    line: int
    """From 1; 0 for the whole file."""
    column: int
    """From 1; 0 for the whole line."""
    message: str
    severity: Severity = Severity.ERROR
    annotator: str | None = None
    """Who made the record that it is in, if it is in one that names them or nobody."""

    def __str__(self) -> str:
        return str(InputError(self.message, self.file, self.line, self.column))


def problem_of(error: InputError, file: Path) -> Problem:
    """Return the problem that `error` reports, in `file` if it names none."""
    return Problem(error.file or file, error.line, error.column, error.message)

"""Something wrong that was found in a file."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tui.errors import InputError


class Severity(StrEnum):
    """Whether a problem makes a check fail."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with its place; lines and columns count from 1, 0 means the whole file."""

    file: Path
    line: int
    column: int
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.message}"


def problem_of(error: InputError, file: Path) -> Problem:
    """Return an error that was raised as a problem to list; `file` is its place where it names none."""
    return Problem(error.file or file, error.line, error.column, error.message)

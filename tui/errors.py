"""The errors that Diptych raises on purpose.

    DiptychError
    ├── InputError           something that was read is wrong; carries its place
    │   ├── WorkspaceError   no workspace, or a folder that cannot be one
    │   ├── ArticleError     an article that is missing, too large or not text
    │   └── RecordError      an annotation file or codebook that breaks the format
    ├── SaveError            something could not be written; nothing was changed
    │   ├── ConflictError    it was changed by somebody else since it was read
    │   └── FileInTheWayError  a file of that name exists and was not to be overwritten
    └── UsageError           the program was asked for something it cannot do

Each message says what is wrong, where, and what to do, in one line.
"""

from pathlib import Path


class DiptychError(Exception):
    """The root of every error that Diptych raises on purpose."""


class InputError(DiptychError):
    """Something that was read is wrong; `line` and `column` count from 1, 0 means the whole file."""

    def __init__(self, message: str, file: Path | None = None, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.message}" if place else self.message


class WorkspaceError(InputError):
    """No workspace was found, or the folder cannot be one."""


class ArticleError(InputError):
    """An article is missing, too large, or not UTF-8 text."""


class RecordError(InputError):
    """An annotation file or the codebook breaks the format."""


class SaveError(DiptychError):
    """Something could not be written; what was on disk before is still there."""

    def __init__(self, message: str, file: Path | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file

    def __str__(self) -> str:
        return f"{self.file}: {self.message}" if self.file else self.message


class ConflictError(SaveError):
    """The record was changed on disk since it was read; nothing was written."""


class FileInTheWayError(SaveError):
    """A file of that name exists and was not to be overwritten."""


class UsageError(DiptychError):
    """The program was asked for something that it cannot do."""

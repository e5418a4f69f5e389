"""The errors that Diptych raises on purpose.

    DiptychError
    ├── InputError           something that was read is wrong; has file, line and column
    │   ├── WorkspaceError   there is no workspace, or a folder cannot be one
    │   ├── ArticleError     an article is missing, too large or not text
    │   ├── RecordError      an annotation file or the codebook has an invalid format
    │   ├── DocumentError    a document cannot become an article
    │   └── FormatError      a file has no annotations that can be imported
    ├── SaveError            a file could not be written; nothing changed on disk
    │   ├── ConflictError    the record was changed on disk after it was read
    │   └── OverwriteError   a file of that name exists
    ├── StoppedError         the user stopped long work; nothing changed on disk
    └── UsageError           the program was asked for something that it cannot do

Each message is one line: what is wrong, where, and what to do.
"""

from pathlib import Path


class DiptychError(Exception):
    """The base class of Diptych's errors."""


class _FileError(DiptychError):
    """An error in a file, with line and column from 1, or 0 for all."""

    def __init__(self, message: str, file: Path | None = None, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.message}" if place else self.message


class InputError(_FileError):
    """Something that was read is wrong."""


class WorkspaceError(InputError):
    """There is no workspace, or a folder cannot be one."""


class ArticleError(InputError):
    """An article is missing, too large, or not UTF-8 text."""


class RecordError(InputError):
    """An annotation file or the codebook has an invalid format."""


class DocumentError(InputError):
    """A document cannot become an article.

    The message begins with a verb; whoever read the document puts its name first.
    """


class FormatError(InputError):
    """A file has no annotations that can be imported.

    The message begins with a verb; whoever read the file puts its name first.
    """


class SaveError(_FileError):
    """A file could not be written, and nothing changed on disk."""


class ConflictError(SaveError):
    """The record was changed on disk after it was read."""


class OverwriteError(SaveError):
    """A file of that name exists and must not be overwritten."""


class StoppedError(DiptychError):
    """The user stopped long work, and nothing changed on disk."""


class UsageError(DiptychError):
    """The program was asked for something that it cannot do."""

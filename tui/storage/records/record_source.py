"""What a source of records is, and what it returns."""

from pathlib import Path
from typing import NamedTuple, Protocol

from tui.model import Byline, Codebook, Problem, Record, Workspace


class ArticleRecords(NamedTuple):
    """What an article's list file and folder hold."""

    byline: Byline = Byline()
    records: tuple[Record, ...] = ()
    """Those of the list first, then those of the folder, by the time they were made."""
    problems: tuple[Problem, ...] = ()


class RecordSource(Protocol):
    """Returns the codebook and the records of one workspace."""

    def codebook(self) -> tuple[Codebook, tuple[Problem, ...]]:
        """Return the codebook (the built-in kinds if there is no file) and what is wrong in its file."""
        ...

    def records(self, article_id: str, codebook: Codebook) -> ArticleRecords:
        """Return the records of an article, or without an id the notes on propositions."""
        ...


def record_folder(workspace: Workspace, article_id: str) -> Path:
    """Return the folder of an article's record files, or without an id that of the notes on propositions."""
    return workspace.records(article_id) if article_id else workspace.proposition_notes

"""Define what a source of records returns."""

from pathlib import Path
from typing import NamedTuple, Protocol

from tui.model import Byline, Codebook, Problem, Record, Workspace
from tui.storage.files.existing_name import existing_path


class ArticleRecords(NamedTuple):
    """What an article's list file and folder hold."""

    byline: Byline = Byline()
    records: tuple[Record, ...] = ()
    """Those of the list file, then those of the folder by time of creation."""
    problems: tuple[Problem, ...] = ()


class RecordSource(Protocol):
    """A source of the codebook and the records of one workspace."""

    def codebook(self) -> tuple[Codebook, tuple[Problem, ...]]:
        """Return the codebook and what is wrong in its file."""

    def records(self, article_id: str, codebook: Codebook) -> ArticleRecords:
        """Return an article's records, or without an id notes on propositions."""


def record_folder(workspace: Workspace, article_id: str) -> Path:
    """Return the folder of an article's records, or of notes on propositions."""
    return existing_path(workspace.records(article_id)) if article_id else workspace.proposition_notes


def list_file(workspace: Workspace, article_id: str) -> Path:
    """Return the file of an article's shared list, which may not exist."""
    return existing_path(workspace.list_file(article_id))

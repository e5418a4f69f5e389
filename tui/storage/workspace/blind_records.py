"""Hide the records of others in blind mode."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from tui.storage.files.filenames import file_slug

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Codebook, Problem, Workspace
    from tui.storage.records.record_source import ArticleRecords, RecordSource

_HIDDEN = "something is wrong here; blind mode does not show what, for it may be in a record of somebody else"


class BlindRecords:
    """A record source that has only one's own records in blind mode.

    All records pass here on their way from the files to what shows, counts or exports them. Files are changed below it,
    so what is hidden is never lost.
    """

    def __init__(self, workspace: Workspace, source: RecordSource) -> None:
        self._workspace = workspace
        self.source = source
        """The source that has the records of everybody."""
        self._codebook: Codebook | None = None
        """The one that was read last, which says whether it is blind mode, and who has several names."""

    def codebook(self) -> tuple[Codebook, tuple[Problem, ...]]:
        """Return the codebook, which says whether it is blind mode, and problems."""
        codebook, problems = self.source.codebook()
        self._codebook = replace(codebook, blind=True) if self._workspace.blind and not codebook.blind else codebook
        return self._codebook, problems

    def records(self, article_id: str, codebook: Codebook) -> ArticleRecords:
        """Return an article's records, or without an id notes on propositions."""
        last = self._codebook or self.codebook()[0]
        loaded = self.source.records(article_id, codebook)
        if not (last.blind or codebook.blind):
            return loaded
        shown = tuple(record for record in loaded.records if self.is_own(record.annotation.annotator))
        problems = dict.fromkeys(map(self._shown_problem, loaded.problems))
        return loaded._replace(records=shown, problems=tuple(problems))

    def is_own(self, annotator: str) -> bool:
        """Return whether records with this name are those of the one who reads."""
        return is_same_annotator(annotator, self._reader, self._codebook or self.codebook()[0])

    def _shown_problem(self, problem: Problem) -> Problem:
        """Return a problem, or only its place if it may be somebody else's."""
        is_own = self.is_own(problem.annotator) if problem.annotator else self._is_own_file(problem.file)
        return problem if is_own else problem._replace(message=_HIDDEN, annotator="")

    def _is_own_file(self, file: Path) -> bool:
        """Return whether a file is named after the one who reads."""
        lists = {workspace.annotations for workspace in (self._workspace, *self._workspace.others)}
        return file.parent not in lists and file.name.startswith(f"{file_slug(self._reader)}.")

    @cached_property
    def _reader(self) -> str:
        return reader_name(self._workspace)


def reader_name(workspace: Workspace) -> str:
    """Return who reads a workspace: who was named, else the settings' name."""
    if workspace.annotator:
        return workspace.annotator
    from tui.storage.workspace.settings import annotator_name, read_config  # noqa: PLC0415 - only in blind mode

    return annotator_name(read_config()[0])


def is_same_annotator(name: str, other: str, codebook: Codebook) -> bool:
    """Return whether two names are those of one annotator.

    An empty name is nobody's.
    """
    return bool(name.strip()) and codebook.is_same_annotator(name, other)

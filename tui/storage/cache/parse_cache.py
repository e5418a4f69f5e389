"""Parse only what has changed since the last start."""

from functools import partial
from pathlib import Path

from tui.errors import RecordError
from tui.model import Codebook, Problem, Workspace
from tui.storage.cache.parse_store import ParseStore
from tui.storage.cache.serialize import dump_codebook, dump_records, load_codebook, load_records
from tui.storage.files.filenames import RESERVED
from tui.storage.files.source import FileContents, read_contents, yaml_files
from tui.storage.records.record_source import ArticleRecords, RecordSource, list_file, record_folder

_PROPOSITION_NOTES = f"{RESERVED}.notes"


class CachedLoader:
    """The record source that reuses what was parsed from the same bytes."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._store = ParseStore(workspace)

    def codebook(self) -> tuple[Codebook, tuple[Problem, ...]]:
        """Return the codebook and what is wrong in its file."""
        try:
            contents = read_contents([self._workspace.codebook])
        except RecordError:
            return self._parser().codebook()  # it reports the error
        if not contents:
            return Codebook(), ()
        dump = self._store.recall(RESERVED, contents)
        if dump is not None:
            return load_codebook(dump), ()
        codebook, problems = self._parser(contents).codebook()
        if not problems:
            self._store.keep(RESERVED, contents, partial(dump_codebook, codebook))
        return codebook, problems

    def records(self, article_id: str, codebook: Codebook) -> ArticleRecords:
        """Return an article's records, or without an id notes on propositions."""
        try:
            contents = read_contents([self._workspace.codebook, *self._record_files(article_id)])
        except RecordError:
            return self._parser().records(article_id, codebook)  # it reports the error
        if set(contents) <= {self._workspace.codebook}:
            return ArticleRecords()
        name = article_id or _PROPOSITION_NOTES
        dump = self._store.recall(name, contents)
        if dump is not None:
            return load_records(dump, contents)
        records = self._parser(contents).records(article_id, codebook)
        if not records.problems and codebook.complete:
            self._store.keep(name, contents, partial(dump_records, records, tuple(contents)))
        return records

    def save(self) -> None:
        self._store.save()

    def _record_files(self, article_id: str) -> list[Path]:
        list_files = [list_file(self._workspace, article_id)] if article_id else []
        return [*list_files, *yaml_files(record_folder(self._workspace, article_id))]

    def _parser(self, contents: FileContents | None = None) -> RecordSource:
        # Importing the parser takes longer than opening two articles, and if nothing changed it is not needed.
        from tui.storage.records.record_loader import RecordLoader  # noqa: PLC0415 - if nothing changed, no parser is loaded

        return RecordLoader(self._workspace, contents)

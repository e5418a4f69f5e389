"""Read the records of articles from several workspaces."""

from collections.abc import Iterable
from dataclasses import replace

from tui.model import Codebook, Problem, Workspace
from tui.storage.records.joined_codebook import OtherCodebook, annotation_here, join_codebooks
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.record_source import ArticleRecords, RecordSource


class JoinedRecords:
    """A record source that asks the workspace that an article belongs to."""

    def __init__(self, workspace: Workspace, own: RecordSource) -> None:
        self._workspace = workspace
        self._own = own
        self._own_codebook = Codebook()
        self._loaders = {other: RecordLoader(other) for other in workspace.others}
        self._others: dict[Workspace, OtherCodebook] = {}
        """Their codebooks as they were read last, as is the own one."""

    def codebook(self) -> tuple[Codebook, tuple[Problem, ...]]:
        """Return one codebook of all workspaces, and what is wrong in theirs."""
        self._own_codebook, problems = self._own.codebook()
        read = {other: loader.codebook() for other, loader in self._loaders.items()}
        joined, others = join_codebooks(self._own_codebook, [(other, book) for other, (book, _) in read.items()])
        self._others = {other.workspace: other for other in others}
        of_files = (*problems, *_chained(some for _, some in read.values()))
        return joined, (*of_files, *_chained(other.problems for other in others))

    def records(self, article_id: str, codebook: Codebook) -> ArticleRecords:
        """Return an article's records, or without an id notes on propositions."""
        if not article_id:
            loaded = [self._own.records("", self._own_codebook)]
            loaded += (self._records_here("", other, codebook) for other in self._others)
            return ArticleRecords(
                records=tuple(record for one in loaded for record in one.records),
                problems=_chained(one.problems for one in loaded),
            )
        home = self._workspace.home(article_id)
        if home in self._others:
            return self._records_here(article_id, home, codebook)
        return self._own.records(article_id, self._own_codebook)

    def _records_here(self, article_id: str, home: Workspace, joined: Codebook) -> ArticleRecords:
        """Return the records of another workspace with their names here."""
        other = self._others[home]
        loaded = self._loaders[home].records(article_id, other.codebook)
        records = (replace(one, annotation=annotation_here(one.annotation, other, joined)) for one in loaded.records)
        return loaded._replace(records=tuple(records))


def _chained(problems: Iterable[Iterable[Problem]]) -> tuple[Problem, ...]:
    return tuple(problem for some in problems for problem in some)

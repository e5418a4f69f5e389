"""Load articles with their records, and list what is wrong in them."""

from collections.abc import Iterable
from dataclasses import replace

from tui.anchoring.place_records import place_records
from tui.errors import ArticleError, RecordError
from tui.model import Account, Codebook, Collation, Problem, Workspace, problem_of, siglum
from tui.storage.files.source import check_folder
from tui.storage.records.record_source import ArticleRecords, RecordSource
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.blind_records import BlindRecords
from tui.storage.workspace.merge_conflict import merge_conflict


class WorkspaceLoader:
    """Loads articles with their records, in blind mode only one's own."""

    def __init__(self, workspace: Workspace, source: RecordSource) -> None:
        self.workspace = workspace
        self.source = BlindRecords(workspace, source)

    def collation(self, ids: Iterable[str] | None = None) -> Collation:
        """Return these articles, or all of them, with their records."""
        codebook, codebook_problems = self.source.codebook()
        notes = self.proposition_notes(codebook)
        problems = [*codebook_problems, *notes.problems, *self._folder_problems()]
        accounts: list[Account] = []
        for article_id in article_ids(self.workspace) if ids is None else ids:
            try:
                accounts.append(self.account(article_id, codebook, siglum(len(accounts))))
            except ArticleError as error:
                problems.append(problem_of(error, self.workspace.articles))
        return Collation(tuple(accounts), codebook, notes.records, tuple(problems))

    def account(self, article_id: str, codebook: Codebook, siglum: str) -> Account:
        """Return an article with its records in place, or raise ArticleError."""
        article = read_article(self.workspace, article_id)
        loaded = self.source.records(article_id, codebook)
        article = replace(article, byline=loaded.byline.or_of(article.text))
        problems = (*loaded.problems, *merge_conflict(article))
        is_read_only = self.workspace.home(article_id) is not self.workspace
        return Account(siglum, article, place_records(article, loaded.records), problems, is_read_only)

    def _folder_problems(self) -> list[Problem]:
        try:
            check_folder(self.workspace.annotations)
        except RecordError as error:
            return [problem_of(error, self.workspace.annotations)]
        return []

    def proposition_notes(self, codebook: Codebook) -> ArticleRecords:
        """Return the notes on propositions, and what is wrong in them."""
        return self.source.records("", codebook)


def joined_loader(workspace: Workspace, own: RecordSource) -> WorkspaceLoader:
    """Return a loader that has the records of other workspaces as well."""
    if not workspace.others:
        return WorkspaceLoader(workspace, own)
    from tui.storage.workspace.joined_records import JoinedRecords  # noqa: PLC0415 - few open several workspaces

    return WorkspaceLoader(workspace, JoinedRecords(workspace, own))

"""Parse the codebook and the records of a workspace."""

from dataclasses import replace
from pathlib import Path

from tui.errors import RecordError
from tui.model import Codebook, Problem, Workspace, problem_of
from tui.model.columns import without_collecting
from tui.storage.files.source import FileContents, read_yaml_file, yaml_files
from tui.storage.records.article_loader import ArticleLoader
from tui.storage.records.codebook_reader import may_be_blind, read_codebook_document
from tui.storage.records.record_source import ArticleRecords, list_file, record_folder
from tui.storage.yaml.diagnostics import Diagnostics
from tui.storage.yaml.document import decode_yaml, parse
from tui.storage.yaml.merge_marks import open_conflicts


class RecordLoader:
    """The record source that parses files."""

    def __init__(self, workspace: Workspace, contents: FileContents | None = None) -> None:
        self._workspace = workspace
        self._contents = contents
        """The bytes of the files, or None to read them from disk."""

    def codebook(self) -> tuple[Codebook, tuple[Problem, ...]]:
        """Return the codebook and what is wrong in its file.

        What cannot be read may ask for blind mode, so it is taken to do so.
        """
        file, content = self._workspace.codebook, None
        try:
            content = self._read(file)
            if content is None:
                return Codebook(), ()
            text, marks = open_conflicts(decode_yaml(content, file))
            diagnostics = Diagnostics(parse(text, file))
        except RecordError as error:
            blind = content is None or may_be_blind(content)
            return Codebook(complete=False, blind=blind), (problem_of(error, file),)
        for mark in marks:
            diagnostics.error(mark.start, mark.message)
        codebook = read_codebook_document(diagnostics)
        if not codebook.complete and may_be_blind(content):
            codebook = replace(codebook, blind=True)
        return codebook, tuple(diagnostics.problems)

    def records(self, article_id: str, codebook: Codebook) -> ArticleRecords:
        """Return an article's records, or without an id notes on propositions."""
        with without_collecting():
            article = ArticleLoader(article_id, codebook, self._read)
            if article_id:
                article.read_list(list_file(self._workspace, article_id))
            folder = record_folder(self._workspace, article_id)
            try:
                article.read_files(self._files_in(folder))
            except RecordError as error:
                article.report(error, folder)
            return article.result()

    def _read(self, file: Path) -> bytes | None:
        return read_yaml_file(file) if self._contents is None else self._contents.get(file)

    def _files_in(self, folder: Path) -> list[Path]:
        if self._contents is None:
            return yaml_files(folder)
        return [file for file in self._contents if file.parent == folder]

"""What annotation files say, parsed: apart from `reading`, which starts without it where nothing has changed."""

from dataclasses import replace
from pathlib import Path

from tui.errors import RecordError
from tui.model import Codebook, Problem, Workspace, problem_of
from tui.storage.files.source import FileContents, read_yaml_file
from tui.storage.records.article_loader import ArticleLoader
from tui.storage.records.article_records import ArticleRecords
from tui.storage.records.codebook_reader import read_codebook_document
from tui.storage.yaml.diagnostics import Diagnostics
from tui.storage.yaml.document import read_document, without_collecting


def parse_codebook(file: Path, contents: FileContents | None = None) -> tuple[Codebook, tuple[Problem, ...]]:
    """Return the codebook in a file, or in `contents` where they are given, and what is wrong in it."""
    try:
        content = read_yaml_file(file) if contents is None else contents.get(file)
        if content is None:
            return Codebook(), ()
        complaints = Diagnostics(read_document(content, file))
    except RecordError as error:
        return replace(Codebook(), complete=False), (problem_of(error, file),)
    return read_codebook_document(complaints), tuple(complaints.problems)


def parse_records(
    workspace: Workspace, article_id: str, codebook: Codebook, contents: FileContents | None = None
) -> ArticleRecords:
    """Return the records of an article's files, or of `contents` where they are given, and what is wrong in them.

    Without an article's id they are the notes on propositions.
    """
    with without_collecting():
        gathering = ArticleLoader(article_id, codebook, contents)
        if article_id:
            gathering.read_list(workspace.list_file(article_id))
        gathering.read_folder(workspace.records(article_id) if article_id else workspace.proposition_notes)
        return ArticleRecords(gathering.byline, gathering.finished(), tuple(gathering.problems))

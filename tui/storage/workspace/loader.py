"""Reading a workspace: the codebook, each article's records, and all of it together.

What is wrong never raises here, but for an article that cannot be read: it is listed, and the rest is returned.
Where something was kept of the last time (`Kept`), only files that changed since are parsed.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import ArticleError, RecordError
from tui.model import Account, Codebook, Collation, Problem, Record, Severity, Workspace, problem_of, siglum
from tui.storage.files.filenames import RESERVED
from tui.storage.files.source import SUFFIX, FileContents, read_contents, record_files
from tui.storage.records.article_records import ArticleRecords
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.discovery import article_ids, duplicate_ids

if TYPE_CHECKING:
    from tui.storage.cache.parse_cache import ParseCache


def read_codebook(workspace: Workspace, kept: "ParseCache | None" = None) -> tuple[Codebook, tuple[Problem, ...]]:
    """Return the workspace's codebook (the built-in kinds where it has none) and what is wrong in its file."""
    contents = _contents([workspace.codebook]) if kept else None
    if contents == {}:
        return Codebook(), ()
    if kept and contents:
        from tui.storage.cache.serialize import dump_codebook, load_codebook

        known = kept.recall(RESERVED, contents)
        if known is not None:
            return load_codebook(known), ()
    from tui.storage.records.parsing import parse_codebook

    codebook, problems = parse_codebook(workspace.codebook, contents)
    if kept and contents and not problems:
        kept.keep(RESERVED, contents, dump_codebook(codebook))
    return codebook, problems


def read_records(
    workspace: Workspace, article_id: str, codebook: Codebook, kept: "ParseCache | None" = None
) -> ArticleRecords:
    """Return the records of one article, of its list and of its folder, and what is wrong in them.

    Without an article's id they are the notes on propositions.
    """
    folder = workspace.records(article_id) if article_id else workspace.proposition_notes
    listed = [workspace.list_file(article_id)] if article_id else []
    files = [*listed, *record_files(folder)] if kept else []
    contents = _contents([workspace.codebook, *files]) if kept else None
    if not kept or contents is None:
        from tui.storage.records.parsing import parse_records

        return parse_records(workspace, article_id, codebook)
    return _read_kept(workspace, article_id, codebook, contents, kept)


def _read_kept(
    workspace: Workspace, article_id: str, codebook: Codebook, contents: FileContents, kept: "ParseCache"
) -> ArticleRecords:
    if set(contents) <= {workspace.codebook}:
        return ArticleRecords()
    from tui.storage.cache.serialize import dump_records, load_records

    name = article_id or f"{RESERVED}.notes"
    known = kept.recall(name, contents)
    if known is not None:
        return load_records(known, contents)
    from tui.storage.records.parsing import parse_records

    found = parse_records(workspace, article_id, codebook, contents)
    if not found.problems and codebook.complete:
        kept.keep(name, contents, dump_records(found, contents))
    return found


def _contents(files: Iterable[Path]) -> FileContents | None:
    """Return what the files hold; None where one cannot be read, which is for the parser to tell of."""
    try:
        return read_contents(files)
    except RecordError:
        return None


def read_proposition_notes(
    workspace: Workspace, codebook: Codebook, kept: "ParseCache | None" = None
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Return the notes on propositions, by the time they were made, and what is wrong in them."""
    if not record_files(workspace.proposition_notes):
        return (), ()
    found = read_records(workspace, "", codebook, kept)
    return found.records, found.problems


def read_account(
    workspace: Workspace, article_id: str, codebook: Codebook, siglum: str, kept: "ParseCache | None" = None
) -> Account:
    """Return an article with its records at their places; raises ArticleError where it cannot be read."""
    from tui.anchoring.place_records import place_records

    article = read_article(workspace, article_id)
    found = read_records(workspace, article_id, codebook, kept)
    article = replace(article, byline=found.byline)
    return Account(siglum, article, place_records(article, found.records), found.problems)


def read_collation(
    workspace: Workspace, ids: Iterable[str] | None = None, kept: "ParseCache | None" = None
) -> Collation:
    """Return these articles (all by default) with their records; one that cannot be read becomes a problem.

    Files that belong to no article are looked for with all articles only: a few of them are to be opened without a look
    at thousands of others.
    """
    codebook, problems = read_codebook(workspace, kept)
    notes, note_problems = read_proposition_notes(workspace, codebook, kept)
    found = [*problems, *note_problems, *(orphaned_files(workspace) if ids is None else ())]
    accounts: list[Account] = []
    for article_id in article_ids(workspace) if ids is None else ids:
        try:
            accounts.append(read_account(workspace, article_id, codebook, siglum(len(accounts)), kept))
        except ArticleError as error:
            found.append(problem_of(error, workspace.articles))
    return Collation(tuple(accounts), codebook, notes, tuple(found))


def orphaned_files(workspace: Workspace) -> list[Problem]:
    """Return a problem for each annotation file that no article owns, and for articles with one name."""
    if workspace.files:
        return []
    problems = [
        Problem(workspace.articles / second, 0, 0, f"has the same name as {first}; rename one of the two")
        for first, second in duplicate_ids(workspace)
    ]
    owned = {*article_ids(workspace), RESERVED}
    with suppress(OSError), os.scandir(workspace.annotations) as entries:
        strays = sorted((entry for entry in entries if entry.name[0] != "."), key=lambda entry: entry.name)
        problems += [problem for entry in strays if (problem := _stray(entry, workspace, owned))]
    return problems


def _stray(entry: "os.DirEntry[str]", workspace: Workspace, owned: set[str]) -> Problem | None:
    path = workspace.annotations / entry.name
    if entry.name.endswith(".yml"):
        wrong = f"is not read; rename it to {path.stem}{SUFFIX}"
        return Problem(path, 0, 0, wrong, Severity.WARNING)
    if entry.is_dir():
        stray = entry.name not in owned and any(name.endswith(SUFFIX) for name in os.listdir(path))  # noqa: PTH208
    else:
        stray = entry.name.endswith(SUFFIX) and path.stem not in owned
    if not stray:
        return None
    article = entry.name if entry.is_dir() else path.stem
    missing = workspace.articles / f"{article}.txt"
    return Problem(path, 0, 0, f"belongs to no article; put {missing.name} into {missing.parent.name}/ or remove it")

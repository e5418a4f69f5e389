"""Reading a workspace: the codebook, each article's records, and all of it together.

What is wrong never raises here, but for an article that cannot be read: it is listed, and the rest is returned.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import field, replace
from typing import NamedTuple

from tui.errors import ArticleError, RecordError
from tui.model import (
    Account,
    Byline,
    Codebook,
    Collation,
    Problem,
    Record,
    Severity,
    Workspace,
    siglum,
)
from tui.storage.articles import read_article
from tui.storage.codebooks import codebook_of
from tui.storage.complaints import Complaints, problem_of
from tui.storage.gathering import SUFFIX, Gathering
from tui.storage.names import RESERVED
from tui.storage.sources import read_source
from tui.storage.strict_yaml import read_document, without_collecting
from tui.storage.workspaces import article_ids, twins


class ArticleRecords(NamedTuple):
    """What an article's list file and folder hold."""

    byline: Byline = field(default_factory=Byline)
    records: tuple[Record, ...] = ()
    """Those of the list first, then those of the folder, by the time they were made."""
    problems: tuple[Problem, ...] = ()


def read_codebook(workspace: Workspace) -> tuple[Codebook, tuple[Problem, ...]]:
    """Return the workspace's codebook (the built-in kinds where it has none) and what is wrong in its file."""
    try:
        content = read_source(workspace.codebook)
        if content is None:
            return Codebook(), ()
        complaints = Complaints(read_document(content, workspace.codebook))
    except RecordError as error:
        return replace(Codebook(), complete=False), (problem_of(error, workspace.codebook),)
    return codebook_of(complaints), tuple(complaints.problems)


def read_records(workspace: Workspace, article_id: str, codebook: Codebook) -> ArticleRecords:
    """Return the records of one article, of its list and of its folder, and what is wrong in them."""
    with without_collecting():
        gathering = Gathering(article_id, codebook)
        gathering.read_list(workspace.list_file(article_id))
        gathering.read_folder(workspace.records(article_id))
        return ArticleRecords(gathering.byline, gathering.finished(), tuple(gathering.problems))


def read_proposition_notes(workspace: Workspace, codebook: Codebook) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Return the notes on propositions, by the time they were made, and what is wrong in them."""
    gathering = Gathering("", codebook)
    gathering.read_folder(workspace.proposition_notes)
    return gathering.finished(), tuple(gathering.problems)


def read_account(workspace: Workspace, article_id: str, codebook: Codebook, siglum: str) -> Account:
    """Return an article with its records at their places; raises ArticleError where it cannot be read."""
    from tui.anchoring.placing import place

    article = read_article(workspace, article_id)
    found = read_records(workspace, article_id, codebook)
    article = replace(article, byline=found.byline)
    return Account(siglum, article, place(article, found.records), found.problems)


def read_collation(workspace: Workspace, ids: Iterable[str] | None = None) -> Collation:
    """Return these articles (all by default) with their records; one that cannot be read becomes a problem.

    Files that belong to no article are looked for with all articles only: a few of them are to be opened without a look
    at thousands of others.
    """
    codebook, problems = read_codebook(workspace)
    notes, note_problems = read_proposition_notes(workspace, codebook)
    found = [*problems, *note_problems, *(stray_files(workspace) if ids is None else ())]
    accounts: list[Account] = []
    for article_id in article_ids(workspace) if ids is None else ids:
        try:
            accounts.append(read_account(workspace, article_id, codebook, siglum(len(accounts))))
        except ArticleError as error:
            found.append(problem_of(error, workspace.articles))
    return Collation(tuple(accounts), codebook, notes, tuple(found))


def stray_files(workspace: Workspace) -> list[Problem]:
    """Return a problem for each annotation file that no article owns, and for articles with one name."""
    if workspace.files:
        return []
    problems = [
        Problem(workspace.articles / second, 0, 0, f"has the same name as {first}; rename one of the two")
        for first, second in twins(workspace)
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

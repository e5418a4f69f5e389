"""Reload what is open after files changed on disk."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from tui.anchoring.place_records import place_records
from tui.errors import ArticleError, RecordError, SaveError
from tui.model import Account, Codebook, Collation, Problem, Record, Workspace, problem_of
from tui.storage.files.file_stamp import file_stamp
from tui.storage.files.real_path import is_folder, is_missing, real_path
from tui.storage.files.source import read_yaml_file
from tui.storage.records.annotation_fields import record_text
from tui.storage.records.locate import parse_file
from tui.storage.records.record_source import list_file, record_folder
from tui.storage.records.repository import Deleted
from tui.storage.records.verified_edit import verified_record
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.loader import WorkspaceLoader
from tui.storage.workspace.plain_loader import plain_loader


@dataclass(frozen=True, slots=True)
class ReloadResult:
    """What is open, as it is on disk now."""

    collation: Collation
    deleted: tuple[Deleted, ...] = ()
    """The records whose files were deleted, notes on other records first."""
    contents: Mapping[Path, bytes] = field(default_factory=dict)
    """The bytes of the record files now."""


def watched_folders(workspace: Workspace, accounts: Iterable[Account]) -> Mapping[Path, int]:
    """Return the folders to watch without their subfolders, with their inodes.

    The one around a missing folder is watched, so that the folder is noticed when it is back.
    """
    folders: set[Path] = set()
    for one in (workspace, *workspace.others):
        folders |= {one.root, one.annotations, one.proposition_notes}
    for account in accounts:
        path = account.article.path
        folders |= {path.parent, real_path(path).parent, record_folder(workspace, account.article.id)}
    return {folder: _inode(folder) for folder in map(_nearest_folder, folders)}


def _nearest_folder(path: Path) -> Path:
    """Return the nearest folder around or at a path that can be read."""
    readable = (folder for folder in (path, *path.parents) if is_folder(folder) and os.access(folder, os.R_OK))
    return next(readable, path)


def _inode(folder: Path) -> int:
    stamp = file_stamp(folder)
    return stamp.inode if stamp else 0


def record_contents(
    collation: Collation, old: Mapping[Path, bytes], changed: Collection[Path] = ()
) -> Mapping[Path, bytes]:
    """Return the bytes of the record files, and read only changed ones."""
    contents: dict[Path, bytes] = {}
    for record in _records(collation):
        file = record.file
        if not record.in_list:
            is_current = file in old and _watched_path(file) not in changed
            with suppress(RecordError):
                content = old[file] if is_current else read_yaml_file(file)
                if content is not None:
                    contents[file] = content
    return contents


def reload(
    workspace: Workspace, before: Collation, changed: Collection[Path], contents: Mapping[Path, bytes]
) -> ReloadResult:
    """Return what is open, with the accounts read again whose files changed.

    All of them are read again if the codebook changed. An account whose article cannot be read stays as it was.
    `contents` holds the bytes of the record files before the change.
    """
    if before.codebook.blind and is_missing(workspace.codebook):
        workspace = replace(workspace, blind=True)  # an editor may be writing it anew
    loader = plain_loader(workspace)
    shared = loader.collation(())
    changed = frozenset(_watched_path(path) for path in changed)
    touched = [
        account.article.path
        for account in before.accounts
        if shared.codebook != before.codebook or _is_touched(workspace, account, changed)
    ]
    accounts, problems = list(before.accounts), _other_problems(workspace, before, touched)
    for position, account in enumerate(before.accounts):
        if account.article.path in touched:
            accounts[position], article_problems = _reloaded(loader, account, shared.codebook)
            problems += article_problems
    problems = list(dict.fromkeys((*problems, *shared.problems)))
    after = replace(shared, accounts=tuple(accounts), problems=tuple(problems))
    return ReloadResult(after, _deleted(before, after, contents), record_contents(after, contents, changed))


def _is_touched(workspace: Workspace, account: Account, changed: Collection[Path]) -> bool:
    article = account.article
    folder = record_folder(workspace, article.id)
    annotations = workspace.home(article.id).annotations
    paths = {article.path, real_path(article.path), list_file(workspace, article.id), folder, annotations}
    own, own_folder = {_watched_path(path) for path in paths}, real_path(folder)
    return any(path in own or path.parent == own_folder for path in changed)


def _watched_path(path: Path) -> Path:
    """Return a path as the watcher reports it, in the real folder."""
    return real_path(path.parent) / path.name


def _reloaded(loader: WorkspaceLoader, account: Account, codebook: Codebook) -> tuple[Account, list[Problem]]:
    old = account.article
    loaded = loader.source.records(old.id, codebook)
    problems = []
    try:
        article = read_article(loader.workspace, old.id, loaded.byline)
    except ArticleError as error:
        article, problems = old, [problem_of(error, old.path)._replace(file=old.path)]
    old_placed = account.placed if article.text == old.text else ()
    placed = place_records(article, loaded.records, old_placed)
    return replace(account, article=article, placed=placed, problems=loaded.problems), problems


def _other_problems(workspace: Workspace, before: Collation, touched: Collection[Path]) -> list[Problem]:
    """Return the problems of articles that are not read again."""
    folders = {workspace.articles, *(file.parent for file in workspace.files)}
    of_articles = (problem for problem in before.problems if problem.file.parent in folders)
    return [problem for problem in of_articles if problem.file not in touched]


def _records(collation: Collation) -> Iterator[Record]:
    for account in collation.accounts:
        yield from (placed.record for placed in account.placed)
    yield from collation.notes


def _deleted(before: Collation, after: Collation, contents: Mapping[Path, bytes]) -> tuple[Deleted, ...]:
    remaining = {record.annotation.ref for record in _records(after)}
    missing = {record.annotation.ref: record for record in _records(before) if not record.in_list}
    deleted = [record for ref, record in missing.items() if ref not in remaining and is_missing(record.file)]
    deleted.sort(key=lambda record: not record.annotation.on)
    return tuple(_restorable(record, contents.get(record.file)) for record in deleted)


def _restorable(record: Record, content: bytes | None) -> Deleted:
    """Return a deleted record with the bytes of its file, or new ones."""
    if content is not None:
        with suppress(SaveError):
            verified = verified_record(parse_file(record.file, content), record.annotation)
            if verified.digest == record.digest:
                return Deleted(verified, content)
    content = record_text(record.annotation).encode(errors="replace")
    return Deleted(verified_record(parse_file(record.file, content), record.annotation), content)

"""Find annotation files that are not read."""

import os
import shlex
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.model import Problem, Workspace
from tui.model.names import compose_name
from tui.storage.files.existing_name import existing_path
from tui.storage.files.filenames import RESERVED, UNREAD_SUFFIXES, article_id_of
from tui.storage.files.real_path import is_missing
from tui.storage.files.source import SUFFIX
from tui.storage.files.sync_copies import backed_up_name, copied_stem
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.renamed_articles import renamed_articles


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file or folder in `annotations/`, or in one of its folders."""

    folder: Path
    name: str
    is_folder: bool

    @property
    def path(self) -> Path:
        return self.folder / self.name

    @property
    def owner(self) -> str:
        """The id of the article that it would belong to."""
        return compose_name(self.name) if self.is_folder else article_id_of(self.name)


def orphaned_files(workspace: Workspace) -> list[Problem]:
    """Return annotation files without an article, copies, and unread ones."""
    owned = {*article_ids(workspace), RESERVED}
    problems: list[Problem] = []
    orphans: list[_Entry] = []
    for entry in _entries(workspace.annotations):
        if entry.owner in owned and _is_read(entry):
            problems += _problems_of_owned(entry)
        elif problem := _unread(entry) or _copy(entry, owned):
            problems.append(problem)
        elif _is_read(entry) and (not entry.is_folder or _has_records(entry.path)):
            orphans.append(entry)
    likely = renamed_articles(workspace, [entry.owner for entry in orphans])
    problems += (
        _orphan(workspace, entry, article)
        for entry in orphans
        if (article := likely.get(entry.owner)) is None or not _is_read_as(entry, article)
    )
    return sorted(problems, key=lambda problem: problem.file)


def _entries(folder: Path) -> list[_Entry]:
    with suppress(OSError), os.scandir(folder) as entries:
        return [_Entry(folder, entry.name, _is_folder(entry)) for entry in entries if entry.name[0] != "."]
    return []


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    with suppress(OSError):
        return entry.is_dir()
    return False


def _is_read(entry: _Entry) -> bool:
    return entry.is_folder or entry.name.endswith(SUFFIX)


def _problems_of_owned(entry: _Entry) -> Iterator[Problem]:
    if twin := _twin(entry.path):
        yield twin
    elif entry.is_folder:
        yield from _problems_within(entry)


def _problems_within(folder: _Entry) -> Iterator[Problem]:
    """Yield what is not read in a folder of records."""
    for entry in _entries(folder.path):
        if problem := _unread(entry):
            yield problem
        elif entry.is_folder and _has_records(entry.path):
            yield Problem(entry.path, 0, 0, f"is not read; move its files into {folder.path.name}/")


def _unread(entry: _Entry) -> Problem | None:
    """Return the problem of a file with another suffix, or of a backup."""
    if entry.is_folder or _is_read(entry):
        return None
    path = entry.path
    if entry.name.lower().endswith((".yml", SUFFIX)):
        return Problem(path, 0, 0, f"is not read; rename it to {path.stem}{SUFFIX}")
    if original := backed_up_name(path.name):
        return Problem(path, 0, 0, f"is a copy of {original} that is not read; compare the two and delete one")
    return None


def _copy(entry: _Entry, owned: set[str]) -> Problem | None:
    if not _is_read(entry):
        return None
    if entry.owner.casefold() == RESERVED and is_missing(entry.path.with_name(f"{RESERVED}{SUFFIX}")):
        return Problem(entry.path, 0, 0, f"is not read; rename it to {RESERVED}{'' if entry.is_folder else SUFFIX}")
    original = copied_stem(entry.owner, owned)
    if not original:
        return None
    kind, advice = ("/", "move its files there") if entry.is_folder else (SUFFIX, "compare the two and delete one")
    message = f"is not read: it looks like a sync program's copy of {original}{kind}; {advice}"
    return Problem(entry.path, 0, 0, message)


def _orphan(workspace: Workspace, entry: _Entry, article: Path | None) -> Problem:
    folder = workspace.articles.name
    if article is None:
        advice = f"put {entry.owner}.txt into {folder}/, or move this out of {workspace.annotations.name}/"
        return Problem(entry.path, 0, 0, f"belongs to no article; {advice}")
    suffix = UNREAD_SUFFIXES.get(article.suffix.lower(), article.suffix)
    if article.parent == workspace.articles and suffix == article.suffix:
        command = shlex.join(("diptych", "rename", "article", entry.owner, article.stem))
        advice = f"rename that back to {entry.owner}{suffix}, or run: {command}"
    else:
        advice = f"move that to {folder}/{entry.owner}{suffix}"
    place = article.relative_to(workspace.root)
    return Problem(entry.path, 0, 0, f"belongs to no article; probably that is {place} now: {advice}")


def _file_of(entry: _Entry, article: Path) -> Path:
    """Return where what is in a file or folder would belong to an article."""
    return entry.path.with_name(article.stem if entry.is_folder else f"{article.stem}{SUFFIX}")


def _is_read_as(entry: _Entry, article: Path) -> bool:
    """Return whether the file system ignores that an article's name differs."""
    with suppress(OSError):
        return entry.owner != article.stem and entry.path.samefile(_file_of(entry, article))
    return False


def _twin(path: Path) -> Problem | None:
    """Return the problem of a file that another one hides, or None."""
    read = existing_path(path.with_name(compose_name(path.name)))
    if read == path:
        return None
    return Problem(path, 0, 0, "is not read: another one has its name in the Unicode form NFC; merge the two")


def _has_records(folder: Path) -> bool:
    with suppress(OSError):
        return any(name.endswith(SUFFIX) for name in os.listdir(folder))  # noqa: PTH208 - the names are enough
    return False

"""Changing records: each change is on the disk, read back and proved before it counts as done.

A record lives in a file of its own, or in a list file that people write; there only its own bytes change. Every
function raises SaveError where nothing could be saved and RecordConflict where somebody else was faster; then
what is on the disk has not changed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tui.errors import SaveError
from tui.model import Annotation, Proposition, Record, Workspace
from tui.storage.files.atomic import fingerprint, read_bytes, remove, save_bytes, write_new
from tui.storage.files.filenames import RESERVED, is_safe_id, slug
from tui.storage.files.folders import make_folder
from tui.storage.files.lock import locked
from tui.storage.files.os_calls import SYSTEM, System
from tui.storage.files.save_errors import RecordConflict
from tui.storage.records.annotation_fields import changes_between, record_text
from tui.storage.records.list_edits import Removed
from tui.storage.records.locate import file_of, find, read_file
from tui.storage.records.proposition_edits import with_proposition
from tui.storage.records.verified_edit import changed, encoded, new_record, restored, without


@dataclass(frozen=True, slots=True)
class Deleted:
    """What it takes to bring a deleted record back as it was, byte for byte."""

    record: Record
    content: bytes = b""
    """The bytes of its file, where it had one of its own."""
    removed: Removed | None = None
    """Its text and place, where it stood in a list."""


def new_id(system: System = SYSTEM) -> str:
    """Return a short random id."""
    return system.new_id()


def now(system: System = SYSTEM) -> str:
    """Return the time as RFC 3339, in UTC, to the second."""
    return system.now()


def create(workspace: Workspace, annotation: Annotation, *, system: System = SYSTEM) -> Record:
    """Save a new record in a file of its own and return it; an id and the time are given where they lack."""
    made = replace(
        annotation,
        id=annotation.id or new_id(system),
        created=annotation.created or now(system),
    )
    path = _path(workspace, made)
    content = encoded(record_text(made), path)
    record = new_record(file_of(path, content), made)
    with _writing(workspace, path, system):
        make_folder(path.parent, system=system)
        write_new(path, content, system=system)
    return record


def update(workspace: Workspace, record: Record, annotation: Annotation, *, system: System = SYSTEM) -> Record:
    """Save a record's new form and return it; `modified` is set to the time unless the new form sets it itself."""
    if (annotation.id, annotation.article) != (record.annotation.id, record.annotation.article):
        raise SaveError("a record keeps its id and its article; make a new one instead", record.file)
    with _writing(workspace, record.file, system):
        try:
            standing = find(record, system)
        except RecordConflict as conflict:
            if conflict.current and _is_same(conflict.current.annotation, annotation):
                return _saved_again(conflict.current, system)
            raise
        if not changes_between(record.annotation, annotation, in_list=record.in_list):
            return standing.record
        if annotation.modified == record.annotation.modified:
            annotation = replace(annotation, modified=now(system))
        made = changed(standing, annotation)
        save_bytes(record.file, made.file.content, expected=standing.file.fingerprint, system=system)
    return made.record


def delete(workspace: Workspace, record: Record, *, system: System = SYSTEM) -> Deleted:
    """Remove a record and return what brings it back."""
    with _writing(workspace, record.file, system):
        standing = find(record, system)
        file = standing.file
        if not record.in_list:
            remove(file.path, system=system)
            return Deleted(standing.record, content=file.content)
        content, removed = without(standing)
        save_bytes(file.path, content, expected=file.fingerprint, system=system)
        return Deleted(standing.record, removed=removed)


def restore(workspace: Workspace, deleted: Deleted, *, system: System = SYSTEM) -> Record:
    """Bring a deleted record back: the same bytes, in the same place where its neighbours still stand."""
    path = deleted.record.file
    with _writing(workspace, path, system):
        make_folder(path.parent, system=system)
        if deleted.removed is None:
            write_new(path, deleted.content, system=system)
            return deleted.record
        before = read_bytes(path, system)
        file = file_of(path, before or encoded(_empty_list(deleted.record), path))
        made = restored(file, deleted.record, deleted.removed)
        save_bytes(path, made.file.content, expected=fingerprint(before), system=system)
        return made.record


def add_proposition(workspace: Workspace, proposition: Proposition, *, system: System = SYSTEM) -> None:
    """Add a proposition to the codebook, which is made where it lacks; raises SaveError where the slug is taken."""
    path = workspace.codebook
    with _writing(workspace, path, system):
        file = read_file(path, system)
        content = with_proposition(file or file_of(path, b""), proposition)
        before = file.content if file else None
        if content != before:
            save_bytes(path, content, expected=fingerprint(before), system=system)


def _path(workspace: Workspace, annotation: Annotation) -> Path:
    name = f"{slug(annotation.annotator)}.{slug(annotation.id, 'record')}.yaml"
    article = annotation.article
    if not article:
        return workspace.proposition_notes / name
    if not is_safe_id(article) or article.casefold() == RESERVED:
        raise SaveError(f'"{article}" cannot be an article\'s name; rename the article', workspace.annotations)
    return workspace.records(article) / name


def _empty_list(record: Record) -> str:
    return record_text(Annotation("", "", record.annotation.article))


def _saved_again(record: Record, system: System) -> Record:
    """Write what stands there once more: that it can be read does not mean that it ever reached the disk."""
    standing = find(record, system)
    save_bytes(record.file, standing.file.content, expected=standing.file.fingerprint, system=system)
    return standing.record


def _is_same(one: Annotation, other: Annotation) -> bool:
    return replace(one, modified="") == replace(other, modified="")


@contextmanager
def _writing(workspace: Workspace, path: Path, system: System) -> Iterator[None]:
    """Hold the workspace's lock; raises SaveError where `path` is none of its annotation files."""
    _check_place(workspace, path)
    make_folder(workspace.annotations, system=system)
    with locked(workspace.annotations, system):
        yield


def _check_place(workspace: Workspace, path: Path) -> None:
    """Refuse what lies elsewhere, or leads into the folder of the articles, which are never written."""
    if not path.is_relative_to(workspace.annotations) or ".." in path.parts:
        raise SaveError("does not lie in the workspace's annotations; nothing was written", path)
    target = Path(os.path.realpath(path))
    articles = Path(os.path.realpath(workspace.articles))
    if target.parent == articles or (articles.name in _ARTICLE_FOLDERS and target.is_relative_to(articles)):
        raise SaveError("leads into the folder of the articles, which is never written to", path)
    # A link may lead to a file that is there, such as a shared list; that new ones come up elsewhere, nobody asked for.
    is_there = os.path.exists(target)  # noqa: PTH110 — Path.exists raises where a name is too long
    if not is_there and not target.is_relative_to(os.path.realpath(workspace.annotations)):
        raise SaveError("leads out of the workspace's annotations; make a folder of it", path)


_ARTICLE_FOLDERS = ("seeds", "articles")

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
from tui.storage.files.atomic import fingerprint, read_if_exists, remove_file, save_bytes, write_new
from tui.storage.files.filenames import RESERVED, file_slug, is_safe_id
from tui.storage.files.folders import ensure_folder
from tui.storage.files.lock import folder_lock
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.utf8 import encode_utf8
from tui.storage.records.annotation_fields import changed_fields, record_text
from tui.storage.records.list_edits import RemovedItem
from tui.storage.records.locate import RecordConflict, locate, parse_file, read_record_file
from tui.storage.records.proposition_edits import with_proposition
from tui.storage.records.verified_edit import edit_record, reinsert_record, remove_record, verified_record


@dataclass(frozen=True, slots=True)
class Deleted:
    """What it takes to bring a deleted record back as it was, byte for byte."""

    record: Record
    content: bytes = b""
    """The bytes of its file, where it had one of its own."""
    removed: RemovedItem | None = None
    """Its text and place, where it stood in a list."""


def new_id(os_calls: OsCalls = OS_CALLS) -> str:
    """Return a short random id."""
    return os_calls.new_id()


def now(os_calls: OsCalls = OS_CALLS) -> str:
    """Return the time as RFC 3339, in UTC, to the second."""
    return os_calls.now()


def create(workspace: Workspace, annotation: Annotation, *, os_calls: OsCalls = OS_CALLS) -> Record:
    """Save a new record in a file of its own and return it; an id and the time are given where they lack."""
    made = replace(
        annotation,
        id=annotation.id or new_id(os_calls),
        created=annotation.created or now(os_calls),
    )
    path = _path(workspace, made)
    content = encode_utf8(record_text(made), path)
    record = verified_record(parse_file(path, content), made)
    with _writing(workspace, path, os_calls):
        ensure_folder(path.parent, os_calls=os_calls)
        write_new(path, content, os_calls=os_calls)
    return record


def update(workspace: Workspace, record: Record, annotation: Annotation, *, os_calls: OsCalls = OS_CALLS) -> Record:
    """Save a record's new form and return it; `modified` is set to the time unless the new form sets it itself."""
    if (annotation.id, annotation.article) != (record.annotation.id, record.annotation.article):
        raise SaveError("a record keeps its id and its article; make a new one instead", record.file)
    with _writing(workspace, record.file, os_calls):
        try:
            standing = locate(record, os_calls)
        except RecordConflict as conflict:
            if conflict.current and _is_same(conflict.current.annotation, annotation):
                return _saved_again(conflict.current, os_calls)
            raise
        if not changed_fields(record.annotation, annotation, in_list=record.in_list):
            return standing.record
        if annotation.modified == record.annotation.modified:
            annotation = replace(annotation, modified=now(os_calls))
        made = edit_record(standing, annotation)
        save_bytes(record.file, made.file.content, expected=standing.file.fingerprint, os_calls=os_calls)
    return made.record


def delete(workspace: Workspace, record: Record, *, os_calls: OsCalls = OS_CALLS) -> Deleted:
    """Remove a record and return what brings it back."""
    with _writing(workspace, record.file, os_calls):
        standing = locate(record, os_calls)
        file = standing.file
        if not record.in_list:
            remove_file(file.path, os_calls=os_calls)
            return Deleted(standing.record, content=file.content)
        content, removed = remove_record(standing)
        save_bytes(file.path, content, expected=file.fingerprint, os_calls=os_calls)
        return Deleted(standing.record, removed=removed)


def restore(workspace: Workspace, deleted: Deleted, *, os_calls: OsCalls = OS_CALLS) -> Record:
    """Bring a deleted record back: the same bytes, in the same place where its neighbours still stand."""
    path = deleted.record.file
    with _writing(workspace, path, os_calls):
        ensure_folder(path.parent, os_calls=os_calls)
        if deleted.removed is None:
            write_new(path, deleted.content, os_calls=os_calls)
            return deleted.record
        before = read_if_exists(path, os_calls)
        file = parse_file(path, before or encode_utf8(_empty_list(deleted.record), path))
        made = reinsert_record(file, deleted.record, deleted.removed)
        save_bytes(path, made.file.content, expected=fingerprint(before), os_calls=os_calls)
        return made.record


def add_proposition(workspace: Workspace, proposition: Proposition, *, os_calls: OsCalls = OS_CALLS) -> None:
    """Add a proposition to the codebook, which is made where it lacks; raises SaveError where the slug is taken."""
    path = workspace.codebook
    with _writing(workspace, path, os_calls):
        file = read_record_file(path, os_calls)
        content = with_proposition(file or parse_file(path, b""), proposition)
        before = file.content if file else None
        if content != before:
            save_bytes(path, content, expected=fingerprint(before), os_calls=os_calls)


def _path(workspace: Workspace, annotation: Annotation) -> Path:
    name = f"{file_slug(annotation.annotator)}.{file_slug(annotation.id, 'record')}.yaml"
    article = annotation.article
    if not article:
        return workspace.proposition_notes / name
    if not is_safe_id(article) or article.casefold() == RESERVED:
        raise SaveError(f'"{article}" cannot be an article\'s name; rename the article', workspace.annotations)
    return workspace.records(article) / name


def _empty_list(record: Record) -> str:
    return record_text(Annotation("", "", record.annotation.article))


def _saved_again(record: Record, os_calls: OsCalls) -> Record:
    """Write what stands there once more: that it can be read does not mean that it ever reached the disk."""
    standing = locate(record, os_calls)
    save_bytes(record.file, standing.file.content, expected=standing.file.fingerprint, os_calls=os_calls)
    return standing.record


def _is_same(one: Annotation, other: Annotation) -> bool:
    return replace(one, modified="") == replace(other, modified="")


@contextmanager
def _writing(workspace: Workspace, path: Path, os_calls: OsCalls) -> Iterator[None]:
    """Hold the workspace's lock; raises SaveError where `path` is none of its annotation files."""
    _check_place(workspace, path)
    ensure_folder(workspace.annotations, os_calls=os_calls)
    with folder_lock(workspace.annotations, os_calls):
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

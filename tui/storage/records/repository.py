"""Create, update, delete and restore records durably.

A record is in its own file or in a list file, of which only the record's bytes change. A change is parsed back before
it is written. Every function raises SaveError if it cannot save, and RecordConflict if somebody else has changed the
record; then nothing on disk has changed.
"""

from dataclasses import dataclass, replace

from tui.errors import SaveError
from tui.model import Annotation, Byline, Proposition, Record, Workspace
from tui.storage.files.atomic import fingerprint, read_if_exists, remove_file, save_bytes, write_new
from tui.storage.files.folders import ensure_folder, remove_created_folder
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.utf8 import encode_utf8
from tui.storage.records.annotation_fields import changed_fields, compose_names, record_text
from tui.storage.records.byline_edits import SavedByline, byline_of, changed_text
from tui.storage.records.list_edits import RemovedItem
from tui.storage.records.locate import RecordConflict, locate, parse_file, read_record_file
from tui.storage.records.proposition_edits import (
    AddedProposition,
    proposition_text,
    with_proposition,
    without_proposition,
)
from tui.storage.records.proposition_uses import is_used
from tui.storage.records.record_path import check_article_name, record_path
from tui.storage.records.record_source import list_file
from tui.storage.records.text_change import TextChange, text_change
from tui.storage.records.verified_edit import (
    edit_record,
    reinsert_record,
    remove_record,
    revert_record,
    verified_record,
)
from tui.storage.records.write_lock import writing


@dataclass(frozen=True, slots=True)
class Deleted:
    """A deleted record, with what it takes to restore its bytes."""

    record: Record
    content: bytes = b""
    """The bytes of its file, unless it was in a list."""
    removed: RemovedItem | None = None
    """Its text and position, if it was in a list."""


@dataclass(frozen=True, slots=True)
class Edited:
    """An edited record, with what it takes to restore its former bytes."""

    record: Record
    change: TextChange | None = None
    """What changed in its file, from the start of the record; None if nothing is known of it."""


def create(workspace: Workspace, annotation: Annotation, *, os_calls: OsCalls = OS_CALLS) -> Record:
    """Save a new record in its own file, with an id and time if it has none."""
    created = annotation.created or os_calls.now()
    annotation = replace(compose_names(annotation), id=annotation.id or os_calls.new_id(), created=created)
    path = record_path(workspace, annotation)
    content = encode_utf8(record_text(annotation), path)
    record = verified_record(parse_file(path, content), annotation)
    with writing(workspace, path, os_calls):
        ensure_folder(path.parent, os_calls=os_calls)
        write_new(path, content, os_calls=os_calls)
    return record


def update(workspace: Workspace, record: Record, annotation: Annotation, *, os_calls: OsCalls = OS_CALLS) -> Record:
    """Save a record's new form, with the time unless `modified` is new."""
    return edit(workspace, record, annotation, os_calls=os_calls).record


def edit(
    workspace: Workspace,
    record: Record,
    annotation: Annotation,
    change: TextChange | None = None,
    *,
    os_calls: OsCalls = OS_CALLS,
) -> Edited:
    """Save a record's new form like `update`, and return what reverts that.

    `change` is how the text became this form once. If it still fits, it is made again instead of changing fields.
    """
    annotation = compose_names(annotation)
    if (annotation.id, annotation.article) != (record.annotation.id, record.annotation.article):
        raise SaveError("a record keeps its id and its article; create a new one instead", record.file)
    with writing(workspace, record.file, os_calls):
        try:
            located = locate(record, os_calls)
        except RecordConflict as conflict:
            if conflict.current and _is_same(conflict.current.annotation, annotation):
                return Edited(_saved_again(conflict.current, os_calls))
            raise
        edited = revert_record(located, annotation, change) if change else None
        if edited is None:
            if not changed_fields(record.annotation, annotation, in_list=record.in_list):
                return Edited(located.record)
            if annotation.modified == record.annotation.modified:
                annotation = replace(annotation, modified=os_calls.now())
            edited = edit_record(located, annotation)
        save_bytes(record.file, edited.file.content, expected=located.file.fingerprint, os_calls=os_calls)
    before, after = located.file.document.text, edited.file.document.text
    return Edited(edited.record, text_change(before, after, located.mapping.start))


def delete(workspace: Workspace, record: Record, *, os_calls: OsCalls = OS_CALLS) -> Deleted:
    """Delete a record, and return what restores it."""
    with writing(workspace, record.file, os_calls):
        located = locate(record, os_calls)
        file = located.file
        if not record.in_list:
            remove_file(file.path, os_calls=os_calls)
            remove_created_folder(file.path.parent, os_calls=os_calls)
            return Deleted(located.record, content=file.content)
        content, removed = remove_record(located)
        save_bytes(file.path, content, expected=file.fingerprint, os_calls=os_calls)
        return Deleted(located.record, removed=removed)


def restore(workspace: Workspace, deleted: Deleted, *, os_calls: OsCalls = OS_CALLS) -> Record:
    """Restore the bytes of a deleted record, between its old neighbours."""
    path = deleted.record.file
    with writing(workspace, path, os_calls):
        ensure_folder(path.parent, os_calls=os_calls)
        if deleted.removed is None:
            write_new(path, deleted.content, os_calls=os_calls)
            return deleted.record
        before = read_if_exists(path, os_calls)
        file = parse_file(path, before or encode_utf8(_empty_list(deleted.record), path))
        restored = reinsert_record(file, deleted.record, deleted.removed)
        save_bytes(path, restored.file.content, expected=fingerprint(before), os_calls=os_calls)
        return restored.record


def add_proposition(
    workspace: Workspace, proposition: Proposition, *, os_calls: OsCalls = OS_CALLS
) -> AddedProposition | None:
    """Add a proposition to the codebook, which is created if needed.

    Return what removes it again, or None if it was there already.
    """
    path = workspace.codebook
    with writing(workspace, path, os_calls):
        existing = read_record_file(path, os_calls)
        file = existing or parse_file(path, b"")
        content = with_proposition(file, proposition)
        if content == file.content:
            return None
        save_bytes(path, content, expected=existing.fingerprint if existing else "", os_calls=os_calls)
    change = text_change(file.document.text, parse_file(path, content).document.text)
    return AddedProposition(proposition, change, fingerprint(content), is_first=existing is None)


def remove_proposition(workspace: Workspace, added: AddedProposition, *, os_calls: OsCalls = OS_CALLS) -> bool:
    """Remove a proposition from the codebook, and return whether it is gone.

    It stays if a record uses it, or if somebody else has changed it.
    """
    path, proposition = workspace.codebook, added.proposition
    with writing(workspace, path, os_calls):
        file = read_record_file(path, os_calls)
        text = proposition_text(file, proposition.slug)
        if file is None or text is None:
            return True
        if text != proposition.text or is_used(workspace, proposition.slug):
            return False
        if added.is_first and file.fingerprint == added.left:
            remove_file(path, os_calls=os_calls)
        else:
            content = without_proposition(file, added)
            save_bytes(path, content, expected=file.fingerprint, os_calls=os_calls)
    return True


def read_byline(workspace: Workspace, article: str, *, os_calls: OsCalls = OS_CALLS) -> Byline:
    """Return what an article's list file says of it."""
    return byline_of(read_record_file(list_file(workspace, article), os_calls))


def save_byline(
    workspace: Workspace,
    article: str,
    before: Byline,
    after: Byline,
    reverted: SavedByline | None = None,
    *,
    os_calls: OsCalls = OS_CALLS,
) -> SavedByline:
    """Save what a list file says of its article, and return what reverts that.

    `reverted` is the change that this one reverts. If nobody has changed the file since, its former bytes are restored.
    """
    check_article_name(workspace, article)
    path = list_file(workspace, article)
    with writing(workspace, path, os_calls):
        existing = read_record_file(path, os_calls)
        file = existing or parse_file(path, b"")
        text = changed_text(file, article, before, after, reverted)
        content = file.with_text(text)
        is_gone = reverted is not None and reverted.is_first and not text
        if is_gone:
            remove_file(path, os_calls=os_calls)
        elif content != file.content:
            save_bytes(path, content, expected=existing.fingerprint if existing else "", os_calls=os_calls)
    change = text_change(file.document.text, text)
    return SavedByline(change, "" if is_gone else fingerprint(content), is_first=existing is None)


def _empty_list(record: Record) -> str:
    return record_text(Annotation("", "", record.annotation.article))


def _saved_again(record: Record, os_calls: OsCalls) -> Record:
    """Save a record's file again, because it may not be fsynced yet."""
    located = locate(record, os_calls)
    save_bytes(record.file, located.file.content, expected=located.file.fingerprint, os_calls=os_calls)
    return located.record


def _is_same(first: Annotation, second: Annotation) -> bool:
    return replace(first, modified="") == replace(second, modified="")

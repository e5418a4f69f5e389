"""Plan which files change when records are added, edited or deleted."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tui.model import Annotation, Record, RecordRef, Workspace
from tui.storage.files.file_changes import FileChange
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.utf8 import encode_utf8
from tui.storage.records.annotation_fields import compose_names, record_text
from tui.storage.records.locate import locate_in, parse_file, read_record_file
from tui.storage.records.record_path import record_path
from tui.storage.records.rename_plan import ChangePlan
from tui.storage.records.verified_edit import edit_list, edit_record, remove_record, verified_record


def plan_creation(workspace: Workspace, title: str, annotations: Sequence[Annotation]) -> ChangePlan:
    """Plan to add records that have their ids, each in its own file.

    Raise SaveError if one does not read back the same.
    """
    changes: list[FileChange] = []
    paths: Counter[Path] = Counter()
    for annotation in map(compose_names, annotations):
        path = _free_path(record_path(workspace, annotation), paths)
        content = encode_utf8(record_text(annotation), path)
        verified_record(parse_file(path, content), annotation)
        changes.append(FileChange(path, None, content))
    counts = Counter(annotation.article for annotation in annotations)
    return ChangePlan(title, tuple(changes), MappingProxyType(counts))


def _free_path(path: Path, paths: Counter[Path]) -> Path:
    """Return a path that no file has, numbered if ids have the same letters."""
    while True:
        paths[path] += 1
        number = f"-{paths[path]}" if paths[path] > 1 else ""
        free = path.with_name(f"{path.name.removesuffix('.yaml')}{number}.yaml")
        if not os.path.lexists(free) and (not number or free not in paths):
            return free


def plan_edits(title: str, edits: Sequence[tuple[Record, Annotation]], *, os_calls: OsCalls = OS_CALLS) -> ChangePlan:
    """Plan to save new forms of records, modified now.

    Raise SaveError if one cannot be saved, and RecordConflict if somebody else has changed one.
    """
    now, records = os_calls.now(), [record for record, _ in edits]
    forms = {record.annotation.ref: replace(compose_names(form), modified=now) for record, form in edits}
    changes = [_edited(path, of_file, forms, os_calls) for path, of_file in _by_file(records).items()]
    return _plan(title, changes, records)


def plan_deletion(title: str, records: Sequence[Record], *, os_calls: OsCalls = OS_CALLS) -> ChangePlan:
    """Plan to delete records.

    Raise SaveError if one cannot be deleted, and RecordConflict if somebody else has changed one.
    """
    changes = [_without(path, of_file, os_calls) for path, of_file in _by_file(records).items()]
    return _plan(title, changes, records)


def _by_file(records: Iterable[Record]) -> Mapping[Path, list[Record]]:
    by_file: dict[Path, list[Record]] = {}
    for record in records:
        by_file.setdefault(record.file, []).append(record)
    return by_file


def _plan(title: str, changes: Sequence[FileChange], records: Sequence[Record]) -> ChangePlan:
    counts = Counter(record.annotation.article for record in records)
    return ChangePlan(title, tuple(changes), MappingProxyType(counts))


def _edited(
    path: Path, records: Sequence[Record], forms: Mapping[RecordRef, Annotation], os_calls: OsCalls
) -> FileChange:
    file = read_record_file(path, os_calls)
    located = [(locate_in(file, record), forms[record.annotation.ref]) for record in records]
    before = located[0][0].file
    if records[0].in_list:
        return FileChange(path, before.content, edit_list(before, located).content)
    return FileChange(path, before.content, edit_record(*located[0]).file.content)


def _without(path: Path, records: Sequence[Record], os_calls: OsCalls) -> FileChange:
    file = read_record_file(path, os_calls)
    before = locate_in(file, records[0]).file
    if not records[0].in_list:
        return FileChange(path, before.content, None)
    content = before.content
    for record in records:
        content, _ = remove_record(locate_in(parse_file(path, content), record))
    return FileChange(path, before.content, content)

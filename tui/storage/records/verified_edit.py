"""Edit records, and verify that nothing else has changed."""

from dataclasses import replace
from pathlib import Path

from tui.errors import SaveError
from tui.model import Annotation, Record
from tui.storage.records.annotation_fields import changed_fields, record_fields
from tui.storage.records.field_edits import edit_fields
from tui.storage.records.list_edits import RemovedItem, insert_item, item_id, list_items, remove_item
from tui.storage.records.locate import ANY_NAME, LocatedRecord, RecordFile, located_record, parse_file
from tui.storage.records.record_reader import RecordContext, read_record
from tui.storage.records.schema import RECORDS_KEY
from tui.storage.records.text_change import TextChange, text_change
from tui.storage.yaml.diagnostics import Diagnostics
from tui.storage.yaml.nodes import Mapping, Node, PlainValue, Sequence, plain_value, plain_values


def verified_record(file: RecordFile, annotation: Annotation) -> Record:
    """Return the annotation's record in a new file, or raise SaveError."""
    root = file.document.root
    diagnostics = Diagnostics(file.document)
    context = RecordContext(ANY_NAME, annotation.article, in_list=False)
    record = read_record(root, diagnostics, context) if isinstance(root, Mapping) else None
    if diagnostics.problems and not record:
        raise SaveError(diagnostics.problems[0].message, file.path)
    if not record or not _has_same_fields(record.annotation, annotation, in_list=False):
        raise _unwritable(file.path)
    return record


def edit_record(located: LocatedRecord, annotation: Annotation) -> LocatedRecord:
    """Return a record's new form in its new file, or raise SaveError."""
    file, mapping, in_list = located.file, located.mapping, located.record.in_list
    fields = changed_fields(located.record.annotation, annotation, in_list=in_list)
    changes = {name: _in_old_shape(value, mapping.get(name)) for name, value in fields.items()}
    values = plain_values(mapping) | changes
    item = {name: value for name, value in values.items() if value is not None}
    expected = _with_item(file.document.root, located.index, item) if in_list else item
    for blocks in (True, False):
        text = edit_fields(file.document.text, mapping, changes, blocks=blocks)
        edited = _verified(file, text, expected, located)
        if edited and _has_same_fields(edited.record.annotation, annotation, in_list=in_list):
            return edited
    raise _unwritable(file.path)


def edit_list(file: RecordFile, edits: list[tuple[LocatedRecord, Annotation]]) -> RecordFile:
    """Return a list with new forms of several records, or raise SaveError."""
    text = file.document.text
    items: list[object] = [plain_value(item) for item in list_items(file.document.root)]
    # From the last to the first, so that the offsets of those still to be edited are right.
    for located, annotation in sorted(edits, key=lambda edit: edit[0].mapping.start, reverse=True):
        fields = changed_fields(located.record.annotation, annotation, in_list=True)
        changes = {name: _in_old_shape(value, located.mapping.get(name)) for name, value in fields.items()}
        text = edit_fields(text, located.mapping, changes)
        item = plain_values(located.mapping) | changes
        items[located.index] = {name: value for name, value in item.items() if value is not None}
    edited = _parsed(file, text)
    expected = plain_values(_mapping(file)) | {RECORDS_KEY: tuple(items)}
    if edited is None or _plain(edited) != expected or not all(_has_form(edited, *edit) for edit in edits):
        raise _unwritable(file.path)
    return edited


def _has_form(file: RecordFile, located: LocatedRecord, annotation: Annotation) -> bool:
    """Return whether a list has this annotation where it had another form."""
    item = list_items(file.document.root)[located.index]
    edited = located_record(file, item, located.index, located.record) if isinstance(item, Mapping) else None
    return edited is not None and _has_same_fields(edited.record.annotation, annotation, in_list=True)


def revert_record(located: LocatedRecord, annotation: Annotation, change: TextChange) -> LocatedRecord | None:
    """Return a record with its former text, or None if that does not fit.

    It fits unless somebody else changed the text of the record meanwhile.
    """
    file, in_list = located.file, located.record.in_list
    text = change.apply(file.document.text, located.mapping.start)
    edited = _parsed(file, text) if text is not None else None
    if edited is None:
        return None
    item = _item(edited, located)
    expected = _with_item(file.document.root, located.index, item) if in_list else item
    reverted = _located(edited, expected, located)
    same = reverted and _has_same_fields(reverted.record.annotation, annotation, in_list=in_list)
    return reverted if same else None


def remove_record(located: LocatedRecord) -> tuple[bytes, RemovedItem]:
    """Return a list file's content without a record, and what restores it."""
    file = located.file
    text, removed = remove_item(file.document.text, _mapping(file), located.index)
    edited = parse_file(file.path, file.with_text(text))
    if _plain(edited) != _with_item(file.document.root, located.index, None):
        raise _unwritable(file.path)
    change = text_change(text, file.document.text)
    return edited.content, replace(removed, change=change, left=edited.fingerprint)


def reinsert_record(file: RecordFile, record: Record, removed: RemovedItem) -> LocatedRecord:
    """Return a removed record in its list file again, or raise SaveError."""
    root = _mapping(file)
    exact = removed.change and file.fingerprint == removed.left and removed.change.apply(file.document.text)
    text = exact or insert_item(file.document.text, root, removed)
    if record.annotation.id in map(item_id, list_items(root)):
        raise SaveError(f'the id "{record.annotation.id}" is taken again; nothing was written', file.path)
    edited = parse_file(file.path, file.with_text(text))
    for index, item in enumerate(list_items(edited.document.root)):
        if item_id(item) == record.annotation.id and isinstance(item, Mapping):
            located = located_record(edited, item, index, record)
            others = _with_item(edited.document.root, index, None)
            if located and others == _with_list(file) and located.record.annotation == record.annotation:
                return located
    raise _unwritable(file.path)


def _in_old_shape(value: object, old: Node | None) -> object:
    """Return one name as a list if it was a list before."""
    return (value,) if isinstance(value, str) and isinstance(old, Sequence) else value


def _verified(file: RecordFile, text: str, expected: object, old: LocatedRecord) -> LocatedRecord | None:
    """Return the record in the new text, or None if that is unexpected."""
    edited = _parsed(file, text)
    return _located(edited, expected, old) if edited else None


def _located(edited: RecordFile, expected: object, old: LocatedRecord) -> LocatedRecord | None:
    """Return the record in its new file, or None if that is unexpected."""
    node = _node(edited, old)
    if _plain(edited) != expected or not isinstance(node, Mapping):
        return None
    return located_record(edited, node, old.index, old.record)


def _node(file: RecordFile, old: LocatedRecord) -> Node | None:
    """Return the node at a record's position, or None if there is none."""
    items = list_items(file.document.root) if old.record.in_list else [file.document.root]
    return items[old.index] if old.index < len(items) else None


def _item(file: RecordFile, old: LocatedRecord) -> object:
    node = _node(file, old)
    return plain_value(node) if node else None


def _parsed(file: RecordFile, text: str) -> RecordFile | None:
    try:
        edited = parse_file(file.path, file.with_text(text))
    except (SaveError, UnicodeEncodeError):
        return None
    faults = [fault.message for fault in edited.document.faults]
    return edited if faults == [fault.message for fault in file.document.faults] else None


def _has_same_fields(first: Annotation, second: Annotation, *, in_list: bool) -> bool:
    return record_fields(first, in_list=in_list) == record_fields(second, in_list=in_list)


def _plain(file: RecordFile) -> PlainValue:
    root = file.document.root
    return plain_value(root) if root else {}


def _with_item(root: Node | None, index: int, item: object) -> object:
    """Return a list file's values with another item, or without the item."""
    values = plain_value(root) if root else {}
    if not isinstance(values, dict):
        return values
    items = list(values[RECORDS_KEY])
    items[index : index + 1] = [] if item is None else [item]
    return values | {RECORDS_KEY: tuple(items)}


def _with_list(file: RecordFile) -> object:
    """Return a list file's values, with an empty list if it has none."""
    values = _plain(file)
    return values | {RECORDS_KEY: values.get(RECORDS_KEY) or ()} if isinstance(values, dict) else values


def _mapping(file: RecordFile) -> Mapping:
    if isinstance(file.document.root, Mapping):
        return file.document.root
    raise SaveError("is not a list of annotations any more; nothing was written", file.path)


def _unwritable(path: Path) -> SaveError:
    return SaveError("cannot be changed so that it reads back the same; edit the file by hand", path)

"""New contents of files, each parsed and proved before it is written: this change, and nothing else. Pure."""

from pathlib import Path

from tui.errors import SaveError
from tui.model import Annotation, Record
from tui.storage.records.annotation_fields import changed_fields, record_fields
from tui.storage.records.field_edits import edit_fields
from tui.storage.records.list_edits import RemovedItem, insert_item, item_id, remove_item
from tui.storage.records.locate import ANY_NAME, LocatedRecord, RecordFile, located_record, parse_file
from tui.storage.records.record_reader import RecordContext, read_record
from tui.storage.records.schema import RECORDS_KEY
from tui.storage.yaml.diagnostics import Diagnostics
from tui.storage.yaml.nodes import Mapping, Node, PlainValue, Sequence, plain_value


def verified_record(file: RecordFile, annotation: Annotation) -> Record:
    """Return the record that a new file holds; raises SaveError where that is not the annotation."""
    root = file.document.root
    diagnostics = Diagnostics(file.document)
    context = RecordContext(ANY_NAME, annotation.article, in_list=False)
    record = read_record(root, diagnostics, context) if isinstance(root, Mapping) else None
    if diagnostics.problems and not record:
        raise SaveError(diagnostics.problems[0].message, file.path)
    if not record or not _is_written(record.annotation, annotation, in_list=False):
        raise _unwritable(file.path)
    return record


def edit_record(standing: LocatedRecord, annotation: Annotation) -> LocatedRecord:
    """Return a record in its new form, in its file's new content; raises SaveError where the file resists."""
    file, mapping, in_list = standing.file, standing.mapping, standing.record.in_list
    fields = changed_fields(standing.record.annotation, annotation, in_list=in_list)
    changes = {name: _in_old_shape(value, mapping.get(name)) for name, value in fields.items()}
    values = {name: plain_value(value) for name, (_, value) in mapping.entries.items()} | changes
    wanted = {name: value for name, value in values.items() if value is not None}
    expected = _with_item(file.document.root, standing.index, wanted) if in_list else wanted
    for blocks in (True, False):
        text = edit_fields(file.document.text, mapping, changes, blocks=blocks)
        found = _proved(file, text, expected, standing.index, standing.record)
        if found and _is_written(found.record.annotation, annotation, in_list=in_list):
            return found
    raise _unwritable(file.path)


def remove_record(standing: LocatedRecord) -> tuple[bytes, RemovedItem]:
    """Return the file's content without a record of its list, and what brings the record back."""
    file = standing.file
    text, removed = remove_item(file.document.text, _mapping(file), standing.index)
    made = parse_file(file.path, file.with_text(text))
    if _plain(made) != _with_item(file.document.root, standing.index, None):
        raise _unwritable(file.path)
    return made.content, removed


def reinsert_record(file: RecordFile, record: Record, removed: RemovedItem) -> LocatedRecord:
    """Return a record back in the list of a file; raises SaveError where its id is taken or the file resists."""
    root = _mapping(file)
    listed = root.get(RECORDS_KEY)
    ids = [item_id(item) for item in listed.items] if isinstance(listed, Sequence) else []
    if record.annotation.id in ids:
        raise SaveError(f'the id "{record.annotation.id}" is taken again; nothing was written', file.path)
    made = parse_file(file.path, file.with_text(insert_item(file.document.text, root, removed)))
    for index, item in _items(made):
        if item_id(item) == record.annotation.id and isinstance(item, Mapping):
            found = located_record(made, item, index, record)
            rest = _with_item(made.document.root, index, None)
            if found and rest == _with_list(file) and found.record.annotation == record.annotation:
                return found
    raise _unwritable(file.path)


def _in_old_shape(value: object, old: Node | None) -> object:
    """Return one name in a list, where there was a list before."""
    return (value,) if isinstance(value, str) and isinstance(old, Sequence) else value


def _proved(file: RecordFile, text: str, expected: object, index: int, record: Record) -> LocatedRecord | None:
    """Return the record in the new text, or None where anything in it is not as expected."""
    made = _parsed(file, text)
    if made is None or _plain(made) != expected:
        return None
    mapping = dict(_items(made)).get(index) if record.in_list else made.document.root
    return located_record(made, mapping, index, record) if isinstance(mapping, Mapping) else None


def _parsed(file: RecordFile, text: str) -> RecordFile | None:
    try:
        made = parse_file(file.path, file.with_text(text))
    except (SaveError, UnicodeEncodeError):
        return None
    faults = [fault.message for fault in made.document.faults]
    return made if faults == [fault.message for fault in file.document.faults] else None


def _is_written(found: Annotation, wanted: Annotation, *, in_list: bool) -> bool:
    return record_fields(found, in_list=in_list) == record_fields(wanted, in_list=in_list)


def _plain(file: RecordFile) -> PlainValue:
    root = file.document.root
    return plain_value(root) if root else {}


def _with_item(root: Node | None, index: int, item: object) -> object:
    """Return a list file's values with another item, or with one less."""
    values = plain_value(root) if root else {}
    if not isinstance(values, dict):
        return values
    items = list(values[RECORDS_KEY])
    items[index : index + 1] = [] if item is None else [item]
    return values | {RECORDS_KEY: tuple(items)}


def _with_list(file: RecordFile) -> object:
    """Return a list file's values, its list empty rather than missing."""
    values = _plain(file)
    return values | {RECORDS_KEY: values.get(RECORDS_KEY) or ()} if isinstance(values, dict) else values


def _items(file: RecordFile) -> list[tuple[int, Node]]:
    root = file.document.root
    listed = root.get(RECORDS_KEY) if isinstance(root, Mapping) else None
    return list(enumerate(listed.items)) if isinstance(listed, Sequence) else []


def _mapping(file: RecordFile) -> Mapping:
    if isinstance(file.document.root, Mapping):
        return file.document.root
    raise SaveError("is no list of annotations any more; nothing was written", file.path)


def _unwritable(path: Path) -> SaveError:
    return SaveError("cannot be changed so that it reads back the same; edit the file by hand", path)

"""New contents of files, each parsed and proved before it is written: this change, and nothing else. Pure."""

from pathlib import Path

from tui.errors import SaveError
from tui.model import Annotation, Record
from tui.storage.records.annotation_fields import changes_between, fields_of
from tui.storage.records.field_edits import edit_fields
from tui.storage.records.list_edits import Removed, id_of, put_back, take_out
from tui.storage.records.locate import ANY_NAME, File, Standing, file_of, standing_of
from tui.storage.records.record_reader import Setting, read_record
from tui.storage.yaml.builder import LIST
from tui.storage.yaml.diagnostics import Complaints
from tui.storage.yaml.nodes import Mapping, Node, Plain, Sequence, plain


def encoded(text: str, path: Path) -> bytes:
    """Return the text as UTF-8; raises SaveError where it holds half a character."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        code = ord(error.object[error.start])
        raise SaveError(f"U+{code:04X} is half a character and cannot be stored; remove it", path) from error


def new_record(file: File, annotation: Annotation) -> Record:
    """Return the record that a new file holds; raises SaveError where that is not the annotation."""
    root = file.document.root
    complaints = Complaints(file.document)
    setting = Setting(ANY_NAME, annotation.article, in_list=False)
    record = read_record(root, complaints, setting) if isinstance(root, Mapping) else None
    if complaints.problems and not record:
        raise SaveError(complaints.problems[0].message, file.path)
    if not record or not _is_written(record.annotation, annotation, in_list=False):
        raise _unwritable(file.path)
    return record


def changed(standing: Standing, annotation: Annotation) -> Standing:
    """Return a record in its new form, in its file's new content; raises SaveError where the file resists."""
    file, mapping, in_list = standing.file, standing.mapping, standing.record.in_list
    fields = changes_between(standing.record.annotation, annotation, in_list=in_list)
    changes = {name: _in_old_shape(value, mapping.get(name)) for name, value in fields.items()}
    values = {name: plain(value) for name, (_, value) in mapping.entries.items()} | changes
    wanted = {name: value for name, value in values.items() if value is not None}
    expected = _with_item(file.document.root, standing.index, wanted) if in_list else wanted
    for blocks in (True, False):
        text = edit_fields(file.document.text, mapping, changes, blocks=blocks)
        found = _proved(file, text, expected, standing.index, standing.record)
        if found and _is_written(found.record.annotation, annotation, in_list=in_list):
            return found
    raise _unwritable(file.path)


def without(standing: Standing) -> tuple[bytes, Removed]:
    """Return the file's content without a record of its list, and what brings the record back."""
    file = standing.file
    text, removed = take_out(file.document.text, _mapping(file), standing.index)
    made = file_of(file.path, file.with_text(text))
    if _plain(made) != _with_item(file.document.root, standing.index, None):
        raise _unwritable(file.path)
    return made.content, removed


def restored(file: File, record: Record, removed: Removed) -> Standing:
    """Return a record back in the list of a file; raises SaveError where its id is taken or the file resists."""
    root = _mapping(file)
    listed = root.get(LIST)
    ids = [id_of(item) for item in listed.items] if isinstance(listed, Sequence) else []
    if record.annotation.id in ids:
        raise SaveError(f'the id "{record.annotation.id}" is taken again; nothing was written', file.path)
    made = file_of(file.path, file.with_text(put_back(file.document.text, root, removed)))
    for index, item in _items(made):
        if id_of(item) == record.annotation.id and isinstance(item, Mapping):
            found = standing_of(made, item, index, record)
            rest = _with_item(made.document.root, index, None)
            if found and rest == _with_list(file) and found.record.annotation == record.annotation:
                return found
    raise _unwritable(file.path)


def _in_old_shape(value: object, old: Node | None) -> object:
    """Return one name in a list, where there was a list before."""
    return (value,) if isinstance(value, str) and isinstance(old, Sequence) else value


def _proved(file: File, text: str, expected: object, index: int, record: Record) -> Standing | None:
    """Return the record in the new text, or None where anything in it is not as expected."""
    made = _parsed(file, text)
    if made is None or _plain(made) != expected:
        return None
    mapping = dict(_items(made)).get(index) if record.in_list else made.document.root
    return standing_of(made, mapping, index, record) if isinstance(mapping, Mapping) else None


def _parsed(file: File, text: str) -> File | None:
    try:
        made = file_of(file.path, file.with_text(text))
    except (SaveError, UnicodeEncodeError):
        return None
    faults = [fault.message for fault in made.document.faults]
    return made if faults == [fault.message for fault in file.document.faults] else None


def _is_written(found: Annotation, wanted: Annotation, *, in_list: bool) -> bool:
    return fields_of(found, in_list=in_list) == fields_of(wanted, in_list=in_list)


def _plain(file: File) -> Plain:
    root = file.document.root
    return plain(root) if root else {}


def _with_item(root: Node | None, index: int, item: object) -> object:
    """Return a list file's values with another item, or with one less."""
    values = plain(root) if root else {}
    if not isinstance(values, dict):
        return values
    items = list(values[LIST])
    items[index : index + 1] = [] if item is None else [item]
    return values | {LIST: tuple(items)}


def _with_list(file: File) -> object:
    """Return a list file's values, its list empty rather than missing."""
    values = _plain(file)
    return values | {LIST: values.get(LIST) or ()} if isinstance(values, dict) else values


def _items(file: File) -> list[tuple[int, Node]]:
    root = file.document.root
    listed = root.get(LIST) if isinstance(root, Mapping) else None
    return list(enumerate(listed.items)) if isinstance(listed, Sequence) else []


def _mapping(file: File) -> Mapping:
    if isinstance(file.document.root, Mapping):
        return file.document.root
    raise SaveError("is no list of annotations any more; nothing was written", file.path)


def _unwritable(path: Path) -> SaveError:
    return SaveError("cannot be changed so that it reads back the same; edit the file by hand", path)

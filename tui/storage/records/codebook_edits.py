"""Change an entry of the codebook's text, and no other byte.

Each function returns the file with its new text, or raises SaveError if that does not read back as it must.
"""

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence

from tui.errors import SaveError
from tui.model.names import compose_name
from tui.storage.records.field_edits import (
    FieldChanges,
    apply_edits,
    column_of,
    edit_fields,
    line_start,
    newline_of,
    next_line,
    yaml_field,
)
from tui.storage.records.item_edits import item_edits
from tui.storage.records.locate import RecordFile, parse_file
from tui.storage.yaml.emitter import line_value, plain_or_quoted
from tui.storage.yaml.nodes import Mapping, Node, PlainValue, Scalar, Sequence, plain_value, plain_values

PROPOSITIONS = "propositions"
KINDS = "kinds"
SPEAKERS = "speakers"
ANNOTATORS = "annotators"

Values = dict[str, PlainValue]


def entry_names(file: RecordFile, section: str) -> dict[str, str]:
    """Return the names in a section as they are written, by their NFC."""
    node = _section(file, section)
    return {compose_name(name): name for name in node.raw} if node else {}


def entry_fields(file: RecordFile, section: str, name: str) -> Values:
    """Return the fields of an entry, of which a sentence alone is `text`."""
    node = _section(file, section)
    written = entry_names(file, section).get(compose_name(name))
    value = node.get(written) if node and written is not None else None
    if isinstance(value, Mapping):
        return plain_values(value)
    return {"text": plain_value(value)} if value else {}


def entry_list(file: RecordFile, section: str, name: str) -> tuple[str, ...]:
    """Return the texts in a person's entry: their other names."""
    value = entry_fields(file, section, name).get("text", ())
    items = value if isinstance(value, tuple) else (value,)
    return tuple(item for item in items if isinstance(item, str) and item)


def rename_entry(file: RecordFile, section: str, old: str, new: str) -> RecordFile:
    """Give an entry another name, at its place."""
    node, written = _found(file, section, old)
    key, _ = node.entries[written]
    text = apply_edits(file.document.text, [(key.start, key.end, plain_or_quoted(new, flow=True))])
    values = plain_values(node)
    expected = {new if name == written else name: value for name, value in values.items()}
    return _verified(file, text, section, expected)


def remove_entry(file: RecordFile, section: str, name: str) -> RecordFile:
    """Remove an entry, but not the comments above it."""
    node, written = _found(file, section, name)
    expected = {other: value for other, value in plain_values(node).items() if other != written}
    return _verified(file, _without(file, section, node, written), section, expected)


def set_fields(file: RecordFile, section: str, name: str, changes: FieldChanges) -> RecordFile:
    """Change fields of a proposition or kind, or remove those that are None."""
    node, written = _found(file, section, name)
    fields = {**entry_fields(file, section, name), **changes}
    fields = {field: value for field, value in fields.items() if value is not None}
    _, value = node.entries[written]
    text = file.document.text
    if isinstance(value, Mapping):
        text = edit_fields(text, value, changes)
    elif set(fields) == {"text"}:
        text = edit_fields(text, node, {written: fields["text"]}, blocks=False)
    else:
        text = _with_mapping(text, node, written, fields)
    expected = plain_values(node)
    is_sentence = not isinstance(value, Mapping) and set(fields) == {"text"}
    expected[written] = _frozen(fields["text"] if is_sentence else fields)
    return _verified(file, text, section, expected)


def replace_items(
    file: RecordFile,
    section: str,
    name: str,
    field: str,
    items: AnySequence[str | None],
    added: AnySequence[str] = (),
) -> RecordFile:
    """Change the items of a field, each at its place, and add others.

    None removes an item. The comments stay, unless the list can only be written anew.
    """
    node, written = _found(file, section, name)
    entry, text = node.get(written), file.document.text
    value = entry.get(field) if isinstance(entry, Mapping) else None
    left = (*(item for item in items if item is not None), *added)
    edits = item_edits(text, value, items, added) if isinstance(value, Sequence) else None
    if isinstance(entry, Mapping) and isinstance(value, Scalar) and len(left) == len(items) == 1:
        edits = [(value.start, value.end, plain_or_quoted(left[0], flow=entry.flow))]
    if edits is None:
        return set_fields(file, section, name, {field: left or None})
    fields = {**entry_fields(file, section, name), field: left if isinstance(value, Sequence) else left[0]}
    return _verified(file, apply_edits(text, edits), section, {**plain_values(node), written: fields})


def set_entry(file: RecordFile, section: str, name: str, value: object) -> RecordFile:
    """Add an entry at the end of its section, or replace its value."""
    node = _section(file, section)
    written = entry_names(file, section).get(compose_name(name), name)
    text = _added(file, section, node, written, value)
    expected = {**(plain_values(node) if node else {}), written: _frozen(value)}
    return _verified(file, text, section, expected)


def _with_mapping(text: str, node: Mapping, written: str, fields: AnyMapping[str, object]) -> str:
    """Return the text in which a sentence became a mapping."""
    key, value = node.entries[written]
    if node.flow:
        pairs = ", ".join(f"{name}: {_in_flow(value)}" for name, value in fields.items())
        return apply_edits(text, [(key.end, max(key.end, value.end), f": {{{pairs}}}")])
    newline, indent = newline_of(text), " " * (column_of(text, key.start) + 2)
    lines = [f"{indent}{yaml_field(name, value, indent, newline)}" for name, value in fields.items()]
    return apply_edits(text, [(key.end, max(key.end, value.end), ":" + newline + newline.join(lines))])


def _in_flow(value: object) -> str:
    return plain_or_quoted(value, flow=True) if isinstance(value, str) else line_value(value)


def _added(file: RecordFile, section: str, node: Mapping | None, written: str, value: object) -> str:
    text, root = file.document.text, file.document.root
    if node and node.raw:
        return edit_fields(text, node, {written: value}, blocks=False)
    newline = newline_of(text)
    line = "  " + yaml_field(written, value, "  ", newline, blocks=False)
    if not isinstance(root, Mapping) or section not in root.raw:
        lead = "" if not text or text.endswith("\n") else newline
        return f"{text}{lead}{section}:{newline}{line}{newline}"
    key, empty = root.entries[section]
    text = text[: empty.start].rstrip(" ") + text[empty.end :] if empty.end > empty.start else text
    offset = next_line(text, key.end)
    lead = "" if text[:offset].endswith("\n") else newline
    return f"{text[:offset]}{lead}{line}{newline}{text[offset:]}"


def _without(file: RecordFile, section: str, node: Mapping, written: str) -> str:
    text, root = file.document.text, file.document.root
    if len(node.raw) > 1 or not isinstance(root, Mapping):
        return edit_fields(text, node, {written: None}, blocks=False)
    if node.flow:
        return apply_edits(text, [(node.start, node.end, "{}")])
    key, value = node.entries[written]
    colon = text.index(":", root.entries[section][0].end) + 1
    line = (line_start(text, key.start), next_line(text, max(key.end, value.end)), "")
    return apply_edits(text, [(colon, colon, " {}"), line])


def _section(file: RecordFile, section: str) -> Mapping | None:
    root = file.document.root
    if root is not None and not isinstance(root, Mapping):
        raise SaveError("is no codebook; write propositions: and the propositions below it", file.path)
    node: Node | None = root.get(section) if root else None
    if node is None or (isinstance(node, Scalar) and not node.value):
        return None
    if not isinstance(node, Mapping):
        raise SaveError(f"{section} must map names to values; correct that first", file.path)
    return node


def _found(file: RecordFile, section: str, name: str) -> tuple[Mapping, str]:
    node = _section(file, section)
    written = entry_names(file, section).get(compose_name(name))
    if node is None or written is None:
        raise SaveError(f'"{name}" is not in {section} any more; nothing was written', file.path)
    return node, written


def _verified(file: RecordFile, text: str, section: str, expected: Values) -> RecordFile:
    edited = parse_file(file.path, file.with_text(text))
    before, after = _values(file, section), _values(edited, section)
    if {**before, section: expected} != after:
        raise SaveError("cannot be changed so that it reads back the same; edit the codebook by hand", file.path)
    return edited


def _values(file: RecordFile, section: str) -> Values:
    """Return the codebook's values, with the section if it is empty too."""
    root = file.document.root
    values = plain_values(root) if isinstance(root, Mapping) else {}
    return values | ({} if values.get(section) else {section: {}})


def _frozen(value: object) -> PlainValue:
    """Return a value as it is read: tuples for lists, dicts for mappings."""
    if isinstance(value, AnyMapping):
        return {name: _frozen(item) for name, item in value.items()}
    if isinstance(value, tuple | list):
        return tuple(_frozen(item) for item in value)
    return str(value)

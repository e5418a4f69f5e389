"""Changing a few fields of a record in its file's text, and leaving every other byte alone. Pure."""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as AnyMapping
from typing import TypeAlias

from tui.storage.records.schema import FIELDS, OFFSETS
from tui.storage.yaml.emitter import line_value, literal_block, plain_or_quoted, quoted_scalar
from tui.storage.yaml.nodes import Mapping, Node, Scalar

TextEdit: TypeAlias = tuple[int, int, str]
"""A start, an end and what to put between them."""

FieldChanges: TypeAlias = AnyMapping[str, object]
"""New values by key; None removes the key."""

KeyValue: TypeAlias = tuple[Scalar, Node]
"""A key and its value."""

_RANKS = {name: rank for rank, name in enumerate(FIELDS)}


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """Return the text with the edits made, which must not overlap."""
    for start, end, put in sorted(edits, reverse=True):
        text = text[:start] + put + text[end:]
    return text


def newline_of(text: str) -> str:
    """Return the line break that a text uses first, or a line feed."""
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def line_start(text: str, index: int) -> int:
    """Return where the line of an offset begins."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def line_end(text: str, index: int) -> int:
    """Return where the line of an offset ends, before its break."""
    ends = [end for end in (text.find("\n", index), text.find("\r", index)) if end >= 0]
    return min(ends, default=len(text))


def next_line(text: str, index: int) -> int:
    """Return where the line after that of an offset begins, or the text's end."""
    end = line_end(text, index)
    return end + (2 if text.startswith("\r\n", end) else 1) if end < len(text) else end


def column_of(text: str, index: int) -> int:
    """Return how many characters stand before an offset in its line."""
    return index - line_start(text, index)


def yaml_field(name: str, value: object, indent: str, newline: str, *, blocks: bool = True) -> str:
    """Return a field of a block mapping; a text of several lines becomes a literal block where `blocks` allows."""
    literal = literal_block(value, indent + "  ", newline) if blocks and isinstance(value, str) else None
    return f"{_key(name)}: {literal or _on_line(name, value)}"


def edit_fields(text: str, mapping: Mapping, changes: FieldChanges, *, blocks: bool = True) -> str:
    """Return the text with these fields of a record changed, removed, or added where people would look for them."""
    if mapping.flow:
        return apply_edits(text, _flow_edits(mapping, changes))
    return apply_edits(text, _block_edits(text, mapping, changes, blocks))


def _block_edits(text: str, mapping: Mapping, changes: FieldChanges, blocks: bool) -> Iterable[TextEdit]:
    indent, newline = " " * column_of(text, mapping.start), newline_of(text)

    def written(name: str) -> str:
        return yaml_field(name, changes[name], indent, newline, blocks=blocks)

    def removal(position: int) -> TextEdit:
        key, value = entries[position]
        return line_start(text, key.start), next_line(text, _end(key, value)), ""

    entries = list(mapping.entries.values())
    yield from _replacements(mapping, changes, written)
    yield from _removals(entries, changes, removal)
    for before, names in _additions(_survivors(entries, changes), _added(mapping, changes)):
        end = line_end(text, _end(*before))
        yield end, end, "".join(newline + indent + written(name) for name in names)


def _flow_edits(mapping: Mapping, changes: FieldChanges) -> Iterable[TextEdit]:
    def written(name: str) -> str:
        value = changes[name]
        in_quotes = isinstance(value, str) and "," in value
        return f"{_key(name)}: {quoted_scalar(str(value)) if in_quotes else _in_flow(name, value)}"

    def removal(position: int) -> TextEdit:
        return _end(*entries[position - 1]), _end(*entries[position]), ""

    entries = list(mapping.entries.values())
    yield from _replacements(mapping, changes, written)
    yield from _removals(entries, changes, removal)
    for before, names in _additions(_survivors(entries, changes), _added(mapping, changes)):
        end = _end(*before)
        yield end, end, "".join(f", {written(name)}" for name in names)


def _in_flow(name: str, value: object) -> str:
    if isinstance(value, str) and name not in OFFSETS:
        return plain_or_quoted(value, flow=True)
    return _on_line(name, value)


def _on_line(name: str, value: object) -> str:
    """Return a value on one line; an offset as the number that every YAML reader takes it for."""
    if name in OFFSETS and isinstance(value, str) and value.isascii() and value.isdecimal():
        return value
    return line_value(value)


def _replacements(mapping: Mapping, changes: FieldChanges, written: Callable[[str], str]) -> Iterable[TextEdit]:
    for name, (key, value) in mapping.entries.items():
        if changes.get(name) is not None:
            yield key.start, _end(key, value), written(name)


def _removals(entries: list[KeyValue], changes: FieldChanges, removal: Callable[[int], TextEdit]) -> Iterable[TextEdit]:
    """Yield what removes the entries; those at the head share a line with the list's dash, or stand at the brace."""
    first = _survivors(entries, changes)[0]
    head = entries.index(first)
    if head:
        yield entries[0][0].start, first[0].start, ""
    for position in range(head + 1, len(entries)):
        if _is_removed(entries[position], changes):
            yield removal(position)


def _survivors(entries: list[KeyValue], changes: FieldChanges) -> list[KeyValue]:
    return [entry for entry in entries if not _is_removed(entry, changes)]


def _is_removed(entry: KeyValue, changes: FieldChanges) -> bool:
    name = entry[0].value
    return name in changes and changes[name] is None


def _added(mapping: Mapping, changes: FieldChanges) -> list[str]:
    return [name for name, value in changes.items() if value is not None and name not in mapping.entries]


def _additions(entries: list[KeyValue], names: list[str]) -> Iterable[tuple[KeyValue, list[str]]]:
    """Yield the new fields, each behind the field that it follows in a new record; unknown ones behind the last."""
    behind: dict[int, list[str]] = {}
    for name in names:
        behind.setdefault(_position(entries, name), []).append(name)
    for position, added in behind.items():
        yield entries[position], added


def _position(entries: list[KeyValue], name: str) -> int:
    rank = _RANKS.get(name, len(_RANKS) + 1)
    before = (at for at, (key, _) in enumerate(entries) if _RANKS.get(key.value, len(_RANKS)) < rank)
    return max(before, default=len(entries) - 1)


def _key(name: str) -> str:
    return plain_or_quoted(name, flow=True)


def _end(key: Scalar, value: Node) -> int:
    return max(key.end, value.end)

"""Change fields of a record in its file's text, and no other byte."""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as AnyMapping
from typing import TypeAlias

from tui.storage.records.schema import FIELDS, OFFSETS
from tui.storage.yaml.emitter import line_value, literal_block, plain_or_quoted, quoted_scalar
from tui.storage.yaml.nodes import Mapping, Node, Scalar

TextEdit: TypeAlias = tuple[int, int, str]
"""A start, an end, and the text that replaces what is between them."""

FieldChanges: TypeAlias = AnyMapping[str, object]
"""New values by key; None removes the key."""

KeyValue: TypeAlias = tuple[Scalar, Node]
"""A key and its value."""


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """Return the text after edits that do not overlap."""
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def newline_of(text: str) -> str:
    """Return the first line break of a text, or a line feed."""
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def line_start(text: str, offset: int) -> int:
    """Return the start of the line of an offset: of 3 in `a`, `bc` it is 2."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Return the end of the line of an offset, before its line break."""
    ends = [end for end in (text.find("\n", offset), text.find("\r", offset)) if end >= 0]
    return min(ends, default=len(text))


def next_line(text: str, offset: int) -> int:
    """Return the start of the line after an offset, or the text's end."""
    end = line_end(text, offset)
    return end + (2 if text.startswith("\r\n", end) else 1) if end < len(text) else end


def column_of(text: str, offset: int) -> int:
    """Return the number of code points before an offset in its line."""
    return offset - line_start(text, offset)


def yaml_field(name: str, value: object, indent: str, newline: str, *, blocks: bool = True) -> str:
    """Return a field of a block mapping, with literal blocks if allowed."""
    literal = literal_block(value, indent + "  ", newline) if blocks and isinstance(value, str) else None
    return f"{_key(name)}: {literal or _on_line(name, value)}"


def edit_fields(
    text: str, mapping: Mapping, changes: FieldChanges, *, blocks: bool = True, order: tuple[str, ...] = FIELDS
) -> str:
    """Return the text with fields changed, removed, or added in an order."""
    if mapping.flow:
        return apply_edits(text, _flow_edits(mapping, changes, order))
    return apply_edits(text, _block_edits(text, mapping, changes, blocks, order))


def _block_edits(
    text: str, mapping: Mapping, changes: FieldChanges, blocks: bool, order: tuple[str, ...]
) -> Iterable[TextEdit]:
    indent, newline = " " * column_of(text, mapping.start), newline_of(text)

    def new_text(name: str) -> str:
        return yaml_field(name, changes[name], indent, newline, blocks=blocks)

    def removal(position: int) -> TextEdit:
        key, value = entries[position]
        return line_start(text, key.start), next_line(text, _end(key, value)), ""

    entries = list(mapping.entries.values())
    yield from _replacements(mapping, changes, new_text)
    yield from _removals(entries, changes, removal)
    for before, names in _additions(_survivors(entries, changes), _added(mapping, changes), order):
        end = line_end(text, _end(*before))
        yield end, end, "".join(newline + indent + new_text(name) for name in names)


def _flow_edits(mapping: Mapping, changes: FieldChanges, order: tuple[str, ...]) -> Iterable[TextEdit]:
    def new_text(name: str) -> str:
        value = changes[name]
        in_quotes = isinstance(value, str) and "," in value
        return f"{_key(name)}: {quoted_scalar(str(value)) if in_quotes else _in_flow(name, value)}"

    def removal(position: int) -> TextEdit:
        return _end(*entries[position - 1]), _end(*entries[position]), ""

    entries = list(mapping.entries.values())
    yield from _replacements(mapping, changes, new_text)
    yield from _removals(entries, changes, removal)
    for before, names in _additions(_survivors(entries, changes), _added(mapping, changes), order):
        end = _end(*before)
        yield end, end, "".join(f", {new_text(name)}" for name in names)


def _in_flow(name: str, value: object) -> str:
    if isinstance(value, str) and name not in OFFSETS:
        return plain_or_quoted(value, flow=True)
    return _on_line(name, value)


def _on_line(name: str, value: object) -> str:
    """Return a value on one line, without quotes if it is an offset."""
    if name not in OFFSETS:
        return line_value(value)
    if isinstance(value, tuple) and all(_is_offset(item) for item in value):
        return f"[{', '.join(value)}]"
    return str(value) if _is_offset(value) else line_value(value)


def _is_offset(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and value.isdecimal()


def _replacements(mapping: Mapping, changes: FieldChanges, new_text: Callable[[str], str]) -> Iterable[TextEdit]:
    for name, (key, value) in mapping.entries.items():
        if changes.get(name) is not None:
            yield key.start, _end(key, value), new_text(name)


def _removals(entries: list[KeyValue], changes: FieldChanges, removal: Callable[[int], TextEdit]) -> Iterable[TextEdit]:
    # The first entries share a line with the list's dash or the brace, so they are removed up to the next entry.
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


def _additions(
    entries: list[KeyValue], names: list[str], order: tuple[str, ...]
) -> Iterable[tuple[KeyValue, list[str]]]:
    """Yield each entry that new fields follow, with their names."""
    ranks = {name: rank for rank, name in enumerate(order)}
    names_after: dict[int, list[str]] = {}
    for name in names:
        names_after.setdefault(_position(entries, name, ranks), []).append(name)
    for position, added in names_after.items():
        yield entries[position], added


def _position(entries: list[KeyValue], name: str, ranks: AnyMapping[str, int]) -> int:
    rank = ranks.get(name, len(ranks) + 1)  # an unknown field comes last
    before = (position for position, (key, _) in enumerate(entries) if ranks.get(key.value, len(ranks)) < rank)
    return max(before, default=len(entries) - 1)


def _key(name: str) -> str:
    return plain_or_quoted(name, flow=True)


def _end(key: Scalar, value: Node) -> int:
    return max(key.end, value.end)

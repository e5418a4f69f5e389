"""Remove a record from a list file's text, and insert it again.

The list is in YAML's block style, one item below another with a dash, or in flow style, `[{…}, {…}]`. Offsets are in
code points of the text.
"""

import re
from dataclasses import dataclass

from tui.model.names import compose_name
from tui.storage.records.field_edits import TextEdit, apply_edits, column_of, line_start, newline_of, next_line
from tui.storage.records.schema import RECORDS_KEY
from tui.storage.records.text_change import TextChange
from tui.storage.yaml.nodes import Mapping, Node, Scalar, Sequence

_COMMA = re.compile(r"\s*,")


@dataclass(frozen=True, slots=True)
class RemovedItem:
    """A record's text, and what it takes to find its position again."""

    source: str
    """Its lines with the dash, from a block list; the item alone, from a flow list."""
    gap: str = ""
    """The comments and blank lines above it, below the record before it or the list's key."""
    previous: str = ""
    """The id of the record before it; empty for the first one."""
    following: str = ""
    """The id of the record after it; empty for the last one."""
    change: TextChange | None = None
    """What restores the whole list, if nobody has changed the list since."""
    left: str = ""
    """The fingerprint of the list without the record."""


def remove_item(text: str, root: Mapping, index: int) -> tuple[str, RemovedItem]:
    """Return the text without a record of its list, and the record."""
    key, sequence = root.entries[RECORDS_KEY]
    if not isinstance(sequence, Sequence):
        raise TypeError("the annotations are not a list")
    ids = [item_id(item) for item in sequence.items]
    previous = ids[index - 1] if index else ""
    following = ids[index + 1] if index + 1 < len(ids) else ""
    if sequence.flow:
        source = text[sequence.items[index].start : sequence.items[index].end]
        return _without_flow_item(text, sequence.items, index), RemovedItem(source, "", previous, following)
    start, end = _item_lines(text, key, sequence, index)
    gap = text[_gap_start(text, key, sequence, index) : start]
    edits: list[TextEdit] = [(start, end, "")]
    if len(ids) == 1:  # a list without items must be written in flow style
        colon = text.index(":", key.end) + 1
        edits.append((colon, colon, " []"))
    return apply_edits(text, edits), RemovedItem(text[start:end], gap, previous, following)


def insert_item(text: str, root: Mapping, removed: RemovedItem) -> str:
    """Return the text with a record beside an old neighbour, or at the end."""
    newline = newline_of(text)
    if RECORDS_KEY not in root.entries:
        return _with_newline(text, newline) + f"{RECORDS_KEY}:{newline}" + _block_item(removed, newline)
    key, sequence = root.entries[RECORDS_KEY]
    if isinstance(sequence, Sequence) and sequence.items:
        if sequence.flow:
            return _insert_in_flow(text, sequence, removed)
        return _insert_in_block(text, key, sequence, removed)
    return _insert_in_empty(text, key, sequence, removed)


def list_items(root: Node | None) -> list[Node]:
    """Return the items of a list file, or an empty list."""
    sequence = root.get(RECORDS_KEY) if isinstance(root, Mapping) else None
    return sequence.items if isinstance(sequence, Sequence) else []


def item_id(item: Node) -> str:
    """Return the id of an item in NFC, or an empty string."""
    name = item.get("id") if isinstance(item, Mapping) else None
    return compose_name(name.value) if isinstance(name, Scalar) else ""


def _item_lines(text: str, key: Scalar, sequence: Sequence, index: int) -> tuple[int, int]:
    """Return the start and end of an item's lines, from its dash.

    The dash may be on a line above the item.
    """
    item = sequence.items[index]
    gap_start = _gap_start(text, key, sequence, index)
    dash = re.compile(rf"^[ ]{{{column_of(text, sequence.start)}}}-(?=\s)", re.MULTILINE)
    starts = [match.start() for match in dash.finditer(text, gap_start, item.start)]
    return starts[-1] if starts else line_start(text, item.start), next_line(text, item.end)


def _gap_start(text: str, key: Scalar, sequence: Sequence, index: int) -> int:
    """Return the start of the line after the item before, or after the key."""
    return next_line(text, sequence.items[index - 1].end if index else key.end)


def _without_flow_item(text: str, items: list[Node], index: int) -> str:
    start, end = items[index].start, items[index].end
    if index + 1 < len(items):
        end = items[index + 1].start
    elif index:
        start = items[index - 1].end
    elif comma := _COMMA.match(text, end):  # brackets with a comma alone are no list
        end = comma.end()
    return text[:start] + text[end:]


def _insert_in_block(text: str, key: Scalar, sequence: Sequence, removed: RemovedItem) -> str:
    """Insert after the record before, else above the one after, else last."""
    ids = [item_id(item) for item in sequence.items]
    source = _block_item(removed, newline_of(text))
    if removed.previous in ids or not removed.previous:
        index = ids.index(removed.previous) + 1 if removed.previous else 0
        offset = _gap_start(text, key, sequence, index)
        if text.startswith(removed.gap, offset):
            return _insert_lines(text, offset + len(removed.gap), source)
    if removed.following in ids and removed.following:
        offset, _ = _item_lines(text, key, sequence, ids.index(removed.following))
        return _insert_lines(text, offset, source)
    return _insert_lines(text, next_line(text, sequence.end), source)


def _insert_in_empty(text: str, key: Scalar, sequence: Node, removed: RemovedItem) -> str:
    if sequence.end > sequence.start:  # it is written as `[]` or as a word for null
        text = text[: sequence.start].rstrip(" ") + text[sequence.end :]
    offset = next_line(text, key.end)
    if text.startswith(removed.gap, offset):
        offset += len(removed.gap)
    return _insert_lines(text, offset, _block_item(removed, newline_of(text)))


def _insert_in_flow(text: str, sequence: Sequence, removed: RemovedItem) -> str:
    ids = [item_id(item) for item in sequence.items]
    if removed.following in ids and removed.following:
        offset = sequence.items[ids.index(removed.following)].start
        return text[:offset] + removed.source + ", " + text[offset:]
    offset = sequence.items[-1].end
    return text[:offset] + ", " + removed.source + text[offset:]


def _block_item(removed: RemovedItem, newline: str) -> str:
    """Return the lines of a record in a block list, from whichever list."""
    source = removed.source
    return f"  - {source}{newline}" if source.startswith("{") else source


def _insert_lines(text: str, offset: int, source: str) -> str:
    """Insert whole lines, after adding a missing line break before them."""
    newline = newline_of(text)
    if offset and not text[:offset].endswith(("\n", "\r")):
        return text[:offset] + newline + source.rstrip("\r\n") + text[offset:]
    return text[:offset] + _with_newline(source, newline if offset < len(text) else "") + text[offset:]


def _with_newline(text: str, newline: str) -> str:
    return text if not text or text.endswith(("\n", "\r")) else text + newline

"""Taking a record out of a list file's text, and putting it back where it stood. Pure."""

import re
from dataclasses import dataclass

from tui.storage.records.field_edits import TextEdit, apply_edits, column_of, line_start, newline_of, next_line
from tui.storage.records.schema import RECORDS_KEY
from tui.storage.yaml.nodes import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class RemovedItem:
    """A record's own text, and what it takes to find its place again."""

    source: str
    """With its dash and its line break, or as it stood between brackets."""
    gap: str = ""
    """What stood between it and the record before it, or the head of the list."""
    previous: str = ""
    """The id of the record before it; empty for the first one."""
    following: str = ""
    """The id of the record after it; empty for the last one."""


def remove_item(text: str, root: Mapping, index: int) -> tuple[str, RemovedItem]:
    """Return the text without the record at `index` of its list, and the record; comments around it stay."""
    key, listed = root.entries[RECORDS_KEY]
    if not isinstance(listed, Sequence):
        raise TypeError("a record is taken out of a list")
    ids = [item_id(item) for item in listed.items]
    before = ids[index - 1] if index else ""
    after = ids[index + 1] if index + 1 < len(ids) else ""
    if listed.flow:
        return _take_from_brackets(text, listed, index, before, after)
    start, end = _item_lines(text, key, listed, index)
    gap = text[_after_previous(text, key, listed, index) : start]
    edits: list[TextEdit] = [(start, end, "")]
    if len(ids) == 1:
        colon = text.index(":", key.end) + 1
        edits.append((colon, colon, " []"))
    return apply_edits(text, edits), RemovedItem(text[start:end], gap, before, after)


def insert_item(text: str, root: Mapping, removed: RemovedItem) -> str:
    """Return the text with a record back between its old neighbours, or at the end where they are gone."""
    newline = newline_of(text)
    if RECORDS_KEY not in root.entries:
        return _ended(text, newline) + f"{RECORDS_KEY}:{newline}" + _block_item(removed, newline)
    key, listed = root.entries[RECORDS_KEY]
    if isinstance(listed, Sequence) and listed.items:
        if listed.flow:
            return _put_between_brackets(text, listed, removed)
        return _put_between_lines(text, key, listed, removed)
    return _put_into_empty(text, key, listed, removed)


def item_id(item: Node) -> str:
    """Return the id of a list's item, or an empty string."""
    name = item.get("id") if isinstance(item, Mapping) else None
    return name.value if isinstance(name, Scalar) else ""


def _item_lines(text: str, key: Scalar, listed: Sequence, index: int) -> tuple[int, int]:
    item = listed.items[index]
    since = _after_previous(text, key, listed, index)
    dash = re.compile(rf"^[ ]{{{column_of(text, listed.start)}}}-(?=\s)", re.MULTILINE)
    starts = [found.start() for found in dash.finditer(text, since, item.start)]
    return starts[-1] if starts else line_start(text, item.start), next_line(text, item.end)


def _after_previous(text: str, key: Scalar, listed: Sequence, index: int) -> int:
    return next_line(text, listed.items[index - 1].end if index else key.end)


def _take_from_brackets(text: str, listed: Sequence, index: int, before: str, after: str) -> tuple[str, RemovedItem]:
    item = listed.items[index]
    start, end = item.start, item.end
    if after:
        end = listed.items[index + 1].start
    elif index:
        start = listed.items[index - 1].end
    removed = RemovedItem(text[item.start : item.end], "", before, after)
    return text[:start] + text[end:], removed


def _put_between_lines(text: str, key: Scalar, listed: Sequence, removed: RemovedItem) -> str:
    ids = [item_id(item) for item in listed.items]
    source = _block_item(removed, newline_of(text))
    if removed.previous in ids or not removed.previous:
        index = ids.index(removed.previous) + 1 if removed.previous else 0
        place = _after_previous(text, key, listed, index)
        if text.startswith(removed.gap, place):
            return _put_line(text, place + len(removed.gap), source)
    if removed.following in ids and removed.following:
        place, _ = _item_lines(text, key, listed, ids.index(removed.following))
        return _put_line(text, place, source)
    return _put_line(text, next_line(text, listed.end), source)


def _put_into_empty(text: str, key: Scalar, listed: Node, removed: RemovedItem) -> str:
    if listed.end > listed.start:
        start = line_start(text, listed.start) + len(text[line_start(text, listed.start) : listed.start].rstrip(" "))
        text = text[:start] + text[listed.end :]
    place = next_line(text, key.end)
    if text.startswith(removed.gap, place):
        place += len(removed.gap)
    return _put_line(text, place, _block_item(removed, newline_of(text)))


def _put_between_brackets(text: str, listed: Sequence, removed: RemovedItem) -> str:
    ids = [item_id(item) for item in listed.items]
    if removed.following in ids and removed.following:
        place = listed.items[ids.index(removed.following)].start
        return text[:place] + removed.source + ", " + text[place:]
    place = listed.items[-1].end
    return text[:place] + ", " + removed.source + text[place:]


def _block_item(removed: RemovedItem, newline: str) -> str:
    source = removed.source
    return f"  - {source}{newline}" if source.startswith("{") else source


def _put_line(text: str, place: int, source: str) -> str:
    """Put whole lines at the beginning of a line, or behind a last line that lacks its break."""
    newline = newline_of(text)
    if place and not text[:place].endswith(("\n", "\r")):
        return text[:place] + newline + source.rstrip("\r\n") + text[place:]
    return text[:place] + _ended(source, newline if place < len(text) else "") + text[place:]


def _ended(text: str, newline: str) -> str:
    return text if not text or text.endswith(("\n", "\r")) else text + newline

"""Merge two changed versions of one field, or of a mapping by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.timestamp import instant
from tui.storage.git.parts import TextPart, UnmergeableError, entry_parts, group, line_begin
from tui.storage.git.three_way import MergeBoth, Merged, Three, Values, Versions, merge_part, merged_order
from tui.storage.records.field_edits import apply_edits, edit_fields
from tui.storage.records.item_edits import item_edits
from tui.storage.records.schema import FIELDS
from tui.storage.yaml.nodes import Mapping, Scalar
from tui.storage.yaml.nodes import Sequence as ListNode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.storage.yaml.nodes import Node, PlainValue

_SETS = frozenset({"tags", "was", "resolves", "contradicts", "sources"})
"""Lists without an order. What one side adds or removes leaves alone what the other does."""
_SPEAKER = "speaker"
_MODIFIED = "modified"
_PLACE = frozenset({"quote", "prefix", "suffix", "start", "end"})
"""The fields of a quote's place, which belong together."""
_SHORT = "text"
"""The field that a proposition's sentence is, if it is written without a mapping."""


def merge_record_field(base: TextPart | None, ours: TextPart, theirs: TextPart, column: int) -> Merged | None:
    """Return a merged field of a record, or None if both changed it."""
    if ours.name == _MODIFIED:
        later = max(ours, theirs, key=lambda part: instant(str(part.value)))
        return Merged(later.shifted(column), dict(later.values), dict(later.values))
    if ours.name in _SETS or (ours.name == _SPEAKER and _only_added(base, ours, theirs)):
        return _merge_names(base, ours, theirs)
    return None


def merge_fields(base: TextPart | None, ours: TextPart, theirs: TextPart, column: int) -> Merged | None:
    """Return a mapping merged by field, or None if it must stay whole."""
    versions = Versions(base, ours, theirs)
    if all(part is None or _is_block(part.node) for part in versions.all):
        return merge_block(versions, column)
    return _merge_values(versions, column)


def merge_names(base: TextPart | None, ours: TextPart, theirs: TextPart, column: int) -> Merged | None:
    """Return the other names of a speaker that either side knows, or None."""
    del column
    return _merge_names(base, ours, theirs)


def merge_block(three: Three, column: int) -> Merged | None:
    """Return a block mapping on several lines merged by field."""
    base, ours, theirs = three.all
    if ours is None or theirs is None:
        return None
    lead = _lead(ours)
    inner = [_fields(part) if part else [] for part in (base, ours, theirs)]
    merged = merge_entries(inner, merge_record_field)
    if lead is None:
        return _moved(merged, ours, column)
    first = merged.text[: len(lead)]
    if first.strip() or not merged.text:  # a mark or a comment is where the dash must be
        return None
    return _moved(Merged(lead + merged.text[len(lead) :], merged.ours, merged.theirs, merged.conflicts), ours, column)


def _moved(merged: Merged, ours: TextPart, column: int) -> Merged | None:
    """Return a merged mapping under its key or id."""
    if column != ours.column and merged.conflicts:
        return None
    head = ours.source[: _head_length(ours)]
    text = TextPart(ours.name, "", head + merged.text, {}, (), ours.column, "", 0, ours.node).shifted(column)
    return Merged(text, {ours.name: merged.ours}, {ours.name: merged.theirs}, merged.conflicts)


def _head_length(part: TextPart) -> int:
    """Return how many code points its lines have above its first field."""
    return 0 if _lead(part) else line_begin(part.text, part.node.start) - part.start


def _lead(part: TextPart) -> str | None:
    """Return the dash and the space before the first field, on its line."""
    if line_begin(part.text, part.node.start) > part.start:
        return None
    return part.text[part.start : part.node.start]


def _fields(part: TextPart) -> list[TextPart]:
    if not isinstance(part.node, Mapping):
        raise UnmergeableError
    start = line_begin(part.text, part.node.start)
    return entry_parts(part.text, part.node, start)


def merge_entries(sides: Sequence[list[TextPart]], merge_both: MergeBoth) -> Merged:
    """Return the entries of a mapping, or the items of a list, merged by name.

    The sides are the common ancestor, ours and theirs.
    """
    if _place_differs(sides):
        sides = [group(side, _PLACE, "quote") for side in sides]
    base, ours, theirs = [{part.name: part for part in side} for side in sides]
    column = next((part.column for part in (*sides[1], *sides[2])), 0)
    pieces = []
    for name in merged_order([*base], [*ours], [*theirs]):
        three = Versions(base.get(name), ours.get(name), theirs.get(name))
        if piece := merge_part(three, column, merge_both):
            pieces.append(piece)
    own = {key: value for piece in pieces for key, value in piece.ours.items()}
    other = {key: value for piece in pieces for key, value in piece.theirs.items()}
    return Merged("".join(piece.text for piece in pieces), own, other, sum(piece.conflicts for piece in pieces))


def _place_differs(sides: Sequence[list[TextPart]]) -> bool:
    """Return whether both sides changed the place of a quote differently."""
    base, ours, theirs = (
        {name: value for part in side for name, value in part.values.items() if name in _PLACE} for side in sides
    )
    return ours not in (base, theirs) and theirs != base


def _is_block(node: Node) -> bool:
    return isinstance(node, Mapping) and not node.flow


def _only_added(base: TextPart | None, ours: TextPart, theirs: TextPart) -> bool:
    known = set(_texts(base.value)) if base else set()
    is_list = isinstance(ours.value, tuple) or isinstance(theirs.value, tuple)
    return is_list and all(known <= set(_texts(part.value)) for part in (ours, theirs))


def _texts(value: PlainValue) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        return tuple(map(str, value))
    raise UnmergeableError


def _merge_names(base: TextPart | None, ours: TextPart, theirs: TextPart) -> Merged | None:
    """Return a list with what both added and without what either removed."""
    before, own, other = (_texts(part.value) if part else () for part in (base, ours, theirs))
    values = [item if item in other or item not in before else None for item in own]
    added = [item for item in other if item not in before and item not in own]
    merged = (*(item for item in values if item is not None), *added)
    if isinstance(ours.node, ListNode) and (edits := item_edits(ours.text, ours.node, values, added)) is not None:
        source = _edited(ours, apply_edits(ours.text, edits))
    else:
        source = _with_fields(ours, {ours.name: merged})
    return Merged(source, {ours.name: merged}, {ours.name: merged})


def _with_fields(part: TextPart, changes: dict[str, PlainValue | None]) -> str:
    """Return the lines of a part with a new value, and no other byte changed."""
    key = Scalar(part.name, part.start + part.column, part.key_end)
    mapping = Mapping(part.start + part.column, flow=False, text=part.text)
    mapping.raw = {part.name: (key, part.node)}
    return _edited(part, edit_fields(part.text, mapping, changes))


def _edited(part: TextPart, text: str) -> str:
    """Return the lines of a part in a text in which only they have changed."""
    after = len(part.text) - (part.start + len(part.source))
    return text[part.start : len(text) - after]


def _merge_values(three: Three, column: int) -> Merged | None:
    """Return a mapping in braces, or one beside a sentence, merged by field."""
    base, ours, theirs = three.all
    if ours is None or theirs is None:
        return None
    model, other = (ours, theirs) if isinstance(ours.node, Mapping) else (theirs, ours)
    if not isinstance(model.node, Mapping) or model.column != column:
        return None
    before, changed, wanted = (_named(part) for part in (base, model, other))
    changes = {name: wanted.get(name) for name in {**before, **wanted} if wanted.get(name) != before.get(name)}
    if any(changed.get(name) not in (before.get(name), value) for name, value in changes.items()):
        return None
    needed = {name: value for name, value in changes.items() if changed.get(name) != value}
    merged = {name: value for name, value in {**changed, **needed}.items() if value is not None}
    if not merged or model.comments != other.comments or not set(changed) - {n for n, v in needed.items() if v is None}:
        return None
    lines = _edited(model, edit_fields(model.text, model.node, needed, order=FIELDS)) if needed else model.source
    return Merged(lines, {ours.name: merged}, {ours.name: merged})


def _named(part: TextPart | None) -> Values:
    if part is None:
        return {}
    value = part.value
    if isinstance(value, str):
        return {_SHORT: value}
    if isinstance(value, tuple):
        raise UnmergeableError
    return dict(value)

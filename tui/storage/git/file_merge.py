"""Merge three versions of an annotation file or of the codebook by field."""

from dataclasses import dataclass

from tui.storage.git.field_merge import merge_entries, merge_fields, merge_names, merge_record_field
from tui.storage.git.parts import TextPart, UnmergeableError, entry_parts, item_parts, line_after, line_begin
from tui.storage.git.three_way import Merged, merge_gap
from tui.storage.records.schema import RECORDS_KEY
from tui.storage.yaml.document import parse
from tui.storage.yaml.merge_marks import one_side
from tui.storage.yaml.nodes import Mapping, PlainValue, Scalar, Sequence, plain_values

SECTIONS = {"propositions": merge_fields, "kinds": merge_fields, "speakers": merge_names, "annotators": merge_names}
"""How the entries of the codebook's sections are merged."""


@dataclass(frozen=True, slots=True)
class MergedText:
    """A merged file."""

    text: str
    conflicts: int


def merge_texts(base: str, ours: str, theirs: str) -> MergedText:
    """Return three texts merged by field, or raise UnmergeableError.

    The text is that of `ours` but for what `theirs` changed, and what both changed differently stands between git's
    marks. It is read again: what is not exactly what either side says is not returned.
    """
    newline = _common_newline(ours)
    texts = [_normal(text) for text in (base, ours, theirs)]
    merged = _merge(*texts)
    for index, values in enumerate((merged.ours, merged.theirs)):
        if _known(_mapping(one_side(merged.text, index))) != _known(values):
            raise UnmergeableError
    text = merged.text
    if not any(side.endswith("\n") for side in (ours, theirs)) and not merged.conflicts:
        text = text.removesuffix("\n")
    return MergedText(text.replace("\n", newline), merged.conflicts)


def _merge(base: str, ours: str, theirs: str) -> Merged:
    roots = [_root(text) for text in (base, ours, theirs)]
    sides = [entry_parts(text, root, _head_end(text, root)) if root else [] for text, root in roots]
    heads = [text[: _head_end(text, root)] if root else text for text, root in roots]
    tails = [text[line_after(text, root.last_end()) :] if root else "" for text, root in roots]
    merged = merge_entries(sides, _merge_root_entry)
    text = merge_gap(*heads) + merged.text + merge_gap(*tails)
    return Merged(text, merged.ours, merged.theirs, merged.conflicts)


def _merge_root_entry(base: TextPart | None, ours: TextPart, theirs: TextPart, column: int) -> Merged | None:
    if ours.name == RECORDS_KEY:
        return _merge_inner(base, ours, theirs, is_list=True)
    if ours.name in SECTIONS and not all(isinstance(part.node, Scalar) and part.value for part in (ours, theirs)):
        return _merge_inner(base, ours, theirs, is_list=False)
    return merge_record_field(base, ours, theirs, column)


def _merge_inner(base: TextPart | None, ours: TextPart, theirs: TextPart, *, is_list: bool) -> Merged:
    """Return a section of the codebook or the list of records merged by name."""
    name, sides = ours.name, [_inner(part) if part else [] for part in (base, ours, theirs)]
    merged = merge_entries(sides, merge_fields if is_list else SECTIONS[name])
    model = ours if sides[1] or not sides[2] else theirs
    head = model.text[model.start : line_after(model.text, model.key_end)]
    if not merged.text and (sides[1] or sides[2]):
        head = f"{name}: {'[]' if is_list else '{}'}\n"
    own, other = (tuple(side.values()) if is_list else side for side in (merged.ours, merged.theirs))
    return Merged(head + merged.text, {name: own}, {name: other}, merged.conflicts)


def _inner(part: TextPart) -> list[TextPart]:
    node = part.node
    if isinstance(node, Scalar) and not node.value:
        return []
    if isinstance(node, Mapping) and node.flow and not node.entries:
        return []
    if isinstance(node, Sequence) and node.flow and not node.items:
        return []
    if isinstance(node, Scalar) or node.flow:
        raise UnmergeableError
    if isinstance(node, Sequence):
        return item_parts(part.text, part.key_end, node)
    return entry_parts(part.text, node, line_after(part.text, part.key_end))


def _head_end(text: str, root: Mapping) -> int:
    return line_begin(text, root.start)


def _root(text: str) -> tuple[str, Mapping | None]:
    document = parse(text)
    if document.faults or not document.complete:
        raise UnmergeableError
    if document.root is None or (isinstance(document.root, Mapping) and not document.root.flow):
        return text, document.root
    raise UnmergeableError


def _mapping(text: str) -> dict[str, PlainValue]:
    _, root = _root(text)
    return plain_values(root) if root else {}


def _known(value: object) -> object:
    """Return a value in which all that is empty is equal."""
    if isinstance(value, dict):
        return {name: _known(item) for name, item in value.items()} or ""
    if isinstance(value, tuple):
        return tuple(map(_known, value)) or ""
    return value or ""


def _common_newline(text: str) -> str:
    """Return a text's line break, or raise UnmergeableError if it has two."""
    pairs = text.count("\r\n")
    if text.count("\r") != pairs or (pairs and pairs < text.count("\n")):
        raise UnmergeableError
    return "\r\n" if pairs else "\n"


def _normal(text: str) -> str:
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        raise UnmergeableError
    return text if not text or text.endswith("\n") else f"{text}\n"

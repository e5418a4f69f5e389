"""Replace a name in the records of one file, and no other byte."""

from collections.abc import Callable, Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from enum import StrEnum

from tui.errors import SaveError
from tui.model.names import compose_name, fold_annotator, fold_name
from tui.storage.records.field_edits import TextEdit, apply_edits, edit_fields
from tui.storage.records.item_edits import item_edits
from tui.storage.records.list_edits import list_items
from tui.storage.records.locate import RecordFile, parse_file
from tui.storage.records.schema import RECORDS_KEY
from tui.storage.yaml.emitter import plain_or_quoted
from tui.storage.yaml.nodes import Mapping, Node, PlainValue, Scalar, Sequence, plain_value, plain_values


class NameKind(StrEnum):
    """What a name in the records is a name of."""

    PROPOSITION = "proposition"
    SPEAKER = "speaker"
    KIND = "kind"
    TAG = "tag"
    ANNOTATOR = "annotator"
    ARTICLE = "article"


FIELDS_OF = {
    NameKind.PROPOSITION: ("about",),
    NameKind.SPEAKER: ("speaker", "via"),
    NameKind.KIND: ("kind",),
    NameKind.TAG: ("tags",),
    NameKind.ANNOTATOR: ("annotator",),
    NameKind.ARTICLE: ("article",),
}
"""The fields of a record that hold the names of each kind."""


_SPELLINGS = {NameKind.SPEAKER: fold_name, NameKind.ANNOTATOR: fold_annotator}
"""What the spellings of one person's name have in common. Other names have one spelling."""


@dataclass(frozen=True)
class Renaming:
    """One name of a kind, and the name that replaces it."""

    kind: NameKind
    old: str
    new: str

    @property
    def key(self) -> Callable[[str], str]:
        """What all spellings of a name have in common."""
        return _SPELLINGS.get(self.kind, compose_name)

    def matches(self, name: str) -> bool:
        """Return whether a name is the old one."""
        return self.key(name) == self.key(self.old)

    def renamed(self, name: str) -> str:
        """Return the new name for the old one, and any other name as it is."""
        return self.new if self.matches(name) else name

    def may_occur_in(self, content: bytes) -> bool:
        """Return whether a file may hold the old name, without parsing it."""
        # Other names can be written in several ways: in another Unicode form, as an escape, in another case.
        is_plain = self.old.isascii() and self.kind not in _SPELLINGS
        return not is_plain or self.old.encode() in content or b"\\" in content


def rename_in_file(file: RecordFile, renaming: Renaming) -> tuple[RecordFile, int]:
    """Return a file with the name replaced, and how many records changed.

    Raise SaveError if it cannot be changed so that it reads back the same.
    """
    root = file.document.root
    mappings = _mappings(root, renaming.kind)
    changed = {id(mapping): changes for mapping in mappings if (changes := _changes(mapping, renaming))}
    if not changed:
        return file, 0
    text = file.document.text
    for mapping in sorted(mappings, key=lambda mapping: mapping.start, reverse=True):
        # What follows a record is edited first, so that the offsets of the record stay right.
        if id(mapping) in changed:
            text = _edited(text, mapping, changed[id(mapping)], renaming)
    edited = parse_file(file.path, file.with_text(text))
    if _plain(edited.document.root, renaming) != _plain(root, renaming) or _is_left(edited, renaming):
        raise SaveError("cannot be changed so that it reads back the same; edit the file by hand", file.path)
    return edited, len(changed)


def names_in_file(file: RecordFile, kind: NameKind) -> Iterator[str]:
    """Yield each name of a kind in each record of a file."""
    for mapping in _mappings(file.document.root, kind):
        for name in FIELDS_OF[kind]:
            yield from _values(mapping.get(name))


def _mappings(root: Node | None, kind: NameKind) -> list[Mapping]:
    """Return the records of a file, and the head of a list if it has a name."""
    if not isinstance(root, Mapping):
        return []
    has_name = RECORDS_KEY not in root.raw or kind is NameKind.ARTICLE
    items = [item for item in list_items(root) if isinstance(item, Mapping)]
    return [root, *items] if has_name else items


def _changes(mapping: Mapping, renaming: Renaming) -> dict[str, tuple[str, ...]]:
    """Return the new values of the fields that hold the name, each once."""
    changes: dict[str, tuple[str, ...]] = {}
    for name in FIELDS_OF[renaming.kind]:
        values = _values(mapping.get(name))
        if any(renaming.renamed(value) != value for value in values):
            changes[name] = tuple(dict.fromkeys(map(renaming.renamed, values)))
    return changes


def _values(node: Node | None) -> list[str]:
    if isinstance(node, Sequence):
        return [item.value for item in node.items if isinstance(item, Scalar)]
    return [node.value] if isinstance(node, Scalar) and node.value else []


def _edited(text: str, mapping: Mapping, changes: AnyMapping[str, tuple[str, ...]], renaming: Renaming) -> str:
    nodes = {name: node for name in changes if (node := mapping.get(name))}
    edits: list[TextEdit] = []
    for node in nodes.values():
        in_place = _edits(text, node, mapping, renaming)
        if in_place is None:  # a list that cannot be changed at its place is written anew
            lists = {name: values for name, values in changes.items() if isinstance(nodes[name], Sequence)}
            single = {name: values[0] for name, values in changes.items() if name not in lists}
            return edit_fields(text, mapping, {**lists, **single})
        edits += in_place
    return apply_edits(text, edits)


def _edits(text: str, node: Node, mapping: Mapping, renaming: Renaming) -> list[TextEdit] | None:
    """Return the edits of a field's value, or None if they cannot be made."""
    if isinstance(node, Sequence):
        values = list(map(renaming.renamed, _values(node)))
        firsts = [None if value in values[:position] else value for position, value in enumerate(values)]
        return item_edits(text, node, firsts)
    if not isinstance(node, Scalar):
        return None
    return [(node.start, node.end, plain_or_quoted(renaming.new, flow=mapping.flow))]


def _plain(root: Node | None, renaming: Renaming) -> PlainValue:
    """Return a file's values with the old name replaced, to compare them."""
    if not isinstance(root, Mapping):
        return plain_value(root) if root else ()
    values = plain_values(root)
    if root in _mappings(root, renaming.kind):
        values = _renamed_values(root, renaming)
    items = list_items(root)
    return values | ({RECORDS_KEY: tuple(_replaced(item, renaming) for item in items)} if items else {})


def _replaced(node: Node, renaming: Renaming) -> PlainValue:
    return _renamed_values(node, renaming) if isinstance(node, Mapping) else plain_value(node)


def _renamed_values(mapping: Mapping, renaming: Renaming) -> dict[str, PlainValue]:
    values = plain_values(mapping)
    for name in FIELDS_OF[renaming.kind]:
        value = values.get(name)
        if isinstance(value, tuple):
            items = (renaming.renamed(item) if isinstance(item, str) else item for item in value)
            values[name] = tuple(dict.fromkeys(items))
        elif isinstance(value, str):
            values[name] = renaming.renamed(value)
    return values


def _is_left(file: RecordFile, renaming: Renaming) -> bool:
    """Return whether a record still has the old name."""
    return any(renaming.renamed(name) != name for name in names_in_file(file, renaming.kind))

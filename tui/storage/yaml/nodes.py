"""The nodes of a YAML document, each with its offsets in the text."""

import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping as AnyMapping

PlainValue: TypeAlias = "str | tuple[PlainValue, ...] | AnyMapping[str, PlainValue]"
"""The values of a node without its offsets: strings, tuples and dicts of them."""

OPEN = -1
"""The end of a list or mapping that is still open."""

_BLOCK_STYLES = frozenset("|>")
_BLANK_TAIL = re.compile(r"(?:\r?\n[ ]*)+\Z")


class Scalar:
    """A string, from `start` to before `end` in the document's code points."""

    __slots__ = ("end", "start", "style", "value")

    def __init__(self, value: str, start: int, end: int, style: str = "") -> None:
        self.value = value
        self.start = start
        self.end = end
        self.style = style
        """The character that opens it: a quote, `|` or `>`; empty for a plain scalar."""


class Sequence:
    """A list of nodes, with offsets in code points of the document."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = OPEN
        self.flow = flow
        """Whether it is written with brackets."""
        self.items: list[Node] = []

    def last_end(self) -> int:
        """Return the end of its last item, before the comments that follow."""
        return max(self.items[-1].end, self.start) if self.items else self.start


class Mapping:
    """Keys and values in order, with offsets in code points of the document."""

    __slots__ = ("_entries", "_text", "end", "faulty", "flow", "pending", "raw", "start")

    def __init__(self, start: int, flow: bool, text: str) -> None:
        self.start = start
        self.end = OPEN
        self.flow = flow
        """Whether it is written with braces."""
        self.faulty = True
        """Whether it contains a fault. True until its end is read, so a mapping that is cut off counts as faulty."""
        self.raw: dict[str, tuple[Any, Any]] = {}
        """The entries, with the parser's events as scalars. To read a valid record, no more is needed."""
        self.pending: Any = None
        """The key whose value comes next while the document is read."""
        self._entries: dict[str, tuple[Scalar, Node]] | None = None
        self._text = text

    @property
    def entries(self) -> dict[str, tuple[Scalar, "Node"]]:
        """The key and value of each entry as nodes.

        They are built on first use: only an edit or an error message needs the offsets of scalars.
        """
        if self._entries is None:
            text, raw = self._text, self.raw.items()
            self._entries = {name: (node_of(key, text), node_of(value, text)) for name, (key, value) in raw}
            self.raw = dict(self._entries)
        return self._entries

    def get(self, name: str) -> "Node | None":
        """Return the value of a key, or None if there is no such key."""
        entry = self.entries.get(name)
        return entry[1] if entry else None

    def last_end(self) -> int:
        """Return the end of its last entry, before the comments that follow."""
        if not self.raw:
            return self.start
        key, value = next(reversed(self.raw.values()))
        return max(end_of(key, self._text), end_of(value, self._text))


Node: TypeAlias = Scalar | Sequence | Mapping
_NODES = frozenset({Scalar, Sequence, Mapping})
NESTED = frozenset({Sequence, Mapping})
"""The nodes that contain other nodes."""


def node_of(part: Any, text: str) -> Any:
    """Return the node of a scalar's event, or `part` itself if it is a node."""
    if type(part) in _NODES:
        return part
    return Scalar(part.value, part.start_mark.index, end_of(part, text), part.style or "")


def end_of(part: Any, text: str) -> int:
    """Return the end of a scalar's event or of a node, in code points."""
    if type(part) in _NODES:
        return int(part.end)
    start, end = part.start_mark.index, int(part.end_mark.index)
    return _block_end(part.value, start, text[start:end]) if part.style in _BLOCK_STYLES else end


def _block_end(value: str, start: int, source: str) -> int:
    """Return the end of a block scalar, before its last line break.

    Blank lines after its text are part of it only if its header has a `+`, or if they may be text that ends in spaces.
    `start` and the end are offsets in code points of the document: for `|`, `  a` and a blank line from 10, it is 15.
    """
    header = source.split("\n", 1)[0]
    if "+" in header or value.rstrip("\r\n").endswith((" ", "\t")):
        return start + len(source.removesuffix("\n").removesuffix("\r"))
    blank_tail = _BLANK_TAIL.search(source)
    return start + (blank_tail.start() if blank_tail else len(source))


def plain_value(node: Node) -> PlainValue:
    """Return a node's values without their offsets."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return tuple(plain_value(item) for item in node.items)
    return plain_values(node)


def plain_values(mapping: Mapping) -> dict[str, PlainValue]:
    """Return the values of a mapping by key, without their offsets."""
    return {name: plain_value(value) for name, (_, value) in mapping.entries.items()}


def node_noun(node: Node) -> str:
    """Return what a node is called in messages."""
    if isinstance(node, Scalar):
        return "text"
    return "a list" if isinstance(node, Sequence) else "a mapping"

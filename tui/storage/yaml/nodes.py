"""The parts of a YAML document, each with its place: what `strict_yaml` builds and `splice` edits."""

import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping as AnyMapping

PlainValue: TypeAlias = "str | tuple[PlainValue, ...] | AnyMapping[str, PlainValue]"
"""The values of a node without its places: strings, tuples and dicts of them."""

OPEN = -1
"""The end of a list or mapping that the document breaks off in."""

_BLOCK_STYLES = frozenset("|>")
_BLANK_TAIL = re.compile(r"(?:\r?\n[ ]*)+\Z")


class Scalar:
    """A string; offsets in code points of the document's text, `end` is exclusive."""

    __slots__ = ("end", "start", "style", "value")

    def __init__(self, value: str, start: int, end: int, style: str = "") -> None:
        self.value = value
        self.start = start
        self.end = end
        self.style = style
        """Empty for a plain scalar, else the sign that opens it."""


class Sequence:
    """A list of nodes; offsets in code points of the document's text."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = OPEN
        self.flow = flow
        """Whether it is written with brackets."""
        self.items: list[Node] = []

    def last_end(self) -> int:
        """Return where its last item ends; the mark of a block's own end stands behind the comments that follow."""
        return max(self.items[-1].end, self.start) if self.items else self.start


class Mapping:
    """Keys and values, in the order of the file; offsets in code points of the document's text."""

    __slots__ = ("_entries", "_text", "end", "faulty", "flow", "pending", "raw", "start")

    def __init__(self, start: int, flow: bool, text: str) -> None:
        self.start = start
        self.end = OPEN
        self.flow = flow
        """Whether it is written with braces."""
        self.faulty = True
        """Whether something in it was refused, or the document breaks off in it; settled when it closes."""
        self.raw: dict[str, tuple[Any, Any]] = {}
        """The entries as the parser told them, a text as its event: enough to read a record that is right."""
        self.pending: Any = None
        """The key that waits for its value, while the document is read."""
        self._entries: dict[str, tuple[Scalar, Node]] | None = None
        self._text = text

    @property
    def entries(self) -> dict[str, tuple[Scalar, "Node"]]:
        """The entries with their places, which are only worked out for what is edited or wrong."""
        if self._entries is None:
            text, raw = self._text, self.raw.items()
            self._entries = {name: (node_of(key, text), node_of(value, text)) for name, (key, value) in raw}
            self.raw = dict(self._entries)
        return self._entries

    def get(self, name: str) -> "Node | None":
        """Return the value of a key, or None where it lacks the key."""
        entry = self.entries.get(name)
        return entry[1] if entry else None

    def last_end(self) -> int:
        """Return where its last key or value ends, before the comments that follow."""
        if not self.raw:
            return self.start
        key, value = next(reversed(self.raw.values()))
        return max(_end_of(key, self._text), _end_of(value, self._text))


Node: TypeAlias = Scalar | Sequence | Mapping


def node_of(part: Any, text: str) -> Any:
    """Return a part of a document as a node: itself, or what a scalar's event in this text says."""
    if type(part) in _NODES:
        return part
    return Scalar(part.value, part.start_mark.index, _end_of(part, text), part.style or "")


def _end_of(part: Any, text: str) -> int:
    if type(part) in _NODES:
        return int(part.end)
    start, end = part.start_mark.index, int(part.end_mark.index)
    return _block_end(part.value, start, text[start:end]) if part.style in _BLOCK_STYLES else end


NESTED = frozenset({Sequence, Mapping})
_NODES = frozenset({Scalar, Sequence, Mapping})


def _block_end(value: str, start: int, source: str) -> int:
    """Return where a block scalar's last line ends: the blank lines after it belong to it only if it keeps them."""
    if "+" in source.split("\n", 1)[0] or value.rstrip("\r\n").endswith((" ", "\t")):
        return start + len(source.removesuffix("\n").removesuffix("\r"))
    blank = _BLANK_TAIL.search(source)
    return start + (blank.start() if blank else len(source))


def plain_value(node: Node) -> PlainValue:
    """Return the node's values alone."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return tuple(plain_value(item) for item in node.items)
    return {name: plain_value(value) for name, (_, value) in node.entries.items()}


def node_noun(node: Node) -> str:
    """Say in a word what the node is, for messages."""
    if isinstance(node, Scalar):
        return "text"
    return "a list" if isinstance(node, Sequence) else "a mapping"

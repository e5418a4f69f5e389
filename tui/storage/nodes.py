"""The parts of a YAML document, each with its place: what `strict_yaml` builds and `splice` edits."""

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping as AnyMapping

Plain: TypeAlias = "str | tuple[Plain, ...] | AnyMapping[str, Plain]"
"""The values of a node without its places: strings, tuples and dicts of them."""

OPEN = -1
"""The end of a list or mapping that the document breaks off in."""


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


class Mapping:
    """Keys and values, in the order of the file; offsets in code points of the document's text."""

    __slots__ = ("end", "entries", "flow", "pending", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.start = start
        self.end = OPEN
        self.flow = flow
        """Whether it is written with braces."""
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.pending: Scalar | None = None
        """The key that waits for its value, while the document is read."""

    def get(self, name: str) -> "Node | None":
        """Return the value of a key, or None where it lacks the key."""
        entry = self.entries.get(name)
        return entry[1] if entry else None


Node: TypeAlias = Scalar | Sequence | Mapping


def plain(node: Node) -> Plain:
    """Return the node's values alone."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return tuple(plain(item) for item in node.items)
    return {name: plain(value) for name, (_, value) in node.entries.items()}


def noun(node: Node) -> str:
    """Say in a word what the node is, for messages."""
    if isinstance(node, Scalar):
        return "text"
    return "a list" if isinstance(node, Sequence) else "a mapping"

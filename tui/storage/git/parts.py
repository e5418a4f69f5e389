"""Split a block mapping or list into its parts, without losing a byte.

A part is an entry or an item: its lines, and above them its gap, the comments and blank lines behind the part before.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, replace

from tui.storage.records.list_edits import item_id
from tui.storage.yaml.nodes import Mapping, Node, PlainValue, Scalar, Sequence, plain_value, plain_values

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)


class UnmergeableError(Exception):
    """The file can only be merged as text."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """An entry or an item with its lines."""

    name: str
    """The key, or the item's id."""
    gap: str
    source: str
    """Its lines with their line breaks."""
    values: AnyMapping[str, PlainValue]
    """Its value by its key; the place of a quote has several."""
    comments: tuple[str, ...]
    """Those inside its lines."""
    column: int
    """Of its key or dash, in code points."""
    text: str
    """The text of the whole file."""
    start: int
    """Where its lines begin in the file."""
    node: Node
    """Its value."""
    key_end: int = 0
    """The end of its key; 0 for an item."""

    @property
    def value(self) -> PlainValue:
        return self.values.get(self.name, "")

    def same_lines(self, other: "TextPart") -> bool:
        """Return whether both say the same, however it is written."""
        return self.values == other.values and self.comments == other.comments

    def same(self, other: "TextPart") -> bool:
        """Return whether both say the same, with the comments above."""
        return self.same_lines(other) and gap_comments(self.gap) == gap_comments(other.gap)

    def shifted(self, column: int) -> str:
        """Return its lines with the key or dash in a column."""
        return shift(self.source, column - self.column)


def line_begin(text: str, offset: int) -> int:
    """Return the start of an offset's line, in a text with line feeds only.

    Of 3 in `a`, `bc` it is 2. It does not look for a carriage return, which takes long in a text without one.
    """
    return text.rfind("\n", 0, offset) + 1


def line_after(text: str, offset: int) -> int:
    """Return the start of the line after an offset, or the text's end."""
    end = text.find("\n", offset)
    return end + 1 if end >= 0 else len(text)


def shift(lines: str, columns: int) -> str:
    """Indent lines by so many columns more, or less: `  a` by -2 is `a`."""
    if columns >= 0:
        return re.sub(r"^(?=[^\n])", " " * columns, lines, flags=re.MULTILINE)
    return re.sub(rf"^ {{{-columns}}}", "", lines, flags=re.MULTILINE)


def gap_comments(gap: str) -> list[str]:
    """Return the lines of a gap that are not blank."""
    return [line.strip() for line in gap.split("\n") if line.strip()]


def entry_parts(text: str, mapping: Mapping, start: int) -> list[TextPart]:
    """Return the entries of a block mapping, whose lines begin at `start`."""
    parts = []
    for name, (key, value) in mapping.entries.items():
        first = max(line_begin(text, key.start), start)
        end = line_after(text, max(key.end, value.end))
        column = key.start - line_begin(text, key.start)
        lead = " " * (key.start - first) if first == start and not text[first : key.start].isspace() else None
        source = text[first:end] if lead is None else lead + text[key.start : end]
        values = {name: plain_value(value)}
        comments = _comments(text, key.end, end, value)
        parts.append(TextPart(name, text[start:first], source, values, comments, column, text, first, value, key.end))
        start = end
    return parts


def item_parts(text: str, key_end: int, sequence: Sequence) -> list[TextPart]:
    """Return the items of a block list, which must have different ids."""
    parts, start = [], line_after(text, key_end)
    column = sequence.start - line_begin(text, sequence.start)
    dash = re.compile(rf"^[ ]{{{column}}}-(?=\s)", re.MULTILINE)
    for item in sequence.items:
        name, end = item_id(item), line_after(text, item.end)
        dashes = [match.start() for match in dash.finditer(text, start, item.start + 1)]
        if not name or not dashes or not isinstance(item, Mapping):
            raise UnmergeableError
        first = dashes[-1]
        values, comments = {name: plain_values(item)}, _comments(text, first, end, item)
        parts.append(TextPart(name, text[start:first], text[first:end], values, comments, column, text, first, item))
        start = end
    if len({part.name for part in parts}) < len(parts):
        raise UnmergeableError
    return parts


def group(parts: list[TextPart], names: frozenset[str], name: str) -> list[TextPart]:
    """Return the parts with those of some names as one, at the first's place."""
    chosen = [part for part in parts if part.name in names]
    if not chosen:
        return parts
    first = chosen[0]
    source = first.source + "".join(part.gap + part.source for part in chosen[1:])
    values = {key: value for part in chosen for key, value in part.values.items()}
    comments = tuple(comment for part in chosen for comment in part.comments)
    joined = replace(first, name=name, source=source, values=values, comments=comments)
    return [joined if part is first else part for part in parts if part is first or part not in chosen]


def _comments(text: str, start: int, end: int, node: Node) -> tuple[str, ...]:
    """Return the comments between two offsets that are outside of values."""
    pieces, position = [], start
    for scalar_start, scalar_end in _scalars(node):
        pieces.append(text[position : max(scalar_start, position)])
        position = max(scalar_end, position)
    return tuple(match[0].rstrip() for match in _COMMENT.finditer("x".join((*pieces, text[position:end]))))


def _scalars(node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, Scalar):
        yield node.start, node.end
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for key, value in node.entries.values():
            yield key.start, key.end
            yield from _scalars(value)

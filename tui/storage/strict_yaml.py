"""Strict YAML: every scalar is a string, every node knows its place, and what could surprise is refused.

It builds from the parser's events, in a loop and never by recursion, so that no depth can exhaust a stack. A fault
that harms one record only (a duplicate key, an alias, a tag) is listed, and the reading goes on behind it.
"""

import gc
import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tui.errors import RecordError
from tui.storage.nodes import OPEN, Mapping, Node, Scalar, Sequence, noun
from tui.storage.sources import decode
from tui.storage.yaml_words import explain, unreadable_character

if TYPE_CHECKING:
    from collections.abc import Callable

DEPTH_LIMIT = 32

_BLOCK_STYLES = frozenset("|>")
_LINE_BREAK = re.compile(r"\r\n?|\n")
_BLANK_TAIL = re.compile(r"(?:\r?\n[ ]*)+\Z")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something refused, at an offset in code points of the document's text."""

    index: int
    message: str


@dataclass(frozen=True)
class Document:
    """One YAML document, with all that was refused in it."""

    text: str
    """Without a byte order mark."""
    root: Node | None
    """None where there is nothing but comments."""
    faults: tuple[Fault, ...] = ()
    complete: bool = True
    """Whether it could be read to its end; else the last fault says why not."""
    file: Path = field(default=Path())

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def place(self, index: int) -> tuple[int, int]:
        """Return the line and the column (in code points), from 1, of an offset."""
        line = bisect_right(self._line_starts, index, hi=max(1, len(self._line_starts)))
        return line, index - self._line_starts[line - 1] + 1

    def faulty(self, node: Node) -> bool:
        """Whether something was refused in the node, or the document breaks off in it."""
        if not self.faults:
            return False
        return node.end == OPEN or any(node.start <= fault.index < node.end for fault in self.faults)

    def require(self) -> "Document":
        """Return the document itself; raises RecordError with the first fault where it has one."""
        if not self.faults:
            return self
        first = self.faults[0]
        raise RecordError(first.message, self.file, *self.place(first.index))


def read_document(content: bytes, file: Path = Path()) -> Document:
    """Return the document in a file's bytes with its faults listed; raises RecordError where it is not UTF-8."""
    return parse(decode(content, file), file)


def parse(text: str, file: Path = Path(), loader: Any = None) -> Document:
    """Return the document in `text`, with its faults listed."""
    builder = _Builder(text)
    with without_collecting():
        complete = builder.build(loader or _Loader)
    return Document(text, builder.root, tuple(builder.faults), complete, file)


class _BrokenOffError(Exception):
    """What comes next cannot be read; the fault is listed already."""


class _Builder:
    """Takes events, one by one, and keeps the lists and mappings that are still open on a stack."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._documents = 0
        self._open: list[Mapping | Sequence] = []
        self._parent: Mapping | Sequence | None = None

    def build(self, loader: Any) -> bool:
        """Read to the end and return True, or as far as it goes and return False."""
        try:
            self._take_all(loader(self.text).get_event)
        except _BrokenOffError:
            return False
        except yaml.reader.ReaderError:
            self.faults.append(Fault(*unreadable_character(self.text)))
            return False
        except yaml.MarkedYAMLError as error:
            self.faults.append(Fault(*explain(error, self.text)))
            return False
        return True

    def _take_all(self, next_event: "Callable[[], Any]") -> None:
        scalar = yaml.ScalarEvent
        steps: dict[type, Callable[[Any], None]] = {
            scalar: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: _pass_over,
            yaml.StreamStartEvent: _pass_over,
            yaml.StreamEndEvent: _pass_over,
        }
        while event := next_event():
            kind = type(event)
            if kind is scalar and event.anchor is None and event.tag is None:
                # Nine of ten events are such scalars: they are worth a road without calls.
                style = event.style or ""
                node = Scalar(event.value, event.start_mark.index, event.end_mark.index, style)
                parent = self._parent
                if type(parent) is Mapping and parent.pending is None:
                    parent.pending = node
                    continue
                if style in _BLOCK_STYLES:
                    node.end = self._block_end(node)
                self._put(node)
            else:
                steps[kind](event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._break_off(event, "a second document begins here; keep one in a file and remove the ---")

    def _scalar(self, event: Any) -> None:
        self._refuse_decoration(event)
        self._put(Scalar(event.value, event.start_mark.index, event.end_mark.index, event.style or ""))

    def _block_end(self, node: Scalar) -> int:
        """Return where a block scalar's last line ends: the blank lines after it belong to it only if it keeps them."""
        source = self.text[node.start : node.end]
        if "+" in source.split("\n", 1)[0] or node.value.rstrip("\r\n").endswith((" ", "\t")):
            return node.start + len(source.removesuffix("\n").removesuffix("\r"))
        blank = _BLANK_TAIL.search(source)
        return node.start + blank.start() if blank else node.end

    def _alias(self, event: Any) -> None:
        self._fault(event, f"*{event.anchor} is an alias; write the value out")
        self._put(Scalar("", event.start_mark.index, event.end_mark.index))

    def _mapping(self, event: Any) -> None:
        self._enter(event, Mapping(event.start_mark.index, event.flow_style))

    def _sequence(self, event: Any) -> None:
        self._enter(event, Sequence(event.start_mark.index, event.flow_style))

    def _enter(self, event: Any, node: Mapping | Sequence) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse_decoration(event)
        self._put(node)
        if len(self._open) == DEPTH_LIMIT:
            self._break_off(event, f"is nested deeper than {DEPTH_LIMIT} levels; flatten it")
        self._open.append(node)
        self._parent = node

    def _close(self, event: Any) -> None:
        node = self._open.pop()
        self._parent = self._open[-1] if self._open else None
        node.end = event.end_mark.index if node.flow else _block_end(node)

    def _put(self, node: Node) -> None:
        parent = self._parent
        if type(parent) is Mapping:
            key = parent.pending
            if key is None:
                parent.pending = self._key(node)
                return
            parent.pending = None
            if key.value in parent.entries:
                self.faults.append(Fault(key.start, f'the key "{key.value}" stands here twice; remove one of the two'))
            else:
                parent.entries[key.value] = key, node
        elif type(parent) is Sequence:
            parent.items.append(node)
        else:
            self.root = node

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self.faults.append(Fault(node.start, f"a key must be text, but this is {noun(node)}; put it in quotes"))
        return Scalar("", node.start, node.start)

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault(event, f"&{event.anchor} is an anchor; remove it, and write the value out where it is used")
        if event.tag is not None:
            self._fault(event, f"{event.tag} is a tag; remove it (everything is text), or quote a text that begins so")

    def _fault(self, event: Any, message: str) -> None:
        self.faults.append(Fault(event.start_mark.index, message))

    def _break_off(self, event: Any, message: str) -> None:
        self._fault(event, message)
        raise _BrokenOffError


def _pass_over(_: Any) -> None:
    """Take an event that says nothing."""


def _block_end(node: Mapping | Sequence) -> int:
    """Return where the last thing in a block ends; its own mark stands behind the comments that follow."""
    if isinstance(node, Sequence):
        return max(node.items[-1].end, node.start) if node.items else node.start
    if not node.entries:
        return node.start
    key, value = next(reversed(node.entries.values()))
    return max(key.end, value.end)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep the garbage collector off: the trees hold no cycles, and walking them again and again doubles the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()

"""Parse strict YAML, with strings only and their offsets.

Nodes are built from the parser's events in a loop, so that no depth exhausts the stack. A fault that damages one record
only (a duplicate key, an alias, a tag) is listed, and the rest is read.
"""

from codecs import BOM_UTF8
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tui.errors import RecordError
from tui.model.columns import without_collecting
from tui.storage.files.utf8 import decode_utf8
from tui.storage.yaml.builder import Builder, Fault, ItemStream
from tui.storage.yaml.line_index import LineColumn, LineIndex
from tui.storage.yaml.nodes import Node

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """A YAML document with the faults in it."""

    text: str
    """Without a byte order mark."""
    root: Node | None = None
    """None if there are only comments."""
    faults: tuple[Fault, ...] = ()
    complete: bool = True
    """Whether it was read to its end; if not, the last fault is the reason."""
    file: Path = Path()

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.text)

    def line_column(self, offset: int) -> LineColumn:
        """Return the line and column of an offset in code points."""
        return self._lines.line_column(offset)


def read_document(content: bytes, file: Path = Path()) -> Document:
    """Return the document in a file's bytes, or raise RecordError."""
    return parse(decode_yaml(content, file), file)


def decode_yaml(content: bytes, file: Path) -> str:
    """Return a file's text without its byte order mark, or raise RecordError."""
    return decode_utf8(content.removeprefix(BOM_UTF8), file, RecordError)


def parse(text: str, file: Path = Path(), *, loader: Any = None, stream: ItemStream | None = None) -> Document:
    """Return the document in a text, without the items that go to a stream.

    A streamed item can be freed as soon as it is read, so that each costs the same however long the list is.
    """
    builder = Builder(text, stream)
    with without_collecting():
        complete = builder.build(loader or _Loader)
    return Document(text, builder.root, tuple(builder.faults), complete, file)

"""Strict YAML: every scalar is a string, every node knows its place, and what could surprise is refused.

It builds from the parser's events, in a loop and never by recursion, so that no depth can exhaust a stack. A fault
that harms one record only (a duplicate key, an alias, a tag) is listed, and the reading goes on behind it.
"""

import gc
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tui.errors import RecordError
from tui.storage.files.utf8 import decode_utf8
from tui.storage.yaml.builder import Builder, Fault
from tui.storage.yaml.line_index import LineColumn, LineIndex
from tui.storage.yaml.nodes import Node

if TYPE_CHECKING:
    from tui.storage.yaml.builder import Each

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """One YAML document, with all that was refused in it."""

    text: str
    """Without a byte order mark."""
    root: Node | None = None
    """None where there is nothing but comments."""
    faults: tuple[Fault, ...] = ()
    complete: bool = True
    """Whether it could be read to its end; else the last fault says why not."""
    file: Path = field(default=Path())

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.text)

    def line_column(self, offset: int) -> LineColumn:
        """Return the line and the column of an offset in code points."""
        return self._lines.line_column(offset)


def read_document(content: bytes, file: Path = Path()) -> Document:
    """Return the document in a file's bytes with its faults listed; raises RecordError where it is not UTF-8."""
    return parse(decode_yaml(content, file), file)


def decode_yaml(content: bytes, file: Path) -> str:
    """Return a file's text without its byte order mark; raises RecordError if it is not UTF-8."""
    return decode_utf8(content.removeprefix(BOM_UTF8), file, RecordError)


def parse(text: str, file: Path = Path(), loader: Any = None, each: "Each | None" = None) -> Document:
    """Return the document in `text`, with its faults listed.

    Where `each` is given it gets every record of the file's list as soon as it is read, and the document keeps none of
    them: so a long list costs no more for each record than a short one. It returns whether to go on.
    """
    builder = Builder(text, each)
    with without_collecting():
        complete = builder.build(loader or _Loader)
    return Document(text, builder.root, tuple(builder.faults), complete, file)


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

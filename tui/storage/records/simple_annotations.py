"""Make the annotations of a simple list file, field by field.

They are those that the parser's nodes give, and are checked as strictly (see `record_reader`).
"""

from collections.abc import Iterable, Sequence
from itertools import repeat
from sys import intern
from typing import Any

from tui.model import NOTE, Annotation, Codebook, TextPiece, TextSelector
from tui.model.columns import from_columns
from tui.model.names import compose_name
from tui.storage.records.record_reader import RecordContext
from tui.storage.records.times import is_time
from tui.storage.yaml.simple_list import NotSimpleError, SimpleItems

_Texts = Sequence[str]
_NO_HINT = (None, None)
_NOTHING = (None, None, *_NO_HINT)


def simple_annotations(items: SimpleItems, context: RecordContext) -> list[Annotation]:
    """Return the annotations of items, or raise NotSimpleError for a fault."""
    columns = _Columns(items)
    ids, kinds, about, annotators = (columns.names(name) for name in ("id", "kind", "about", "annotator"))
    _check_names(ids, kinds, about, context.codebook)
    created, modified = (columns.times(name) for name in ("created", "modified"))
    if any(columns.texts("on")) or any(columns.lists("resolves")):
        raise NotSimpleError  # whether the other records exist is for the parser to check
    return from_columns(
        Annotation,
        len(items.starts),
        ids,
        map(intern, kinds),
        repeat(context.article),
        _targets(columns, kinds),
        columns.lists("speaker"),
        map(intern, about),
        columns.texts("cue"),
        columns.texts("body"),
        [tuple(map(compose_name, tags)) if tags else () for tags in columns.lists("tags")],
        repeat(""),
        columns.lists("was"),
        annotators,
        created,
        modified,
        repeat(()),
        columns.texts("hedge"),
        columns.lists("via"),
        columns.texts("as"),
        columns.texts("suggested"),
        repeat(()),
    )


class _Columns:
    """The fields of items, with what stands for one that an item lacks."""

    def __init__(self, items: SimpleItems) -> None:
        self._fields = items.fields
        self.absent = (None,) * len(items.starts)
        self._blank = ("",) * len(items.starts)

    def raw(self, name: str) -> Sequence[Any]:
        """Return the values of a field, None where it is absent."""
        return self._fields.get(name, self.absent)

    def texts(self, name: str) -> _Texts:
        """Return the values of a field that holds one text."""
        column: Sequence[Any] = self._fields.get(name, self._blank)
        return [text or "" for text in column] if None in column else column

    def names(self, name: str) -> _Texts:
        """Return the values of a field by which records are referred to."""
        column = self.texts(name)
        return column if column is self._blank or all(map(str.isascii, column)) else [*map(compose_name, column)]

    def times(self, name: str) -> _Texts:
        """Return the values of a field that holds a time."""
        column = self.texts(name)
        if column is not self._blank and not all(is_time(time) for time in column if time):
            raise NotSimpleError
        return column

    def offsets(self, name: str) -> Sequence[int | None]:
        """Return the values of a field that holds code points of the article."""
        column = self.raw(name)
        return column if column is self.absent else [None if digits is None else int(digits) for digits in column]

    def lists(self, name: str) -> Sequence[tuple[str, ...]]:
        """Return the values of a field that holds one text or several."""
        column = self.raw(name)
        if column is self.absent:
            return ((),) * len(column)
        return [value if type(value) is tuple else (value,) if value else () for value in column]


def _check_names(ids: _Texts, kinds: _Texts, about: _Texts, codebook: Codebook) -> None:
    if not all(map(str.strip, ids)) or not all(kinds):
        raise NotSimpleError
    are_known = codebook.kinds.keys() >= {*kinds} and codebook.propositions.keys() >= {*about} - {""}
    if codebook.complete and not are_known:
        raise NotSimpleError


def _targets(columns: _Columns, kinds: _Texts) -> Iterable[TextSelector | None]:
    quotes, starts, ends = columns.raw("quote"), columns.offsets("start"), columns.offsets("end")
    if {*map(type, quotes)} != {str}:
        return map(_target, kinds, quotes, columns.raw("prefix"), columns.raw("suffix"), starts, ends)
    # Nearly always, each record has one quote in one piece.
    if not all(map(str.strip, quotes)) or any(map(_is_reversed, starts, ends)):
        raise NotSimpleError
    prefixes, suffixes = columns.texts("prefix"), columns.texts("suffix")
    return from_columns(TextSelector, len(quotes), quotes, prefixes, suffixes, starts, ends, repeat(()))


def _is_reversed(start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and end < start


def _target(
    kind: str, quote: str | tuple[str, ...] | None, prefix: str | None, suffix: str | None, *hint: int | None
) -> TextSelector | None:
    """Return where a record belongs, or raise NotSimpleError.

    `hint` is its start and its end, in code points of the article.
    """
    start, end = hint
    if quote is None:
        if kind != NOTE.name or (prefix, suffix, start, end) != _NOTHING:
            raise NotSimpleError
        return None
    if type(quote) is tuple and len(quote) > 1:
        if hint != _NO_HINT:
            raise NotSimpleError  # a hint is for one piece
        return TextSelector.of_pieces(tuple(map(TextPiece, quote)), prefix or "", suffix or "")
    words = "".join(quote)
    if not words.strip() or _is_reversed(start, end):
        raise NotSimpleError
    return TextSelector(words, prefix or "", suffix or "", start, end)

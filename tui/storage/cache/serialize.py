"""Convert records and codebooks to plain tuples, and back."""

import marshal
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import fields
from itertools import islice, repeat
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tui.model import (
    Annotation,
    Annotator,
    Byline,
    Codebook,
    Kind,
    Proposition,
    Record,
    Speaker,
    Stance,
    TextPiece,
    TextSelector,
)
from tui.model.columns import from_columns
from tui.storage.records.record_source import ArticleRecords

_Column = bytes
"""The values of one field as a list, or one value in a tuple if all are equal, as marshal writes them.

Each column is written alone: marshal remembers all that it writes in one go, which takes more memory than the result.
"""


def _getter(kind: type) -> Callable[[Any], Any]:
    return attrgetter(*(field.name for field in fields(kind)))


_byline, _proposition = _getter(Byline), _getter(Proposition)
_TARGET = [field.name for field in fields(Annotation)].index("target")
_PIECES = [field.name for field in fields(TextSelector)].index("pieces")


_WITHOUT_PIECES = marshal.dumps(((),))
"""The column of the pieces of quotes if none is in pieces."""


def dump_records(records: ArticleRecords, files: Iterable[Path]) -> tuple[Any, ...]:
    """Return the dump of an article's records, which are in these files.

    It has a column for each field, from which thousands of records are made in milliseconds.
    """
    numbers = {file: number for number, file in enumerate(files)}
    annotations = [record.annotation for record in records.records]
    targets = [annotation.target for annotation in annotations]
    of_annotations = _columns(Annotation, annotations, target=(target is not None for target in targets))
    own = [_packed([getattr(record, name) for record in records.records]) for name in _RECORD]
    own.insert(0, _packed([numbers[record.file] for record in records.records]))
    selectors = [target for target in targets if target]
    # Marshal takes no subclass of tuple.
    pieces = (tuple(map(tuple, selector.pieces)) for selector in selectors)
    of_selectors = _columns(TextSelector, selectors, pieces=pieces)
    return _byline(records.byline), len(annotations), of_annotations, of_selectors, own


_RECORD = ("line", "digest", "in_list")
"""The fields of a record besides its annotation and its file."""


def _columns(kind: type, objects: Sequence[object], **replaced: Iterable[Any]) -> list[_Column]:
    """Return the columns of a dataclass, of which some are `replaced`."""
    names = [field.name for field in fields(kind)]
    return [_packed([*(replaced.get(name) or map(attrgetter(name), objects))]) for name in names]


def _packed(values: list[Any]) -> _Column:
    """Return a column with equal values stored once."""
    with suppress(TypeError):  # a list or a mapping, which is in `extra` only
        seen: dict[Any, Any] = {}
        values = [seen.setdefault(value, value) for value in values]
        if len(seen) == 1:
            return marshal.dumps((*seen,))
    return marshal.dumps(values)


def _unpacked(column: _Column) -> Iterable[Any]:
    values = marshal.loads(column)  # noqa: S302 - the parse store has compared the checksum
    return repeat(values[0]) if isinstance(values, tuple) else values


def load_records(dump: Any, files: Iterable[Path]) -> ArticleRecords:
    """Return the records of a dump."""
    byline, count, of_annotations, of_selectors, own = dump
    columns = [*map(_unpacked, of_annotations)]
    columns[_TARGET] = _loaded_targets(columns[_TARGET], of_selectors, count)
    annotations = from_columns(Annotation, count, *columns)
    numbers, *others = map(_unpacked, own)
    paths = map(tuple(files).__getitem__, numbers)
    return ArticleRecords(Byline(*byline), tuple(from_columns(Record, count, annotations, paths, *others)))


def _loaded_targets(present: Iterable[bool], of_selectors: Sequence[_Column], count: int) -> Iterable[Any]:
    flags = [*islice(present, count)]
    columns = [*map(_unpacked, of_selectors)]
    if of_selectors[_PIECES] != _WITHOUT_PIECES:
        columns[_PIECES] = map(_loaded_pieces, columns[_PIECES])
    selectors = from_columns(TextSelector, sum(flags), *columns)
    if all(flags):
        return selectors
    following = iter(selectors)
    return (next(following) if flag else None for flag in flags)


def _loaded_pieces(pieces: tuple[tuple[Any, ...], ...]) -> tuple[TextPiece, ...]:
    return tuple(map(TextPiece._make, pieces)) if pieces else ()


def dump_codebook(codebook: Codebook) -> tuple[Any, ...]:
    """Return the dump of a codebook without errors."""
    kinds = [[*map(_string, kind)] for kind in codebook.kinds.values()]
    people = [[*map(tuple, names.values())] for names in (codebook.speakers, codebook.annotators)]
    return [*map(_proposition, codebook.propositions.values())], kinds, *people


def load_codebook(dump: Any) -> Codebook:
    """Return the codebook of a dump."""
    propositions, kinds, speakers, annotators = dump
    return Codebook(
        MappingProxyType({values[0]: Proposition(*values) for values in propositions}),
        MappingProxyType({kind.name: kind for kind in map(_load_kind, kinds)}),
        MappingProxyType({values[0]: Speaker(*values) for values in speakers}),
        annotators=MappingProxyType({values[0]: Annotator(*values) for values in annotators}),
    )


def _string(value: object) -> object:
    return value.value if isinstance(value, Stance) else value  # marshal takes no subclass of str


def _load_kind(dump: Any) -> Kind:
    kind = Kind._make(dump)
    return kind._replace(stance=Stance(kind.stance))

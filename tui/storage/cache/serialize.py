"""Convert records and codebooks to plain tuples, and back."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tui.model import Annotation, Byline, Codebook, Kind, Proposition, Record, Speaker, Stance, TextSelector
from tui.storage.records.record_source import ArticleRecords


def _getter(kind: type) -> Callable[[Any], Any]:
    return attrgetter(*(field.name for field in fields(kind)))


_annotation, _target, _byline = _getter(Annotation), _getter(TextSelector), _getter(Byline)
_kind, _speaker, _proposition = _getter(Kind), _getter(Speaker), _getter(Proposition)
_KIND = [field.name for field in fields(Kind)]
_TARGET = [field.name for field in fields(Annotation)].index("target")


def dump_records(records: ArticleRecords, files: Iterable[Path]) -> tuple[Any, ...]:
    """Return the dump of an article's records, which are in these files."""
    numbers = {file: number for number, file in enumerate(files)}
    return _byline(records.byline), [_dump_record(record, numbers[record.file]) for record in records.records]


def _dump_record(record: Record, file: int) -> tuple[Any, ...]:
    values: list[Any] = [*_annotation(record.annotation)]
    if record.annotation.target:
        values[_TARGET] = _target(record.annotation.target)
    return values, file, record.line, record.digest, record.in_list


def load_records(dump: Any, files: Iterable[Path]) -> ArticleRecords:
    """Return the records of a dump."""
    byline, records = dump
    return ArticleRecords(Byline(*byline), tuple(_loaded(records, tuple(files))))


def _loaded(records: Any, files: tuple[Path, ...]) -> Iterable[Record]:
    for annotation, file, line, digest, in_list in records:
        values: list[Any] = [*annotation]
        if values[_TARGET] is not None:
            values[_TARGET] = TextSelector(*values[_TARGET])
        yield Record(Annotation(*values), files[file], line, digest, in_list)


def dump_codebook(codebook: Codebook) -> tuple[Any, ...]:
    """Return the dump of a codebook without errors."""
    kinds = [[*map(_string, _kind(kind))] for kind in codebook.kinds.values()]
    return [*map(_proposition, codebook.propositions.values())], kinds, [*map(_speaker, codebook.speakers.values())]


def load_codebook(dump: Any) -> Codebook:
    """Return the codebook of a dump."""
    propositions, kinds, speakers = dump
    return Codebook(
        MappingProxyType({values[0]: Proposition(*values) for values in propositions}),
        MappingProxyType({kind.name: kind for kind in map(_load_kind, kinds)}),
        MappingProxyType({values[0]: Speaker(*values) for values in speakers}),
    )


def _string(value: str) -> str:
    return value.value if isinstance(value, Stance) else value  # marshal takes no subclass of str


def _load_kind(dump: Any) -> Kind:
    values: dict[str, Any] = dict(zip(_KIND, dump, strict=True))
    return Kind(**values | {"stance": Stance(values["stance"])})

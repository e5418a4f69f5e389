"""Readings as plain tuples, to be kept, and back: whatever the model holds, field by field."""

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


def dump_records(found: ArticleRecords, files: Iterable[Path]) -> tuple[Any, ...]:
    """Return an article's records, all of them from these files; what is wrong is not packed."""
    numbers = {file: number for number, file in enumerate(files)}
    return _byline(found.byline), [_packed_record(record, numbers[record.file]) for record in found.records]


def _packed_record(record: Record, file: int) -> tuple[Any, ...]:
    values: list[Any] = [*_annotation(record.annotation)]
    if record.annotation.target:
        values[_TARGET] = _target(record.annotation.target)
    return values, file, record.line, record.digest, record.in_list


def load_records(packed: Any, files: Iterable[Path]) -> ArticleRecords:
    """Return what `packed_records` packed."""
    byline, records = packed
    return ArticleRecords(Byline(*byline), tuple(_unpacked(records, tuple(files))))


def _unpacked(records: Any, files: tuple[Path, ...]) -> Iterable[Record]:
    for fields_of, file, line, digest, in_list in records:
        values: list[Any] = [*fields_of]
        if values[_TARGET] is not None:
            values[_TARGET] = TextSelector(*values[_TARGET])
        yield Record(Annotation(*values), files[file], line, digest, in_list)


def dump_codebook(codebook: Codebook) -> tuple[Any, ...]:
    """Return a codebook that nothing is wrong with."""
    kinds = [[*map(_plain, _kind(kind))] for kind in codebook.kinds.values()]
    return [*map(_proposition, codebook.propositions.values())], kinds, [*map(_speaker, codebook.speakers.values())]


def load_codebook(packed: Any) -> Codebook:
    """Return what `packed_codebook` packed."""
    propositions, kinds, speakers = packed
    return Codebook(
        MappingProxyType({each[0]: Proposition(*each) for each in propositions}),
        MappingProxyType({kind.name: kind for kind in map(_unpacked_kind, kinds)}),
        MappingProxyType({each[0]: Speaker(*each) for each in speakers}),
    )


def _plain(value: str) -> str:
    """Return a stance as the string that it is, and every other string as it is."""
    return value.value if isinstance(value, Stance) else value


def _unpacked_kind(packed: Any) -> Kind:
    values: dict[str, Any] = dict(zip(_KIND, packed, strict=True))
    return Kind(**values | {"stance": Stance(values["stance"])})

"""Read the records of a simple list file, without the YAML parser.

A file with anything to report is left to the parser, so that all messages come from one place.
"""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tui.model import Annotation, Byline, Record, Severity
from tui.model.names import compose_name
from tui.storage.records.record_reader import (
    OFFSET,
    RecordContext,
    RecordValues,
    annotation_of,
    check_annotation,
    report_doubts,
)
from tui.storage.records.schema import LISTS, OFFSETS, RECORDS_KEY, TEXTS
from tui.storage.records.times import is_time
from tui.storage.yaml.diagnostics import Diagnostics
from tui.storage.yaml.document import Document
from tui.storage.yaml.nodes import Mapping, Scalar
from tui.storage.yaml.simple_list import SimpleItem, SimpleValue, read_simple_list

_BYLINE = frozenset(Byline.__slots__)
_NO_NODES = (Scalar("", 0, 0), Scalar("", 0, 0))
"""A key and its value, where only the name matters because no error is reported."""


class SimpleRecords(NamedTuple):
    """What a list file holds in which nothing is wrong."""

    byline: Byline
    records: list[Record]
    starts: dict[str, int]
    """Where each record starts, by id, in code points of the text."""


class _NotSimpleError(Exception):
    """The YAML parser must read the file."""


class _NoDiagnostics(Diagnostics):
    """Gives up at the first error or warning."""

    def _add(self, offset: int, message: str, severity: Severity) -> None:  # noqa: ARG002 - the parser reports it
        raise _NotSimpleError


def read_simple_records(text: str, file: Path, context: RecordContext) -> SimpleRecords | None:
    """Return the records of a list file, or None if the parser must read it."""
    simple = read_simple_list(text, RECORDS_KEY)
    if simple is None:
        return None
    try:
        byline = _byline(simple.headings, context.article)
        annotations = _annotations(simple.items, text, context)
    except _NotSimpleError:
        return None
    pairs = list(zip(simple.items, annotations, strict=True))
    records = [_record(item, annotation, text, file) for item, annotation in pairs]
    return SimpleRecords(byline, records, {annotation.id: item.start for item, annotation in pairs})


def _byline(headings: dict[str, SimpleValue], article: str) -> Byline:
    texts = {name: value for name, value in headings.items() if isinstance(value, str)}
    if (
        len(texts) < len(headings)
        or compose_name(texts.pop("article", article)) != article
        or not texts.keys() <= _BYLINE
    ):
        raise _NotSimpleError
    if texts.get("date") and not is_time(texts["date"]):
        raise _NotSimpleError
    return Byline(**texts)


def _annotations(items: list[SimpleItem], text: str, context: RecordContext) -> list[Annotation]:
    diagnostics = _NoDiagnostics(Document(text))
    annotations: list[Annotation] = []
    ids: set[str] = set()
    for item in items:
        annotation = annotation_of(_values(item), context.article)
        if annotation.id in ids or annotation.on:
            raise _NotSimpleError
        ids.add(annotation.id)
        mapping = _mapping(item, text)
        check_annotation(annotation, mapping, diagnostics, context)
        report_doubts(annotation, mapping, diagnostics, context)
        annotations.append(annotation)
    return annotations


def _values(item: SimpleItem) -> RecordValues:
    values = RecordValues()
    for name, value in item.fields.items():
        if name in LISTS:
            values.lists[name] = value if isinstance(value, tuple) else (value,) if value else ()
        elif isinstance(value, tuple):
            raise _NotSimpleError
        elif name in TEXTS:
            values.texts[name] = value
        elif name in OFFSETS and OFFSET.fullmatch(value):
            values.offsets[name] = (int(value),)
        else:
            raise _NotSimpleError
    return values


def _mapping(item: SimpleItem, text: str) -> Mapping:
    mapping = Mapping(item.start, False, text)
    mapping.raw = dict.fromkeys(item.fields, _NO_NODES)
    return mapping


def _record(item: SimpleItem, annotation: Annotation, text: str, file: Path) -> Record:
    digest = sha256(text[item.start : item.end].encode()).hexdigest()
    return Record(annotation, file, item.line, digest, in_list=True)

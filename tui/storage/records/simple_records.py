"""Read the records of a simple list file, without the YAML parser.

A file with anything to report is left to the parser, so that all messages come from one place.
"""

from collections.abc import Mapping
from hashlib import sha256
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from tui.layout.language import known_code
from tui.model import Annotation, Byline, Record
from tui.model.columns import from_columns
from tui.model.names import compose_name
from tui.storage.records.record_reader import RecordContext
from tui.storage.records.schema import FIELDS, LISTS, OFFSETS, RECORDS_KEY, RETRIEVED, TEXTS
from tui.storage.records.simple_annotations import simple_annotations
from tui.storage.records.times import is_time
from tui.storage.yaml.simple_list import FieldNames, NotSimpleError, SimpleItems, read_simple_list

_BYLINE = frozenset(Byline.__slots__)
_NAMES = FieldNames(
    *(tuple(name for name in FIELDS if name in names) for names in (TEXTS - {"article"}, LISTS, OFFSETS))
)


class SimpleRecords(NamedTuple):
    """What a list file holds in which nothing is wrong."""

    byline: Byline
    records: list[Record]
    starts: Mapping[str, int]
    """Where each record starts, by id, in code points of the text."""


def read_simple_records(text: str, file: Path, context: RecordContext) -> SimpleRecords | None:
    """Return the records of a list file, or None if the parser must read it."""
    records: list[Record] = []
    starts: dict[str, int] = {}
    try:
        simple = read_simple_list(text, RECORDS_KEY, _NAMES)
        byline = _byline(simple.headings, context.article)
        for items in simple.items:
            annotations = simple_annotations(items, context)
            starts.update(zip((annotation.id for annotation in annotations), items.starts, strict=True))
            records += _records(items, annotations, text, file)
    except NotSimpleError:
        return None
    # An id that is there twice is for the parser to report.
    return SimpleRecords(byline, records, starts) if len(starts) == len(records) else None


def _byline(headings: Mapping[str, str], article: str) -> Byline:
    texts = dict(headings)
    texts.pop(RETRIEVED, "")
    if compose_name(texts.pop("article", article)) != article or not texts.keys() <= _BYLINE:
        raise NotSimpleError
    if texts.get("date") and not is_time(texts["date"]):
        raise NotSimpleError
    if texts.get("language") and not known_code(texts["language"]):
        raise NotSimpleError
    return Byline(**texts)


def _records(items: SimpleItems, annotations: list[Annotation], text: str, file: Path) -> list[Record]:
    sources = map(text.__getitem__, map(slice, items.starts, items.ends))
    digests = (sha256(source.encode()).hexdigest() for source in sources)
    return from_columns(Record, len(annotations), annotations, repeat(file), items.lines, digests, repeat(True))

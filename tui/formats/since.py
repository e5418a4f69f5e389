"""What is new since a day, or since an earlier export as JSON."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tui.formats.json_shapes import exported_record
from tui.model import Collation, Placed, RecordRef
from tui.model.timestamp import UNKNOWN, instant

_ANYWHERE = ("state", "start", "end", "spans")
"""Where a quote is depends on the text of the article."""


def changed_since(collation: Collation, time: str) -> set[RecordRef]:
    """Return the records that were created or modified at a time or after it.

    The time is ISO 8601, and `2026-05-03` is its first instant in UTC. Raise ValueError if it is neither.
    """
    start = instant(time)
    if start == UNKNOWN:
        raise ValueError("is not a day")
    annotations = [placed.annotation for _, placed in _records(collation)]
    return {each.ref for each in annotations if max(instant(each.created), instant(each.modified)) >= start}


def changed_from(collation: Collation, document: str) -> set[RecordRef]:
    """Return the records that an earlier export lacks or has otherwise.

    Raise ValueError if the document is not an export as JSON.
    """
    earlier = _earlier(document)
    return {
        placed.annotation.ref
        for placed_in, placed in _records(collation)
        if earlier.get((placed_in, placed.annotation.id)) != _compared(exported_record(placed, placed_in))
    }


def _earlier(document: str) -> Mapping[tuple[str, str], Mapping[str, Any]]:
    try:
        shape = json.loads(document)
        if shape["format"] != "diptych":
            raise ValueError(shape["format"])
        return {(record["article"], record["id"]): _compared(record) for record in shape["records"]}
    except (KeyError, TypeError, RecursionError, ValueError) as error:
        raise ValueError("is not an export as JSON") from error


def _compared(record: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in record.items() if name not in _ANYWHERE and name != "reference"}


def _records(collation: Collation) -> Iterator[tuple[str, Placed]]:
    for account in collation.articles_once:
        for placed in account.placed:
            yield account.article.id, placed
    for note in collation.notes:
        yield "", Placed(note)

"""The JSON export is read back: every field but the hints."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from any_record import records
from collations import Telling, collate
from hypothesis import given, settings

from tui.analysis.survey import Survey
from tui.errors import FormatError
from tui.formats.foreign import ForeignDocument, ImportFile
from tui.formats.json_document import json_document_pieces
from tui.formats.json_records import is_json_document, read_json_document
from tui.model import Account, Annotation, Article, Collation, Placed, Record, TextSelector


def exported(*placed: Placed) -> str:
    account = Account("A", Article("one", "Aid", Path("one.txt")), placed)
    return "".join(json_document_pieces(Survey(Collation((account,))), title="T"))


def read(text: str) -> ForeignDocument:
    return read_json_document(ImportFile("a.json", text))


def without_hints(annotation: Annotation) -> Annotation:
    target = annotation.target
    assert target
    pieces = tuple(piece._replace(start=None, end=None) for piece in target.pieces)
    return replace(annotation, target=replace(target, start=None, end=None, pieces=pieces))


@settings(max_examples=100, deadline=None)
@given(records())
def test_every_field_comes_back_but_the_hints(annotation: Annotation) -> None:
    text = exported(Placed(Record(replace(annotation, on=""), Path("a.yaml"), 1)))
    assert is_json_document(ImportFile("a.json", text))
    (foreign,) = read(text).annotations
    assert foreign.annotation == without_hints(replace(annotation, on=""))
    assert (foreign.article.id, foreign.is_own) == ("one", True)


def test_todays_place_is_the_hint() -> None:
    collation = collate(Telling("one", "Aid", (Annotation("x", "claim", target=TextSelector("Aid")),)))
    (foreign,) = read("".join(json_document_pieces(Survey(collation), title="T"))).annotations
    assert foreign.annotation.target == TextSelector("Aid", "", "", 0, 3)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([], "is not an export of Diptych"),
        ({"format": "other"}, "is not an export of Diptych"),
        ({"format": "diptych", "version": 2}, "later version"),
        ({"format": "diptych", "version": 1, "records": [{"id": "x"}]}, "record 1"),
        ({"format": "diptych", "version": 1, "records": [1]}, "record 1"),
    ],
)
def test_what_is_no_export_is_refused(value: Any, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read(json.dumps(value))


def test_odd_places_are_no_hints() -> None:
    record = {"id": "x", "kind": "note", "quote": "Aid", "spans": [["a", True]]}
    document = {"format": "diptych", "version": 1, "records": [record]}
    assert read(json.dumps(document)).annotations[0].annotation.target == TextSelector("Aid")

"""The JSON document: as its schema says, with every record."""

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aid_and_talks import aid_and_talks
from collations import Telling, annotate, collate
from hypothesis import given, settings
from hypothesis import strategies as st
from json_schema import schema_faults

from tui.analysis.survey import Survey
from tui.formats.json_document import json_document_pieces
from tui.model import Byline, Collation, TextPiece, TextSelector

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "export.schema.json").read_text("utf-8"))


def document(collation: Collation, scope: str = "") -> Any:
    return json.loads(
        "".join(json_document_pieces(Survey(collation), title="T", scope=scope, has_comparison=not scope))
    )


def faults(value: Any) -> list[str]:
    return list(schema_faults(value, SCHEMA, SCHEMA))


@pytest.mark.parametrize("scope", ["", "kind claim"])
def test_a_document_fits_its_schema(scope: str) -> None:
    assert faults(document(aid_and_talks(), scope)) == []


def test_the_schema_names_every_key_that_is_written() -> None:
    written = document(aid_and_talks())
    definitions = SCHEMA["$defs"]
    assert list(written) == list(SCHEMA["properties"])
    assert set(written["records"][0]) == set(definitions["record"]["properties"])
    assert set(written["accounts"][0]) == set(definitions["account"]["properties"])
    assert set(written["propositions"][0]) == set(definitions["proposition"]["properties"])
    assert set(written["comparison"]["propositions"][0]) == set(definitions["row"]["properties"])


def test_what_does_not_fit_the_schema_is_found() -> None:
    good = document(aid_and_talks())
    for path, value in ((("version",), 2), (("records", 0, "start"), -1), (("accounts", 0, "id"), 5)):
        bad = copy.deepcopy(good)
        part = bad
        for key in path[:-1]:
            part = part[key]
        part[path[-1]] = value
        assert len(faults(bad)) == 1
    del good["records"][0]["quote"]
    assert faults(good) == [".records[0]: quote is missing"]


def test_of_some_records_no_comparison_is_given() -> None:
    assert document(aid_and_talks(), "kind claim")["comparison"] is None
    assert [row["status"] for row in document(aid_and_talks())["comparison"]["propositions"]] == ["open", "rejected"]


def test_a_record_has_all_its_fields() -> None:
    pieces = (TextPiece("Aid", 0, 3), TextPiece("come", 9, 13))
    annotation = annotate(
        "claim",
        "",
        ["Ada", "Bo"],
        "aid",
        id="x",
        cue="said",
        hedge="maybe",
        via=("TASS",),
        speaker_words="they",
        suggested="that",
        body="B",
        tags=("t",),
        was=("Old",),
        annotator="Mira",
        created="2026-01-01T00:00:00Z",
        extra=(("own", ["k"]),),
    )
    annotation = replace(annotation, target=TextSelector.of_pieces(pieces, "p", "s"))
    byline = Byline("T", "The Post", "Ann", "2026-05-03", "http://p.example")
    written = document(collate(Telling("one", "Aid must come.", (annotation,), byline)))
    assert written["records"] == [
        {
            "own": ["k"], "id": "x", "kind": "claim", "article": "one", "speaker": ["Ada", "Bo"], "as": "they",
            "via": ["TASS"], "about": "aid", "cue": "said", "hedge": "maybe", "quote": "Aid […] come",
            "pieces": ["Aid", "come"], "prefix": "p", "suffix": "s", "body": "B", "tags": ["t"], "on": "",
            "was": ["Old"], "annotator": "Mira", "created": "2026-01-01T00:00:00Z", "modified": "",
            "suggested": "that", "resolves": [], "state": "orphan", "start": None, "end": None, "spans": [],
            "reference": "A1",
        }
    ]  # fmt: skip
    assert written["accounts"][0]["outlet"] == "The Post"


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_lines_without_control_characters(quote: str, body: str) -> None:
    collation = collate(Telling("one", quote, (annotate("claim", quote, id="x", body=body),)))
    written = "".join(json_document_pieces(Survey(collation), title=body))
    (record,) = json.loads(written)["records"]
    assert (record["quote"], record["body"]) == (quote, body)
    assert not [character for character in written if character != "\n" and character < " "]

"""The keys and values of the JSON that commands print."""

import json
from pathlib import Path

from aid_and_talks import aid_and_talks
from collations import Telling, annotate, codebook, collate
from contradiction import contradiction

from tui.analysis.comparison import compare_accounts
from tui.analysis.people import find_people
from tui.formats.json_shapes import check_shape, compare_shape, people_shape, record_shape
from tui.formats.json_text import json_text
from tui.model import Annotation, Placed, Problem, Record, Severity


def test_people_have_counts_contradictions_and_wordings() -> None:
    (ada,) = people_shape(find_people(contradiction()))
    assert ada["name"] == "Ada Holm"
    assert ada["variants"] == ["Holm", "Ada Holm"]
    assert ada["articles"] == {"one": 2, "two": 2}
    assert ada["kinds"] == {"claim": 3, "denial": 1}
    assert ada["contradictions"] == ["talks"]
    assert ada["wordings"] == [
        [
            {"article": "one", "id": "a", "quote": "We will build *our* cooperation", "differs": []},
            {"article": "two", "id": "c", "quote": "We will now build our\ncooperation", "differs": [[8, 11]]},
        ]
    ]


def test_a_check_separates_errors_from_warnings() -> None:
    problems = (
        Problem(Path("a.yaml"), 3, 5, "no id"),
        Problem(Path("b.yaml"), 1, 1, "unknown kind", Severity.WARNING),
    )
    collation = collate(Telling("one", "x", (annotate("claim", "x", id="c"), annotate("claim", "gone", id="d"))))
    assert json.loads(json_text(check_shape(collation, problems, str))) == {
        "errors": [{"file": "a.yaml", "line": 3, "column": 5, "message": "no id"}],
        "warnings": [{"file": "b.yaml", "line": 1, "column": 1, "message": "unknown kind"}],
        "articles": ["one"],
        "annotations": [
            {"id": "c", "article": "one", "kind": "claim", "state": "exact", "start": 0, "end": 1},
            {"id": "d", "article": "one", "kind": "claim", "state": "orphan", "start": None, "end": None},
        ],
    }


def test_a_cell_names_each_speaker_of_a_stance_once_and_the_own_voice_apart() -> None:
    said = (("x", "Ada"), ("y", ()), ("z", "Ada"))
    claims = tuple(annotate("claim", words, speaker, "p", id=words) for words, speaker in said)
    comparison = compare_accounts(collate(Telling("one", "x y z", claims), book=codebook({"p": "P"})))
    (row,) = compare_shape(comparison, comparison.rows)["propositions"]
    cell = row["cells"]["one"]
    assert (cell["asserts"], cell["speakers"], cell["own_voice"]) == (3, ["Ada"], ["asserts"])
    assert cell["by"] == {"asserts": ["Ada"], "rejects": [], "shares": [], "neutral": []}


def test_a_comparison_has_cells_by_article_and_totals_by_status() -> None:
    comparison = compare_accounts(aid_and_talks())
    shape = compare_shape(comparison, comparison.rows[1:])
    stances = ("asserts", "rejects", "shares", "neutral")
    nobody: dict[str, list[str]] = {stance: [] for stance in stances}
    uncounted = dict.fromkeys(("adjusted", "doubtful", "unresolved"), 0)
    silent = {**dict.fromkeys(stances, 0), "speakers": [], "by": nobody, "own_voice": [], **uncounted}
    zarif = {**silent, "rejects": 1, "speakers": ["Zarif"], "by": {**nobody, "rejects": ["Zarif"]}}
    assert json.loads(json_text(shape)) == {
        "accounts": ["one", "two"],
        "propositions": [
            {
                "id": "talks",
                "number": None,
                "text": "Talks | took *place*",
                "status": "rejected",
                "contradicts": [],
                "verdict": "",
                "because": "",
                "sources": [],
                "checked": "",
                "cells": {"one": zarif, "two": silent},
            }
        ],
        "totals": {"disputed": 0, "agreed": 0, "rejected": 1, "open": 1, "single account": 0, "doubtful": 0},
        "doubtful": {"two": 1},
        "without_proposition": {"one": 0, "two": 0},
        "unresolved": {"one": 0, "two": 0},
        "notes": {"one": 4, "two": 0},
        "unspoken": ["quiet"],
    }


def test_a_record_has_its_fields_its_file_and_its_place() -> None:
    placed = collate(Telling("one", "Aid", (annotate("claim", "Aid", "Ada", "aid", id="c", tags=("x",)),)))
    shape = record_shape(placed.accounts[0].placed[0], "one", lambda path: path.name)
    chosen = ("id", "article", "speaker", "about", "quote", "tags", "file", "line", "state", "start", "end")
    assert [shape[key] for key in chosen] == ["c", "one", ["Ada"], "aid", "Aid", ["x"], "one.yaml", 1, "exact", 0, 3]


def test_an_unknown_key_of_a_record_never_hides_a_field() -> None:
    record = Record(Annotation("c", "claim", extra=(("id", "other"), ("mood", "calm"))), Path("f.yaml"), 7)
    shape = record_shape(Placed(record), "one", str)
    assert (shape["id"], shape["mood"], shape["state"], shape["start"]) == ("c", "calm", None, None)

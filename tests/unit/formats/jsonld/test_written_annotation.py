"""Records as Web Annotations: they keep the model's MUSTs, and come back."""

import json
from pathlib import Path
from typing import Any

from any_record import records, unplaced
from collations import annotate, codebook
from hypothesis import given, settings
from placing import placed_at

from tui.formats.jsonld.musts import annotation_fault
from tui.formats.jsonld.own_annotation import own_annotation
from tui.formats.jsonld.vocabulary import CONTEXT
from tui.formats.jsonld.written_annotation import AnnotatedSource, written_annotation
from tui.model import Annotation, Article, Byline, TextPiece, TextSelector

ARTICLE = Article("a b", "35 people died, they said", Path("a b.txt"), Byline(url="https://x.example/ä?q=1"))
BOOK = codebook({"p": "The bridge reopens"})


def written(annotation: Annotation) -> Any:
    shape = written_annotation(unplaced(annotation), AnnotatedSource.of(ARTICLE), BOOK)
    return json.loads(json.dumps({"@context": CONTEXT, **shape}))


@settings(max_examples=150, deadline=None)
@given(records())
def test_every_record_keeps_the_musts_and_comes_back(annotation: Annotation) -> None:
    shape = written(annotation)
    assert annotation_fault(shape) == ""
    assert own_annotation(shape, {}).annotation == annotation


def test_a_claim_has_its_quote_its_place_and_its_texts() -> None:
    claim = annotate("claim", "35 people died", "Ada", "p", id="x y", cue="said", tags=("t",), annotator="Mira")
    shape = written_annotation(placed_at(claim, 0, 14), AnnotatedSource.of(ARTICLE), BOOK)
    assert (shape["id"], shape["motivation"]) == ("urn:diptych:annotation:a%20b:x%20y", "classifying")
    assert shape["creator"] == {"type": "Person", "name": "Mira"}
    assert shape["via"] == shape["target"]["source"] == "https://x.example/%C3%A4?q=1"
    assert shape["target"]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "35 people died"},
        {"type": "TextPositionSelector", "start": 0, "end": 14},
    ]
    assert [(body["purpose"], body["value"]) for body in shape["body"]] == [
        ("classifying", "claim"),
        ("describing", "The bridge reopens"),
        ("identifying", "Ada"),
        ("describing", "said"),
        ("tagging", "t"),
    ]


def test_a_quote_in_pieces_has_a_target_for_each() -> None:
    target = TextSelector.of_pieces((TextPiece("35 people", 0, 9), TextPiece("they said")), "p", "s")
    shape = written(Annotation("x", "claim", target=target))
    first, second = shape["target"]
    assert first["selector"] == [{"type": "TextQuoteSelector", "exact": "35 people", "prefix": "p"}]
    assert second["selector"] == [{"type": "TextQuoteSelector", "exact": "they said", "suffix": "s"}]
    assert first["diptych:hints"] == [0, 9]


def test_notes_are_about_an_article_a_record_or_a_proposition() -> None:
    note = annotate("note", id="n", body="B", on="x")
    assert written(note)["target"] == "urn:diptych:annotation:a%20b:x"
    assert written(note)["motivation"] == "replying"
    assert written(annotate("note", id="n", body="B"))["target"] == "https://x.example/%C3%A4?q=1"
    assert written(annotate("note", "35", id="n"))["motivation"] == "highlighting"
    on_proposition = written_annotation(
        unplaced(annotate("note", about="p", body="B", id="n")), AnnotatedSource(), BOOK
    )
    assert on_proposition["target"] == "urn:diptych:proposition:p"
    assert own_annotation(on_proposition, {}).article.id == ""


def test_a_time_that_is_none_for_the_model_is_kept_beside_it() -> None:
    shape = written(annotate("note", id="n", created="2026-01-01T10:00:00+02:00", modified="yesterday"))
    assert shape["created"] == "2026-01-01T08:00:00Z"
    assert (shape["diptych:created"], shape["diptych:modified"]) == ("2026-01-01T10:00:00+02:00", "yesterday")
    assert "modified" not in shape

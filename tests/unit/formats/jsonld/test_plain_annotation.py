"""What Recogito and others write: quotes, texts, tags and names."""

from typing import Any

import pytest

from tui.formats.jsonld.plain_annotation import plain_annotation
from tui.model import TextSelector

RECOGITO: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "#a88b22d0-6106-4872-9435-c78b5e89fede",
    "type": "Annotation",
    "body": [
        {"type": "TextualBody", "value": "A place", "purpose": "commenting"},
        {"type": "TextualBody", "value": "Place", "purpose": "tagging"},
    ],
    "target": {
        "selector": [
            {"type": "TextQuoteSelector", "exact": "Ithaca"},
            {"type": "TextPositionSelector", "start": 9, "end": 15},
        ]
    },
}
PAGE = "http://x.example/page"


def with_(**more: Any) -> Any:
    return plain_annotation({"id": "http://x.example/1", "target": PAGE, **more})


def test_an_annotation_of_recogito() -> None:
    foreign = plain_annotation(RECOGITO)
    annotation = foreign.annotation
    assert foreign.source_id == RECOGITO["id"]
    assert (annotation.kind, annotation.body, annotation.tags) == ("note", "A place", ("Place",))
    assert annotation.target == TextSelector("Ithaca", "", "", 9, 15)
    assert foreign.article.name == ""


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("http://x.example/b", "<http://x.example/b>"),
        ({"id": "http://x.example/b"}, "<http://x.example/b>"),
        ({"type": "Choice", "items": [{"value": "one"}, {"value": "two"}]}, "one"),
        ([{"value": "one"}, {"value": " two "}], "one\n\ntwo"),
        ({"type": "Choice", "items": []}, ""),
    ],
)
def test_texts_and_addresses_are_the_body(body: object, text: str) -> None:
    assert with_(body=body).annotation.body == text
    assert with_(bodyValue="x").annotation.body == "x"


def test_the_pieces_are_those_on_the_first_page() -> None:
    def target(source: str, exact: str) -> dict[str, Any]:
        return {"source": source, "selector": {"type": "TextQuoteSelector", "exact": exact}}

    foreign = with_(target=[target(PAGE + "#x", "a"), target("http://y.example", "b")])
    assert (foreign.annotation.quote, foreign.article.url) == ("a", PAGE)
    members = with_(target={"type": "List", "items": [target(PAGE, "a"), target(PAGE, "b")]})
    assert members.annotation.quote == "a […] b"
    assert with_(target={"source": {"id": PAGE}}).article.url == PAGE


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        ({"name": " Ada "}, "Ada"),
        ([{"nickname": "ada"}], "ada"),
        ("http://x.example/ada", "http://x.example/ada"),
        (None, ""),
        (9, ""),
    ],
)
def test_the_creator_is_the_annotator(creator: object, name: str) -> None:
    assert with_(creator=creator).annotation.annotator == name


def test_a_reply_is_to_its_target_and_odd_times_are_left_out() -> None:
    reply = with_(
        motivation="replying", target="http://x.example/0", created="yesterday", modified="2026-01-01T00:00:00Z"
    )
    assert reply.reply_to == "http://x.example/0"
    assert (reply.annotation.created, reply.annotation.modified) == ("", "2026-01-01T00:00:00Z")
    assert with_().reply_to == ""

"""Annotations that Diptych wrote are known by their URI and their article."""

from tui.formats.foreign import ArticleHint
from tui.formats.jsonld.own_annotation import is_own_annotation, own_annotation

OWN = {
    "id": "urn:diptych:annotation:one:x",
    "diptych:article": "one",
    "target": ["urn:diptych:annotation:one:parent"],
    "body": [{"value": "B", "purpose": "commenting"}, {"value": "claim", "diptych:field": "kind"}],
}


def test_only_what_diptych_wrote_is_own() -> None:
    assert is_own_annotation(OWN)
    assert not is_own_annotation({**OWN, "id": "http://x.example/1"})
    assert not is_own_annotation({"id": OWN["id"]})


def test_a_body_that_another_program_added_is_the_text() -> None:
    foreign = own_annotation(OWN, {"one": ArticleHint("one", title="T")})
    assert (foreign.annotation.id, foreign.annotation.on, foreign.annotation.body) == ("x", "parent", "B")
    assert foreign.article.title == "T"
    assert foreign.is_own

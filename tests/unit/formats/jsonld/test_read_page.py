"""Pages, lists and single Web Annotations, and what is refused."""

import json
from typing import Any

import pytest

from tui.errors import FormatError
from tui.formats.foreign import ForeignAnnotation, ImportFile
from tui.formats.jsonld.read_page import is_annotation_page, read_annotation_page

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def anno(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"http://x.example/{number}", "type": "Annotation", "target": "http://x.example/page", **more}


def read(value: object) -> tuple[ForeignAnnotation, ...]:
    return read_annotation_page(ImportFile("a.jsonld", json.dumps(value))).annotations


@pytest.mark.parametrize(
    "value",
    [
        {"@context": CONTEXT, "type": "AnnotationPage", "items": [anno(1), anno(2)]},
        {
            "@context": CONTEXT,
            "type": "AnnotationCollection",
            "first": {"type": "AnnotationPage", "items": [anno(1), anno(2)]},
        },
        [anno(1, **{"@context": CONTEXT}), anno(2, **{"@context": [CONTEXT]})],
    ],
)
def test_annotations_are_found_in_pages_and_lists(value: object) -> None:
    assert [each.source_id for each in read(value)] == ["http://x.example/1", "http://x.example/2"]


def test_a_collection_that_is_elsewhere_has_none_here() -> None:
    assert read({"@context": CONTEXT, "type": "AnnotationCollection", "first": "http://x.example/p1"}) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no json", "1:1: is not JSON"),
        ('{"id": "x:y",}', "is not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[9]", "item 1 is no object"),
        (json.dumps([anno(1, **{"@context": CONTEXT}), anno(2)]), 'annotation 2 is wrong, its "@context"'),
        (
            f"[{json.dumps(anno(1, **{'@context': CONTEXT}))},\n{json.dumps(anno(2))}]",
            "2: breaks the Web Annotation model",
        ),
    ],
)
def test_what_is_wrong_is_refused_with_a_line(text: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        read_annotation_page(ImportFile("a.jsonld", text))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_looks_like_a_page() -> None:
    assert is_annotation_page(ImportFile("a.json", json.dumps(anno(1, **{"@context": CONTEXT}))))
    assert is_annotation_page(ImportFile("a.json", json.dumps([anno(1)])))
    assert not is_annotation_page(ImportFile("a.json", '{"rows": [{"uri": "x", "target": []}]}'))

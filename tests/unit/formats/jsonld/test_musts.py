"""The MUSTs of the model: what is right passes, each fault is named."""

from typing import Any

import pytest

from tui.formats.jsonld.musts import annotation_fault

PAGE = "http://x.example/page"
GOOD: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "http://x.example/1",
    "type": "Annotation",
    "body": {"type": "TextualBody", "value": "B"},
    "target": PAGE,
}


def quoting(**selector: Any) -> dict[str, Any]:
    return {"source": PAGE, "selector": {"type": "TextQuoteSelector", "exact": "x", **selector}}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"id": ["http://x.example/1"], "type": ["Annotation", "x:y"]},
        {"@context": [{"x": "y"}, "http://www.w3.org/ns/anno.jsonld"]},
        {"body": ["http://x.example/b", {"value": "t"}]},
        {"body": {"type": "Choice", "items": [PAGE, {"value": "x"}]}},
        {"target": quoting(prefix="a")},
        {"target": [quoting(), {"source": {"id": PAGE}, "selector": "http://x.example/s"}]},
        {"target": {"source": PAGE, "state": {"type": "TimeState", "sourceDate": "2015-07-20T13:30:00Z"}}},
        {"id": "#1-2", "target": {"selector": [{"type": "TextQuoteSelector", "exact": "x"}]}},
        {"creator": {"name": "Ada"}, "created": "2015-01-28T12:00:00Z", "rights": ["http://x.example/r"]},
    ],
)
def test_what_is_right_has_no_fault(more: dict[str, Any]) -> None:
    assert annotation_fault({**GOOD, **more}) == ""


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"@context": ["http://x.example/c"]}, '"@context" must have'),
        ({"type": "Squirrel"}, '"type" must be Annotation'),
        ({"id": ["http://x.example/1", "http://x.example/2"]}, '"id" must be one URI'),
        ({"id": "no uri"}, '"id" must be one URI'),
        ({"target": None}, 'no "target"'),
        ({"target": 9}, "neither a URI nor an object"),
        ({"target": "no uri"}, "must be a URI"),
        ({"bodyValue": "x"}, 'both "body" and "bodyValue"'),
        ({"body": {"id": "this is no uri"}}, 'neither an "id" nor a "source"'),
        ({"body": {"type": "TextualBody", "format": "text/plain"}}, 'must have one "value"'),
        ({"body": {"type": ["Choice", "List"], "items": [PAGE]}}, "must be of one type"),
        ({"body": {"type": "Choice"}}, 'and have "items"'),
        ({"body": {"type": "Choice", "items": [PAGE], "value": "x"}}, 'neither "value"'),
        ({"body": {"id": PAGE, "textDirection": ["ltr", "rtl"]}}, '"textDirection"'),
        ({"body": {"id": PAGE, "purpose": "tagging"}}, 'neither "purpose" nor "items"'),
        ({"body": {"id": PAGE, "created": "yesterday"}}, '"created" must be one time'),
        ({"creator": 6}, '"creator"'),
        ({"modified": ["2015-01-28T12:00:00Z", "2015-01-28T12:00:01Z"]}, '"modified" must be one time'),
        ({"via": "not a uri"}, '"via" must be URIs'),
        ({"canonical": [PAGE, PAGE]}, '"canonical" must be one URI'),
        ({"target": {"type": "SpecificResource"}}, 'must have a "source"'),
        ({"target": {"selector": {"type": "TextQuoteSelector", "exact": "x"}}}, 'must have a "source"'),
        ({"target": {"source": "no uri"}}, '"source" must be one URI'),
        ({"target": {"type": "TextualBody", "value": "x"}}, "a text is no target"),
        ({"target": quoting(exact=["x", "y"])}, "a TextQuoteSelector lacks"),
        ({"target": quoting(type="FragmentSelector", value=["x", "y"])}, "a FragmentSelector lacks"),
        ({"target": quoting(type="TextPositionSelector", start=-1, end=2)}, "a TextPositionSelector lacks"),
        ({"target": quoting(type="RangeSelector", startSelector={})}, "a RangeSelector lacks"),
        ({"target": quoting(refinedBy={"type": "CssSelector"})}, "a CssSelector lacks"),
        ({"target": {"source": PAGE, "selector": 9}}, '"selector" must be a URI'),
        ({"target": {"source": PAGE, "selector": "x y"}}, '"selector" must be a URI'),
        ({"target": {"source": PAGE, "styleClass": 9}}, '"styleClass"'),
        ({"target": {"source": PAGE, "state": {"type": "HttpRequestState"}}}, "an HttpRequestState"),
        ({"target": {"source": PAGE, "state": {"type": "TimeState"}}}, "a TimeState"),
    ],
)
def test_each_fault_is_named(more: dict[str, Any], fault: str) -> None:
    assert fault in annotation_fault({**GOOD, **more})


def test_in_a_page_the_context_is_that_of_the_page() -> None:
    without = {name: value for name, value in GOOD.items() if name != "@context"}
    assert annotation_fault(without, has_context=True) == ""
    assert "@context" in annotation_fault(without)


def test_a_body_value_is_one_text() -> None:
    bare = {name: value for name, value in GOOD.items() if name != "body"}
    assert annotation_fault({**bare, "bodyValue": "x"}) == ""
    assert annotation_fault({**bare, "bodyValue": ["x", "y"]}) == 'its "bodyValue" must be one text'

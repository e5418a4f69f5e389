"""Labelled spans of doccano and Label Studio."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FormatError
from tui.formats.foreign import ForeignDocument, ImportFile
from tui.formats.labelled_text import read_doccano, read_label_studio
from tui.model import Annotation, Stance, TextSelector

TEXT = "Ada said so."
TARGET = TextSelector("said", "Ada ", " so.", 4, 8)


def doccano(*shapes: object) -> ForeignDocument:
    return read_doccano(ImportFile("a.jsonl", "\n".join(map(json.dumps, shapes)) + "\n"))


def studio(value: object, data: object = None, **more: object) -> ForeignDocument:
    results = [
        {"id": "r1", "type": "labels", "to_name": "text", "value": value},
        {"id": "r1", "type": "textarea", "value": {"text": ["B", "C"]}},
    ]
    annotation = {"result": results, "completed_by": {"email": "ada@x.example"}, **more}
    tasks = [{"id": 1, "data": data or {"text": TEXT, "url": "https://x.example"}, "annotations": [annotation]}]
    return read_label_studio(ImportFile("a.json", json.dumps(tasks)))


def test_both_forms_of_doccano_are_read() -> None:
    entity = {"id": 7, "start_offset": 4, "end_offset": 8, "label": "Cue word"}
    document = doccano(
        {"text": TEXT, "label": [[4, 8, "Cue word"]], "filename": "one.txt"},
        {"text": TEXT, "entities": [entity], "meta": {"url": "https://x.example"}},
    )
    first, second = document.annotations
    assert first.annotation == second.annotation == Annotation("", "cue-word", target=TARGET)
    assert (first.article.file, second.article.url) == ("one.txt", "https://x.example")
    assert second.source_id.startswith("doccano:7:")
    assert document.codebook.kinds["cue-word"].stance is Stance.NEUTRAL


def test_a_region_of_label_studio_has_its_text_tags_and_annotator() -> None:
    (foreign,) = studio({"start": 4, "end": 8, "labels": ["Claim", "x"]}, created_at="2026-05-03T10:00:00Z").annotations
    assert foreign.annotation == Annotation(
        "", "claim", "", TARGET, body="B\n\nC", tags=("x",), annotator="ada@x.example", created="2026-05-03T10:00:00Z"
    )
    assert (foreign.article.url, foreign.source_id[:16]) == ("https://x.example", "label-studio:r1:")


def test_a_region_without_its_text_has_its_own_words() -> None:
    (foreign,) = studio({"text": "said", "labels": ["x"]}, {"title": "T"}).annotations
    assert foreign.annotation.target == TextSelector("said")


@pytest.mark.parametrize(
    "shape", [{}, [], {"text": TEXT, "label": [[4, 99, "x"]]}, {"text": TEXT, "label": [["a", 1, "x"]]}]
)
def test_what_is_not_of_doccano_is_refused_with_its_line(shape: object) -> None:
    with pytest.raises(FormatError, match=r"^1: "):
        doccano(shape)


def test_a_region_at_no_place_is_refused() -> None:
    with pytest.raises(FormatError, match="task 1"):
        studio({"start": 8, "end": 4, "labels": ["x"]})


WIDE = "🙂🙂 Ada said\nso."


@pytest.mark.parametrize("places", [(9, 16), (7, 14)], ids=["utf-16", "code points"])
def test_words_after_an_emoji_are_those_that_were_labelled(places: tuple[int, int]) -> None:
    start, end = places
    (labelled,) = doccano({"text": WIDE, "label": [[start, end, "x"]]}).annotations
    region = {"start": start, "end": end, "labels": ["x"], "text": "said\\nso"}
    (regional,) = studio(region, {"text": WIDE}).annotations
    target = TextSelector("said\nso", "🙂🙂 Ada ", ".", 7, 14)
    assert (labelled.annotation.target, regional.annotation.target) == (target, target)


@pytest.mark.parametrize("text", ["Ada 🙂 said", "Ada 🙂 said so"])
def test_words_with_an_emoji_are_those_that_were_labelled(text: str) -> None:
    (foreign,) = studio({"start": 4, "end": 11, "labels": ["x"], "text": "🙂 said"}, {"text": text}).annotations
    assert foreign.annotation.target == TextSelector("🙂 said", "Ada ", text[10:], 4, 10)


def test_a_backslash_before_an_n_may_be_one() -> None:
    region = {"start": 0, "end": 6, "labels": ["x"], "text": "C:\\new"}
    (foreign,) = studio(region, {"text": "C:\\new is gone"}).annotations
    assert foreign.annotation.target == TextSelector("C:\\new", "", " is gone", 0, 6)


def test_a_region_whose_place_has_other_words_keeps_its_own() -> None:
    (foreign,) = studio({"start": 0, "end": 3, "text": "said", "labels": ["x"]}).annotations
    assert foreign.annotation.target == TextSelector("said")


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "label", "entities", "data", "annotations", "result", "value", "labels"]), inner
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    for read in (read_doccano, read_label_studio):
        with suppress(FormatError):
            assert isinstance(read(ImportFile("a.json", json.dumps(value))), ForeignDocument)


def test_each_label_has_the_line_of_its_text() -> None:
    spans = [{"text": TEXT, "label": [[4, 8, "x"]]}] * 2
    assert [each.line for each in doccano(*spans).annotations] == [1, 2]
    task = {"data": {"text": TEXT}, "annotations": [{"result": [{"value": {"start": 4, "end": 8, "labels": ["x"]}}]}]}
    text = json.dumps([task, {**task, "data": {"text": f"{TEXT} "}}], indent=0)
    second = text.count("\n", 0, text.rindex('"data"'))
    assert [each.line for each in read_label_studio(ImportFile("a.json", text)).annotations] == [2, second]
    with pytest.raises(FormatError, match="task 2") as refused:
        read_label_studio(ImportFile("a.json", json.dumps([task, {}], indent=0)))
    assert refused.value.line == json.dumps([task, {}], indent=0).count("\n")

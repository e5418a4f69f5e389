"""Annotations of Hypothes.is, as its export and its API write them."""

import json
from typing import Any

import pytest

from tui.errors import FormatError
from tui.formats.foreign import ForeignAnnotation, ImportFile
from tui.formats.hypothesis_json import is_hypothesis, read_hypothesis
from tui.model import TextSelector

ONE: dict[str, Any] = {
    "id": "KtAbc",
    "created": "2026-02-01T09:00:00.000000+00:00",
    "updated": "2026-02-02T09:00:00.000000+00:00",
    "user": "acct:ada@hypothes.is",
    "uri": "https://x.example/a",
    "text": " Since *when*? ",
    "tags": ["talks", "talks", " "],
    "document": {"title": ["Talks resume"]},
    "target": [
        {
            "source": "https://x.example/a",
            "selector": [
                {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]"},
                {"type": "TextPositionSelector", "start": 90, "end": 103},
                {"type": "TextQuoteSelector", "exact": "talks resumed", "prefix": "The ", "suffix": " at"},
            ],
        }
    ],
    "user_info": {"display_name": None},
}
REPLY = {**ONE, "id": "Reply", "target": [{"source": "https://x.example/a"}], "references": ["Other", "KtAbc"]}


def read(value: object) -> tuple[ForeignAnnotation, ...]:
    return read_hypothesis(ImportFile("a.json", json.dumps(value))).annotations


def test_an_annotation_has_its_words_texts_and_times() -> None:
    (foreign,) = read([ONE])
    annotation = foreign.annotation
    assert foreign.source_id == "https://hypothes.is/a/KtAbc"
    assert (foreign.article.url, foreign.article.title) == ("https://x.example/a", "Talks resume")
    assert annotation.target == TextSelector("talks resumed", "The ", " at", 90, 103)
    assert (annotation.body, annotation.tags, annotation.annotator) == ("Since *when*?", ("talks",), "ada")
    assert (annotation.created[:10], annotation.modified[:10]) == ("2026-02-01", "2026-02-02")
    assert read([{**ONE, "updated": ONE["created"], "user_info": {"display_name": "Ada"}}])[0].annotation.modified == ""


def test_a_reply_answers_the_last_reference() -> None:
    _, reply = read({"annotations": [ONE, REPLY]})
    assert (reply.reply_to, reply.annotation.target) == ("https://hypothes.is/a/KtAbc", None)


@pytest.mark.parametrize(
    "value",
    [
        {"export_date": "2026", "annotations": [ONE, REPLY]},
        {"total": 2, "rows": [ONE], "replies": [REPLY]},
        [ONE, REPLY],
    ],
)
def test_the_export_and_the_answers_of_the_api_are_read(value: object) -> None:
    assert is_hypothesis(ImportFile("a.json", json.dumps(value)))
    assert [each.source_id[-5:] for each in read(value)] == ["KtAbc", "Reply"]


@pytest.mark.parametrize("value", [[1], [{"id": "x"}], {"rows": [{"uri": "x"}]}])
def test_what_is_of_another_program_is_refused(value: object) -> None:
    with pytest.raises(FormatError, match="annotation 1 has no"):
        read(value)


def test_an_annotation_has_the_line_on_which_it_begins() -> None:
    text = '{"rows": [{"id": "a", "uri": "u"},\n{"id": "b", "uri": "u"}],\n"replies": [\n{"id": "c", "uri": "u"}]}'
    assert [each.line for each in read_hypothesis(ImportFile("a.json", text)).annotations] == [1, 2, 4]
    with pytest.raises(FormatError, match='annotation 1 has no "id"') as refused:
        read_hypothesis(ImportFile("a.json", text.replace('"c"', "7")))
    assert refused.value.line == 4

"""Drafts in the shape of `suggest --json` are read back."""

import json
from typing import Any

import pytest

from tui.errors import FormatError
from tui.formats.foreign import ForeignAnnotation, ImportFile
from tui.formats.suggestion_json import is_suggestion_list, read_suggestions

DRAFT: dict[str, Any] = {
    "article": "harbour", "kind": "denial", "speaker": ["Ana Ruiz"], "as": "she", "cue": "denied", "spans": [[3, 9]],
    "quote": "is late", "hedge": "may", "via": ["TASS"], "rule": "that", "score": 0.7, "why": "Because.",
    "about": [{"id": "late", "score": 0.5}],
}  # fmt: skip


def read(*drafts: object) -> tuple[ForeignAnnotation, ...]:
    return read_suggestions(ImportFile("a.json", json.dumps(drafts))).annotations


def test_all_fields_are_read() -> None:
    (foreign,) = read(DRAFT)
    annotation = foreign.annotation
    assert annotation.target
    assert (annotation.quote, annotation.target.start, annotation.target.end) == ("is late", 3, 9)
    assert (annotation.kind, annotation.speaker, annotation.speaker_words) == ("denial", ("Ana Ruiz",), "she")
    assert (annotation.cue, annotation.hedge, annotation.via) == ("denied", "may", ("TASS",))
    assert (annotation.about, annotation.suggested) == ("late", "that")
    assert dict(annotation.extra) == {"score": 0.7, "why": "Because."}
    assert foreign.article.id == "harbour"


def test_only_kind_and_quote_are_needed() -> None:
    (foreign,) = read({"kind": "claim", "quote": "It is late", "about": "late", "score": "high", "creator": "tagger"})
    assert (foreign.annotation.about, foreign.annotation.annotator) == ("late", "tagger")
    assert dict(foreign.annotation.extra)["score"] == 1.0
    (foreign,) = read({"kind": "claim", "quote": "It is late", "score": 70})
    assert dict(foreign.annotation.extra)["score"] == 1.0


def test_a_quote_in_pieces_is_a_list_or_has_a_span_for_each() -> None:
    quotes = [
        [piece.quote for piece in foreign.annotation.target.pieces] if foreign.annotation.target else []
        for foreign in read(
            {"kind": "claim", "quote": ["It is", "late"]},
            {"kind": "claim", "quote": "It is … late", "spans": [[0, 5], [9, 13]]},
            {"kind": "claim", "quote": "It is … late"},
        )
    ]
    assert quotes == [["It is", "late"], ["It is", "late"], []]


@pytest.mark.parametrize("draft", [{"kind": "claim"}, {"quote": "x"}, "x", {"kind": "claim", "quote": " "}])
def test_a_draft_without_kind_or_quote_is_refused(draft: object) -> None:
    with pytest.raises(FormatError, match='has no "kind" or no "quote" in draft 2'):
        read(DRAFT, draft)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (json.dumps([DRAFT]), True),
        ('[{"kind": "claim"}]', True),
        ('{"kind": "x"}', False),
        ('[{"@context": "x", "kind": ""}]', False),
        ("[]", False),
        ("T1\tx", False),
    ],
)
def test_a_list_of_drafts_is_recognized(text: str, expected: bool) -> None:
    assert is_suggestion_list(ImportFile("a.json", text)) is expected

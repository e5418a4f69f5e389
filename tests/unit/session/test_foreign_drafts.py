"""Drafts of other programs, placed in today's articles."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from collations import Telling, collate

from tui.errors import FormatError
from tui.formats.foreign import ArticleHint, ForeignAnnotation, ForeignDocument
from tui.model import Annotation, Span, TextSelector
from tui.session.foreign_drafts import machine_name, place_drafts, read_foreign_drafts

TEXT = "The mayor Ana Ruiz left. The bridge is late, Ruiz said."
HARBOUR = collate(Telling("harbour", TEXT))


def foreign(quote: str, article: str = "harbour", name: str = "", **more: object) -> ForeignAnnotation:
    annotation = Annotation("", str(more.pop("kind", "claim")), target=TextSelector(quote), annotator=name)
    for key, value in more.items():
        object.__setattr__(annotation, key, value)
    return ForeignAnnotation(quote + article, annotation, ArticleHint(article))


def test_drafts_get_their_places_and_their_cue() -> None:
    document = ForeignDocument((foreign("The bridge is late", cue="said", about="late", suggested="that"),))
    placed = place_drafts(document, HARBOUR, "tagger.json", 0.5)
    (draft,) = placed.drafts["harbour"]
    assert [span.of(TEXT) for span in draft.spans] == ["The bridge is late"]
    assert (draft.cue_span.of(TEXT), draft.rule, draft.score, draft.why) == ("said", "that", 1.0, "From tagger.json.")
    assert placed.about == {draft: "late"}


def test_what_has_no_article_or_no_place_or_a_low_score_is_left_out() -> None:
    low = foreign("Ana Ruiz", extra=(("score", 0.2),))
    document = ForeignDocument((foreign("late", "elsewhere"), foreign("A tunnel was built by nobody"), low))
    placed = place_drafts(document, HARBOUR, "x", 0.5)
    assert (dict(placed.drafts), placed.without_article, placed.without_place) == ({"harbour": ()}, 1, 1)


@pytest.mark.parametrize(
    ("kind", "tags", "expected"),
    [
        ("denial", (), "denial"),
        ("note", ("Denial",), "denial"),
        ("note", (), "claim"),
        ("Quote", ("no_comment",), "no-comment"),
    ],
)  # fmt: skip
def test_the_kind_is_that_of_the_annotation_or_of_a_tag(kind: str, tags: tuple[str, ...], expected: str) -> None:
    document = ForeignDocument((foreign("The bridge is late", kind=kind, tags=tags),))
    assert place_drafts(document, HARBOUR, "x", 0).drafts["harbour"][0].kind == expected


def test_a_kind_that_is_not_known_here_is_no_statement() -> None:
    placed = place_drafts(ForeignDocument((foreign("Ana Ruiz", kind="Person"),)), HARBOUR, "x", 0)
    assert (dict(placed.drafts), placed.without_article) == ({}, 0)


def test_an_article_is_found_by_its_file_in_an_address_or_because_it_is_the_only_one() -> None:
    by_address = replace(foreign("The bridge is late"), article=ArticleHint(url="http://x.example/a/harbour.txt"))
    unnamed = replace(foreign("Ana Ruiz"), article=ArticleHint(url="http://x.example/b"), source_id="2")
    document = ForeignDocument((by_address, unnamed))
    assert len(place_drafts(document, HARBOUR, "x", 0).drafts["harbour"]) == 2
    two = collate(Telling("harbour", TEXT), Telling("ferry", TEXT))
    placed = place_drafts(document, two, "x", 0)
    assert (len(placed.drafts["harbour"]), placed.without_article) == (1, 1)


def test_a_cue_that_is_not_near_has_an_empty_place() -> None:
    document = ForeignDocument((foreign("Ana Ruiz", cue="denied"),))
    assert place_drafts(document, HARBOUR, "x", 0).drafts["harbour"][0].cue_span == Span(10, 10)


def test_a_machine_is_called_as_asked_or_as_the_file_says() -> None:
    one, other = foreign("x", name="tagger"), foreign("y", name="parser")
    path = Path("drafts.json")
    assert machine_name(ForeignDocument((one, other)), path, "mine") == "machine:mine"
    assert machine_name(ForeignDocument((one,)), path) == "machine:tagger"
    assert machine_name(ForeignDocument((one, other)), path) == "machine:drafts"
    assert machine_name(ForeignDocument((one,)), path, "machine:mine") == "machine:mine"


def test_files_are_read_by_what_they_hold(tmp_path: Path) -> None:
    drafts, broken = tmp_path / "drafts.json", tmp_path / "broken.json"
    drafts.write_text(json.dumps([{"kind": "claim", "quote": "late", "article": "harbour"}]))
    broken.write_text('[{"kind": "claim", "quote": ""}]')
    assert [each.annotation.quote for each in read_foreign_drafts(drafts).annotations] == ["late"]
    with pytest.raises(FormatError, match=r"broken\.json"):
        read_foreign_drafts(broken)

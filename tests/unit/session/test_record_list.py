"""Tests of `tui.session.record_list`."""

import pytest
from collations import NO_COMMENT, Telling, annotate, codebook, collate

from tui.analysis.filters import Filter
from tui.analysis.survey import Survey
from tui.model import Annotation, Codebook, Kind, RecordRef, Stance
from tui.session.record_list import (
    RecordEntry,
    RecordList,
    count_annotators,
    count_propositions,
    count_speakers,
    count_tags,
    other_kinds,
    record_entries,
    toggle,
    with_field,
)

BOOK = codebook({"radar": "The radar failed"}, speakers={"Ada Holm": ("Captain Holm",)})
NORTH = Telling(
    "north",
    "one two",
    (
        annotate("denial", "two", ("Captain Holm",), "radar", id="two", tags=("x",), annotator="Olga"),
        annotate("claim", "one", ("Ada Holm", "Bo"), "radar", id="one", tags=("x", "y")),
        annotate("note", id="reply", on="one", annotator="Olga"),
        annotate("note", id="answer", on="reply"),
    ),
)
SOUTH = Telling("south", "three", (annotate("claim", "swam ashore", ("Bo",), id="lost"),))
COLLATION = collate(NORTH, SOUTH, NORTH, book=BOOK, notes=[annotate("note", about="radar", id="why")])
ENTRIES = record_entries(Survey(COLLATION))


def test_records_are_listed_by_account_then_notes_after_what_they_are_on_then_the_codebooks() -> None:
    assert [(entry.reference, entry.article, entry.annotation.id, entry.state) for entry in ENTRIES] == [
        ("A1", "north", "one", "exact"),
        ("A1", "north", "reply", ""),
        ("A1", "north", "answer", ""),
        ("A2", "north", "two", "exact"),
        ("B1", "south", "lost", "orphan"),
        ("", "", "why", ""),
    ]


def test_an_entry_leads_to_its_record_and_a_note_to_what_it_is_on() -> None:
    refs = {entry.annotation.id: entry.ref for entry in ENTRIES}
    assert refs["two"] == RecordRef("north", "two")
    assert refs["reply"] == RecordRef("north", "one")
    assert refs["why"] is None


@pytest.mark.parametrize(
    ("condition", "ids"),
    [
        (Filter(), ["one", "reply", "answer", "two", "lost", "why"]),
        (Filter(articles=("south",)), ["lost"]),
        (Filter(kinds=("claim",)), ["one", "lost"]),
        (Filter(speakers=("Ada Holm",)), ["one", "two"]),
        (Filter(articles=("north",), about=("",)), ["reply", "answer"]),
    ],
)
def test_only_entries_that_match_a_filter_are_kept(condition: Filter, ids: list[str]) -> None:
    assert [entry.annotation.id for entry in RecordList(ENTRIES, BOOK).matching(condition)] == ids


@pytest.mark.parametrize(
    ("values", "chosen", "expected"),
    [
        ((), ("a",), ("a",)),
        (("a", "b"), ("a",), ("b",)),
        (("a", "b"), ("b", "a"), ()),
        (("a",), ("b", "a"), ("a", "b")),
        (("a", "b", "c"), ("c", "a"), ("b",)),
    ],
)
def test_chosen_values_are_added_or_removed_if_all_are_there(
    values: tuple[str, ...], chosen: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert toggle(values, chosen) == expected


@pytest.mark.parametrize("name", ["speakers", "about", "annotators", "tags"])
def test_one_field_of_a_filter_is_replaced(name: str) -> None:
    before = Filter(("claim",), ("Bo",), ("radar",), ("north",), ("Olga",), ("x",), text="text")
    after = with_field(before, name, ("new",))
    assert getattr(after, name) == ("new",)
    assert [field for field in Filter._fields if getattr(after, field) != getattr(before, field)] == [name]


def test_other_kinds_are_no_comment_and_those_that_the_codebook_declares() -> None:
    hints = Kind("hints", "Hints", "~", Stance.NEUTRAL)
    assert other_kinds(codebook(kinds=(hints,))) == (NO_COMMENT.name, "hints")


def test_a_speaker_is_counted_under_all_names() -> None:
    assert list(count_speakers(ENTRIES, BOOK).items()) == [("Ada Holm", 2), ("Bo", 2)]


def test_propositions_annotators_and_tags_are_counted_most_first() -> None:
    assert list(count_propositions(ENTRIES).items()) == [("radar", 3), ("", 3)]
    signed = [entry.annotation for entry in ENTRIES]
    assert list(count_annotators(signed, BOOK).items()) == [("", 4), ("Olga", 2)]
    assert list(count_annotators(signed, BOOK, "OLGA").items()) == [("Olga", 2), ("", 4)]
    assert list(count_tags(ENTRIES).items()) == [("x", 2), ("y", 1)]


def test_counts_without_entries_are_empty() -> None:
    assert not count_tags(())
    assert not count_speakers([RecordEntry("", "", annotate("note"))], BOOK)


def test_each_value_of_a_field_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, ...]] = []
    matches = Filter.matches_annotation

    def matches_annotation(condition: Filter, annotation: Annotation, book: Codebook) -> bool:
        compared.append(annotation.speaker)
        return matches(condition, annotation, book)

    monkeypatch.setattr(Filter, "matches_annotation", matches_annotation)
    many = RecordList(ENTRIES * 20, BOOK)
    assert len(many.matching(Filter(speakers=("Bo",)))) == 2 * 20
    assert sorted(compared) == sorted({entry.annotation.speaker for entry in ENTRIES})

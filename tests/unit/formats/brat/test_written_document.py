"""Records as events of brat, with cue and source, and back."""

from dataclasses import replace

from any_record import LINES, records
from collations import Telling, annotate, collate
from hypothesis import given, settings
from hypothesis import strategies as st
from placing import placed_at

from tui.formats.brat.read_document import read_brat
from tui.formats.brat.written_document import brat_type, written_document
from tui.formats.foreign import ImportFile
from tui.model import Account, Annotation

TEXT = "Ada Holm said on Monday\nthat the bridge would reopen."


def written(*annotations: Annotation) -> list[str]:
    return written_document(collate(Telling("one", TEXT, annotations)).accounts[0]).splitlines()


def test_a_claim_is_an_event_with_its_source_and_cue() -> None:
    claim = annotate("claim", "the bridge would reopen", "Ada Holm", "p", id="k", cue="said", hedge="may", body="B\nC")
    assert written(claim) == [
        "T1\tclaim 29 52\tthe bridge would reopen",
        "T2\tSpeaker 0 8\tAda Holm",
        "T3\tCue 9 13\tsaid",
        "E1\tclaim:T1 Source:T2 Cue:T3",
        "A1\tHedged E1",
        "#1\tAnnotatorNotes E1\tB\\nC",
        "#2\tId E1\tk",
        "#3\tSpeaker E1\tAda Holm",
        "#4\tAbout E1\tp",
        "#5\tCue E1\tsaid",
        "#6\tHedge E1\tmay",
        "#7\tHints E1\tnone none",
    ]


def test_words_in_two_lines_and_replies() -> None:
    claim = annotate("claim", "Monday\nthat", id="k", cue="reported")
    lines = written(
        claim, annotate("note", on="k", id="n", body="Why?", annotator="Bo"), annotate("note", id="whole", body="X")
    )
    assert lines[0] == "T1\tclaim 17 23;24 28\tMonday that"
    assert lines[1] == "E1\tclaim:T1"
    assert lines[-1].endswith("\tReply E1\tBo: Why?")
    assert "X" not in "".join(lines)


def test_replies_are_numbered_after_the_notes_of_a_record_and_before_those_of_the_next() -> None:
    first, second = annotate("claim", "Monday", id="k"), annotate("claim", "bridge", id="m")
    replies = [annotate("note", on="k", id="n", body="Why?"), annotate("note", on="k", id="o", body="A\nB")]
    notes = [line for line in written(first, second, *replies) if line.startswith("#") and "Hints" not in line]
    assert notes == ["#1\tId E1\tk", "#3\tReply E1\tWhy?", "#4\tReply E1\tA\\nB", "#5\tId E2\tm"]


def test_types_are_those_that_brat_takes() -> None:
    assert [brat_type(kind) for kind in ("no-comment", "Cue", "a b", "é")] == ["no-comment", "x-Cue", "x-a-b", "x-"]


@settings(max_examples=150, deadline=None)
@given(st.lists(records(), min_size=1, max_size=3, unique_by=lambda each: each.id), st.integers(0, 40), LINES)
def test_every_record_with_a_place_comes_back(annotations: list[Annotation], start: int, words: str) -> None:
    text = f"{TEXT}{words}"
    article = replace(collate(Telling("one", text)).accounts[0].article, text=text)
    placed = tuple(placed_at(replace(annotation, on=""), start, start + 9) for annotation in annotations)
    ann = written_document(Account("A", article, placed))
    back = read_brat(ImportFile("one.ann", ann, text)).annotations
    assert [each.annotation for each in back] == [each.annotation for each in placed]
    assert all(each.is_own and each.article.id == "one" for each in back)

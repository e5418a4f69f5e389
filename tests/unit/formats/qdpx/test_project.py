"""A project has every record, and a structure that the schema allows."""

from pathlib import Path

import pytest
from aid_and_talks import aid_and_talks
from any_record import records
from collations import Telling, annotate, codebook, collate
from hypothesis import given, settings
from hypothesis import strategies as st
from refi_project import faults, parsed

from tui.analysis.survey import Survey
from tui.formats.export_format import ExportRequest
from tui.formats.qdpx.project import project_files
from tui.model import (
    Account,
    Anchor,
    AnchorState,
    Annotation,
    Article,
    Codebook,
    Collation,
    Placed,
    Proposition,
    Record,
    Span,
)


def files_of(collation: Collation, scope: str = "") -> dict[str, str]:
    survey = Survey(collation)
    files = project_files(ExportRequest(survey, survey, scope=scope))
    return {name: "".join(pieces) for name, pieces in files}


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return files_of(aid_and_talks())


def test_the_positions_of_a_selection_give_its_words(files: dict[str, str]) -> None:
    root = parsed(files["project.qde"])
    assert list(faults(root)) == []
    marked = []
    for source in root.iter("TextSource"):
        text = files[source.get("plainTextPath", "").replace("internal://", "sources/")]
        for selection in source.iter("PlainTextSelection"):
            start, end = (int(selection.get(name, "")) for name in ("startPosition", "endPosition"))
            marked.append(text[start:end])
            assert selection.get("name") == text[start:end]
    assert marked == ["Aid must come", "No talks", "no word"]
    assert len(files) == 3


def test_notes_and_quotes_without_a_place_are_notes_of_their_source(files: dict[str, str]) -> None:
    root = parsed(files["project.qde"])
    notes = {note.get("guid"): note.findtext("PlainTextContent") for note in root.iter("Note")}
    denial = next(each for each in root.iter("PlainTextSelection") if each.get("name") == "No talks")
    assert [notes[ref.get("targetGUID")] for ref in denial.findall("NoteRef")] == ["# Hm", "Quite"]
    sources = [[notes[ref.get("targetGUID")] for ref in each.findall("NoteRef")] for each in root.iter("TextSource")]
    assert sources == [["All of it.", "Where?"], ["Claim\n\n“gone”\n\nZarif"]]
    quiet = next(code for code in root.iter("Code") if code.get("name") == "Nobody says this")
    assert [notes[ref.get("targetGUID")] for ref in quiet.findall("NoteRef")] == ["Odd."]


def test_speakers_are_cases_with_what_they_say(files: dict[str, str]) -> None:
    root = parsed(files["project.qde"])
    names = {each.get("guid"): each.get("name") for each in root.iter("PlainTextSelection")}
    said = {
        case.get("name"): [names[ref.get("targetGUID")] for ref in case.iter("SelectionRef")]
        for case in root.iter("Case")
    }
    assert said == {"Mevlüt Çavuşoğlu": ["Aid must come"], "Lavrov": ["Aid must come"], "Zarif": ["No talks"]}
    assert root.findtext("Cases/Case/Description") == "Also: Cavusoglu"
    assert [user.get("name") for user in root.iter("User")] == ["Ada", "Bo"]


def test_an_empty_workspace_is_a_project_too() -> None:
    root = parsed(files_of(Collation(()), scope="kind denial")["project.qde"])
    assert list(faults(root)) == []
    assert [child.tag for child in root] == ["CodeBook", "Description"]


def test_contradictions_are_links() -> None:
    book = Codebook({"p": Proposition("p", "X", ("q",)), "q": Proposition("q", "Y")})
    root = parsed(files_of(collate(Telling("one", "Aid"), book=book))["project.qde"])
    names = {code.get("guid"): code.get("name") for code in root.iter("Code")}
    (link,) = root.iter("Link")
    assert (names[link.get("originGUID")], names[link.get("targetGUID")]) == ("X", "Y")
    assert list(faults(root)) == []


TEXT = "One “quote” of 3 😀 words.\nAnd & <more> \t of it."


@settings(max_examples=60, deadline=None)
@given(st.lists(records(), max_size=4, unique_by=lambda each: each.id), st.data())
def test_any_record_is_in_a_project_that_the_schema_allows(own: list[Annotation], data: st.DataObject) -> None:
    ends = st.integers(0, len(TEXT))
    spans = [Span(*sorted((data.draw(ends), data.draw(ends)))) for _ in own]
    placed = tuple(
        Placed(Record(each, Path("a"), 1), Anchor(AnchorState.ADJUSTED, *span, 0.9))
        for each, span in zip(own, spans, strict=True)
    )
    files = files_of(Collation((Account("A", Article("one", TEXT, Path("one")), placed),), codebook()))
    root = parsed(files["project.qde"])
    assert list(faults(root)) == []
    selections = list(root.iter("PlainTextSelection"))
    assert [(int(each.get("startPosition", "")), int(each.get("endPosition", ""))) for each in selections] == spans


def test_a_note_may_be_on_an_article_alone() -> None:
    note = annotate("note", id="n", body="a\r\nb\0")
    root = parsed(files_of(collate(Telling("one", "Aid", (note,))))["project.qde"])
    assert root.findtext("Notes/Note/PlainTextContent") == "a\r\nb\ufffd"


def test_the_description_comes_in_pieces_of_one_source() -> None:
    told = [Telling(f"a{number}", "Aid must come", (annotate("claim", "Aid", "Bo"),)) for number in range(50)]
    survey = Survey(collate(*told))
    name, pieces = next(project_files(ExportRequest(survey, survey)))
    listed = [*pieces]
    assert name == "project.qde"
    assert sum(piece.startswith("<TextSource ") for piece in listed) == 50
    assert max(piece.count("<TextSource ") for piece in listed) == 1

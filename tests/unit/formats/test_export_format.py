"""The formats by name and by the suffix of a file."""

import json
from pathlib import PurePath

import pytest
from aid_and_talks import aid_and_talks
from collations import Telling, collate

from tui.analysis.survey import Survey
from tui.formats.export_format import FORMATS, ExportRequest, format_of_file
from tui.model import Codebook


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("notes.md", "markdown"),
        ("a.MARKDOWN", "markdown"),
        ("a.CSV", "csv"),
        ("a.json", "json"),
        ("a.HTM", "html"),
        ("a.jsonld", "jsonld"),
        ("a.argdown", "argdown"),
        ("a.AD", "argdown"),
        ("a.qdpx", "qdpx"),
        ("a", "markdown"),
        ("", "markdown"),
    ],
)
def test_the_suffix_of_a_file_chooses_its_format(name: str, expected: str) -> None:
    assert format_of_file(PurePath(name)) == expected


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_writes_the_same_document_twice(name: str) -> None:
    survey = Survey(aid_and_talks())
    request = ExportRequest(survey, survey)
    assert "Aid must come" in written(name, request)
    assert written(name, request) == written(name, request)


def written(name: str, request: ExportRequest) -> str:
    """Return a document, or the files of a folder."""
    chosen = FORMATS[name]
    if chosen.write:
        return "".join(chosen.write(request))
    if chosen.pack_files:
        return str([(path, "".join(pieces)) for path, pieces in chosen.pack_files(request)])
    assert chosen.write_files
    return str(list(chosen.write_files(request)))


def test_each_format_is_a_document_or_a_folder() -> None:
    assert [name for name, each in FORMATS.items() if each.write is None] == ["brat", "qdpx"]
    assert {name for name, each in FORMATS.items() if each.write_files} == {"brat", "obsidian"}
    assert [name for name, each in FORMATS.items() if each.pack_files] == ["qdpx"]


@pytest.mark.parametrize("name", ["markdown", "brief", "obsidian", "html"])
@pytest.mark.parametrize("scope", ["", "kind claim"])
def test_a_page_says_once_that_it_lacks_what_was_settled(name: str, scope: str) -> None:
    survey, settled = Survey(aid_and_talks()), "What a settled disagreement has replaced is left out."
    page = written(name, ExportRequest(survey, survey, scope, is_adjudicated=True))
    assert page.count(settled) == 1
    assert page.count("Only what matches") == bool(scope)
    assert settled not in written(name, ExportRequest(survey, survey, scope))


@pytest.mark.parametrize("name", ["json", "jsonld", "argdown", "qdpx"])
def test_programs_are_told_that_what_was_settled_is_left_out(name: str) -> None:
    survey = Survey(aid_and_talks())
    assert "adjudicated only" in written(name, ExportRequest(survey, survey, is_adjudicated=True))
    assert "adjudicated only · kind claim" in written(
        name, ExportRequest(survey, survey, "kind claim", is_adjudicated=True)
    )
    assert "adjudicated" not in written(name, ExportRequest(survey, survey))


def test_without_what_was_settled_there_is_still_a_comparison() -> None:
    survey = Survey(aid_and_talks())
    document = json.loads(written("json", ExportRequest(survey, survey, is_adjudicated=True)))
    assert document["comparison"]["propositions"]


@pytest.mark.parametrize("name", ["markdown", "brief", "obsidian", "html", "json"])
def test_a_page_made_in_blind_mode_says_so(name: str) -> None:
    survey = Survey(collate(Telling("one", "x"), book=Codebook(blind=True)))
    write = FORMATS[name].write
    assert write
    assert "blind mode" in "".join(write(ExportRequest(survey, survey))).lower()

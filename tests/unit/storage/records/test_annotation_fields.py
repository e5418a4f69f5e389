"""An annotation as the fields of its record."""

from dataclasses import replace
from pathlib import Path

import pytest
from fake_os_calls import CLOCK
from record_files import ANY, bare_workspace, claim

from tui.model import Annotation, TextSelector, Workspace
from tui.storage.records.annotation_fields import changed_fields, compose_names, record_fields
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import create, update


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return bare_workspace(tmp_path)


def test_a_new_record_reads_as_people_would_write_it(workspace: Workspace) -> None:
    made = claim(speaker=("One", "Two"), body="A\n\nB\n", tags=("t",), annotator="Anna B.", cue="no")
    record = create(workspace, made, os_calls=CLOCK)
    assert record.file == workspace.records("a") / "anna-b.k.yaml"
    assert record.file.read_text() == (
        'article: a\nid: k\nkind: claim\nspeaker: [One, Two]\ncue: "no"\nquote: it\n'
        "body: |\n  A\n\n  B\ntags: t\nannotator: Anna B.\ncreated: 2026-01-02T03:04:05Z\n"
    )
    assert RecordLoader(workspace).records("a", ANY).records == (record,)


def test_offsets_are_written_as_numbers(workspace: Workspace) -> None:
    record = create(workspace, claim(target=TextSelector("it", start=4045, end=4047)))
    assert "start: 4045\nend: 4047\n" in record.file.read_text()
    edited = update(workspace, record, replace(record.annotation, target=TextSelector("it", start=5, end=7)))
    assert "start: 5\nend: 7\n" in record.file.read_text()
    assert RecordLoader(workspace).records("a", ANY).records == (edited,)


def test_spaces_at_the_end_of_a_line_are_kept_from_editors(workspace: Workspace) -> None:
    record = create(workspace, claim(body="a  \nb"))
    assert 'body: "a  \\nb"\n' in record.file.read_text()


def test_fields_come_in_order_and_without_the_empty_ones() -> None:
    annotation = claim(speaker=("One",), tags=("t", "u"), body="", extra=(("mood", ["calm"]),))
    fields = record_fields(annotation, in_list=False)
    assert list(fields) == ["article", "id", "kind", "speaker", "quote", "tags", "mood"]
    assert (fields["speaker"], fields["tags"], fields["mood"]) == ("One", ("t", "u"), ("calm",))
    assert "article" not in record_fields(annotation, in_list=True)


def test_changed_fields_are_those_that_differ() -> None:
    old = claim(body="old", cue="said", tags=("t",))
    new = claim(body="new", tags=("t",), about="p")
    assert changed_fields(old, new, in_list=False) == {"cue": None, "body": "new", "about": "p"}
    assert changed_fields(old, old, in_list=True) == {}


def test_the_names_of_other_records_are_composed() -> None:
    annotation = compose_names(Annotation("x", "claim", on="e\u0301", resolves=("e\u0301", "b")))
    assert (annotation.on, annotation.resolves) == ("\u00e9", ("\u00e9", "b"))

"""A record is taken out of a list file, and put back."""

from dataclasses import replace
from pathlib import Path

import pytest
from record_files import ANY, LIST, bare_workspace, records, write_list

from tui.model import Workspace
from tui.storage.records.list_edits import item_id, list_items
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import delete, restore, update
from tui.storage.yaml.document import parse


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return bare_workspace(tmp_path)


def test_a_last_line_without_a_break(workspace: Workspace) -> None:
    file = write_list(workspace, "annotations:\n  - id: a\n    kind: note")
    record = records(workspace)["a"]
    update(workspace, record, replace(record.annotation, body="b", modified="M"))
    assert file.read_text() == "annotations:\n  - id: a\n    kind: note\n    body: b\n    modified: M"
    removed = delete(workspace, records(workspace)["a"])
    assert file.read_text() == "annotations: []\n"
    restore(workspace, removed)
    assert records(workspace)["a"].annotation.body == "b"


@pytest.mark.parametrize("name", ["one", "two", "three"])
def test_deleting_and_restoring_gives_the_same_bytes(workspace: Workspace, name: str) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)[name]
    deleted = delete(workspace, record)
    assert name not in records(workspace)
    assert "# about one\n" in file.read_text()
    assert "# about three\n" in file.read_text()
    assert restore(workspace, deleted) == record
    assert file.read_text() == LIST


def test_all_go_and_all_come_back(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    deleted = [delete(workspace, records(workspace)[name]) for name in ("two", "one", "three")]
    assert "annotations: []\n" in file.read_text()
    for each in reversed(deleted):
        restore(workspace, each)
    assert file.read_text() == LIST


def test_between_brackets_too(workspace: Workspace) -> None:
    source = "annotations: [{id: a, kind: note}, {id: b, kind: note}, {id: c, kind: note}]\n"
    file = write_list(workspace, source)
    for name in "abc":
        deleted = delete(workspace, records(workspace)[name])
        assert name not in records(workspace)
        restore(workspace, deleted)
        assert file.read_text() == source


def test_a_record_comes_back_where_the_list_is_gone(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    deleted = delete(workspace, records(workspace)["two"])
    file.unlink()
    restored = restore(workspace, deleted)
    assert records(workspace) == {"two": restored}


def test_a_record_in_brackets_goes_even_before_one_without_an_id(workspace: Workspace) -> None:
    source = "annotations: [{id: a, kind: note}, {kind: note}]\n"
    file = write_list(workspace, source)
    record = RecordLoader(workspace).records("a", ANY).records[0]
    deleted = delete(workspace, record)
    assert file.read_text() == "annotations: [{kind: note}]\n"
    assert restore(workspace, deleted) == record


def test_items_are_those_of_the_list_of_records() -> None:
    assert [item_id(item) for item in list_items(parse("annotations: [{id: a}, b, {x: y}]").root)] == ["a", "", ""]
    for text in ("", "a: b", "annotations:", "annotations: {id: a}", "- id: a"):
        assert list_items(parse(text).root) == []


@pytest.mark.parametrize(
    "source",
    [
        "annotations: [ {id: a, kind: note} ]   # one\n",
        "annotations:\n  [\n    {id: a, kind: note},   # a\n    {id: b, kind: note},\n    {id: c, kind: note},\n  ]\n",
        "annotations:   # all\n\n  # a\n  -   id: a   \n      kind: note",
    ],
)
def test_a_list_that_nobody_else_changed_is_restored_byte_for_byte(workspace: Workspace, source: str) -> None:
    file = write_list(workspace, source)
    names = list(records(workspace))
    deleted = [delete(workspace, records(workspace)[name]) for name in names]
    for each in reversed(deleted):
        restore(workspace, each)
    assert file.read_text() == source


def test_a_list_that_somebody_else_changed_keeps_that_change(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    deleted = delete(workspace, records(workspace)["two"])
    file.write_text("# theirs\n" + file.read_text())
    restore(workspace, deleted)
    assert file.read_text() == "# theirs\n" + LIST

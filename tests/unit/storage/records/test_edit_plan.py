"""Plans to add, edit or delete several records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tui.errors import SaveError
from tui.model import Annotation, Record, Workspace
from tui.storage.records.edit_plan import plan_creation, plan_deletion, plan_edits
from tui.storage.records.locate import RecordConflict
from tui.storage.records.repository import create, update
from tui.storage.records.several_files import save_changes
from tui.storage.workspace.plain_loader import read_collation

if TYPE_CHECKING:
    from pathlib import Path


def records(workspace: Workspace) -> dict[str, Record]:
    placed = (placed for account in read_collation(workspace).accounts for placed in account.placed)
    return {placed.annotation.id: placed.record for placed in placed}


def tagged(record: Record, *tags: str) -> tuple[Record, Annotation]:
    return record, replace(record.annotation, tags=tags)


def test_edits_of_a_list_change_only_their_records(ferry: Workspace) -> None:
    before = ferry.list_file("north").read_text("utf-8")
    found = records(ferry)
    plan = plan_edits("tag", [tagged(found["hurt"], "sea"), tagged(found["radar-open"]), tagged(found["holm"], "a, b")])
    assert [change.path.name for change in plan.changes] == ["north.yaml", "south.yaml"]
    assert plan.records == {"north": 2, "south": 1}
    save_changes(ferry, plan.title, plan.changes)
    after = ferry.list_file("north").read_text("utf-8")
    modified = records(ferry)["hurt"].annotation.modified
    hurt = f"    quote: Nobody was hurt\n    tags: sea\n    modified: {modified}\n"
    expected = before.replace("    quote: Nobody was hurt\n", hurt)
    assert after == expected.replace("    tags: [radar]\n", f"    modified: {modified}\n")
    assert records(ferry)["holm"].annotation.tags == ("a, b",)


def test_a_list_in_flow_style_is_edited_too(ferry: Workspace) -> None:
    items = ", ".join(
        f"{{id: {name}, kind: claim, quote: {quote}}}" for name, quote in (("a", "Aurora"), ("b", "radar"))
    )
    ferry.list_file("north").write_text(f"article: north\nannotations: [{items}]\n", encoding="utf-8")
    found = records(ferry)
    plan = plan_edits("tag", [tagged(found["a"], "x", "y"), tagged(found["b"], "z")])
    save_changes(ferry, plan.title, plan.changes)
    assert [records(ferry)[name].annotation.tags for name in "ab"] == [("x", "y"), ("z",)]


def test_record_files_are_edited_and_deleted(ferry: Workspace) -> None:
    created = create(ferry, Annotation("n1", "note", article="north", body="Why?"))
    plan = plan_edits("tag", [tagged(created, "sea")])
    save_changes(ferry, plan.title, plan.changes)
    edited = records(ferry)["n1"]
    assert edited.annotation.tags == ("sea",)
    deletion = plan_deletion("delete", [edited])
    save_changes(ferry, deletion.title, deletion.changes)
    assert not created.file.exists()
    (change,) = deletion.changes
    save_changes(ferry, deletion.title, [change.inverse])
    assert records(ferry)["n1"].annotation == edited.annotation


def test_records_are_deleted_from_lists_and_their_bytes_restored(ferry: Workspace) -> None:
    before = [ferry.list_file(name).read_bytes() for name in ("north", "south")]
    found = records(ferry)
    plan = plan_deletion("delete", [found["hurt"], found["radar-open"], found["holm"]])
    save_changes(ferry, plan.title, plan.changes)
    assert list(records(ferry)) == ["crew", "agreed"]
    save_changes(ferry, plan.title, [change.inverse for change in plan.changes])
    assert [ferry.list_file(name).read_bytes() for name in ("north", "south")] == before


def test_nothing_is_planned_if_somebody_changed_one_of_the_records(ferry: Workspace) -> None:
    found = records(ferry)
    update(ferry, found["holm"], replace(found["holm"].annotation, cue="said"))
    with pytest.raises(RecordConflict, match="changed by somebody else"):
        plan_edits("tag", [tagged(found["hurt"], "sea"), tagged(found["holm"], "sea")])
    with pytest.raises(RecordConflict, match="changed by somebody else"):
        plan_deletion("delete", [found["hurt"], found["holm"]])


def test_what_cannot_be_written_is_refused(ferry: Workspace) -> None:
    found = records(ferry)
    with pytest.raises(SaveError, match="surrogate"):
        plan_edits("tag", [tagged(found["hurt"], "sea"), tagged(found["radar-open"], "\ud800")])


def test_new_records_with_the_same_letters_get_files_of_their_own(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "articles")
    (tmp_path / "annotations" / "one").mkdir(parents=True)
    (tmp_path / "annotations" / "one" / "ada.x-2.yaml").write_text("")
    annotations = [Annotation(name, "note", "one", body="B", annotator="Ada") for name in ("x", "X", "x!", "é")]
    plan = plan_creation(workspace, "import", annotations)
    assert [change.path.name for change in plan.changes] == ["ada.x.yaml", "ada.x-3.yaml", "ada.x-4.yaml", "ada.e.yaml"]
    assert dict(plan.records) == {"one": 4}
    with pytest.raises(SaveError, match="without an id"):
        plan_creation(workspace, "import", [Annotation(" ", "note", "one", body="B")])

"""What changes in which files, before anything is written."""

from pathlib import Path

import pytest

from tui.errors import SaveError, UsageError
from tui.model import Workspace
from tui.storage.files.file_changes import FileChange
from tui.storage.records.name_edits import NameKind, Renaming
from tui.storage.records.rename_plan import ChangePlan, plan_removal, plan_rename
from tui.storage.records.several_files import save_changes
from tui.storage.workspace.name_uses import read_name_uses
from tui.storage.workspace.plain_loader import read_collation


def plan(workspace: Workspace, kind: NameKind, old: str, new: str) -> ChangePlan:
    return plan_rename(read_name_uses(workspace), Renaming(kind, old, new))


def changed(workspace: Workspace, change: FileChange) -> str:
    names = [path.relative_to(workspace.annotations) for path in (change.path, change.new_path) if path]
    return " -> ".join(map(str, names))


def files(workspace: Workspace, planned: ChangePlan) -> list[str]:
    return [changed(workspace, change) for change in planned.changes]


def add_record(workspace: Workspace, name: str, text: str) -> Path:
    path = workspace.annotations / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


NOTE = "id: k1\nkind: note\nabout: radar-failed\nannotator: Ada Holm\nbody: x\n"


def test_a_slug_changes_wherever_it_is_named(ferry: Workspace) -> None:
    add_record(ferry, "codebook/ada-holm.k1.yaml", NOTE)
    add_record(ferry, "north/ada-holm.k1.yaml", f"article: north\n{NOTE}")
    planned = plan(ferry, NameKind.PROPOSITION, "radar-failed", "radar-broke")
    assert files(ferry, planned) == [
        "north.yaml",
        "south.yaml",
        "codebook/ada-holm.k1.yaml",
        "north/ada-holm.k1.yaml",
        "codebook.yaml",
    ]
    assert planned.records == {"north": 2, "south": 2, "": 1}
    assert (planned.title, planned.is_merge) == ('rename the proposition "radar-failed" to "radar-broke"', False)
    save_changes(ferry, planned.title, planned.changes)
    collation = read_collation(ferry)
    assert not [problem for account in collation.accounts for problem in account.problems]
    assert next(iter(collation.codebook.propositions)) == "radar-broke"


def test_a_merge_is_told(ferry: Workspace) -> None:
    planned = plan(ferry, NameKind.PROPOSITION, "inquiry", "radar-failed")
    assert (planned.title, planned.is_merge) == ('merge the proposition "inquiry" into "radar-failed"', True)
    assert files(ferry, planned) == ["south.yaml", "codebook.yaml"]
    assert planned.records == {"south": 1}
    assert plan(ferry, NameKind.SPEAKER, "The company", "Two crew members").is_merge
    assert plan(ferry, NameKind.TAG, "radar", "radars").is_merge is False


def test_another_spelling_of_a_speaker_is_no_merge(ferry: Workspace) -> None:
    planned = plan(ferry, NameKind.SPEAKER, "the company", "The Company")
    assert (planned.is_merge, planned.records) == (False, {"north": 1, "south": 1})


def test_a_slug_that_only_records_know_can_be_corrected(ferry: Workspace) -> None:
    add_record(ferry, "north/m.k2.yaml", NOTE.replace("radar-failed", "radar-faild"))
    planned = plan(ferry, NameKind.PROPOSITION, "radar-faild", "radar-failed")
    assert (files(ferry, planned), planned.is_merge) == (["north/m.k2.yaml"], True)


def test_record_files_are_named_after_their_annotator(ferry: Workspace) -> None:
    add_record(ferry, "north/ada-holm.k1.yaml", f"article: north\n{NOTE}")
    add_record(ferry, "north/by-hand.yaml", f"article: north\n{NOTE.replace('k1', 'k2')}")
    add_record(ferry, "codebook/ada-holm.k1.yaml", NOTE)
    add_record(ferry, "codebook/bo.k1.yaml", NOTE.replace("Ada Holm", "Bo"))
    assert files(ferry, plan(ferry, NameKind.ANNOTATOR, "Ada Holm", "Bo")) == [
        "codebook/ada-holm.k1.yaml",
        "north/ada-holm.k1.yaml -> north/bo.k1.yaml",
        "north/by-hand.yaml",
    ]


@pytest.mark.parametrize(
    ("kind", "old", "new", "message"),
    [
        (NameKind.PROPOSITION, "radar", "x", 'no proposition is called "radar"'),
        (NameKind.TAG, "radar", " x", "cannot be the name of a tag"),
        (NameKind.TAG, "radar", "a\nb", "cannot be the name of a tag"),
        (NameKind.KIND, "claim", "x", 'the kind "claim" is built in'),
        (NameKind.SPEAKER, "The company", "captain holm", "is another name of Ada Holm; write Ada Holm"),
    ],
)
def test_what_makes_no_sense_is_refused(ferry: Workspace, kind: NameKind, old: str, new: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        plan(ferry, kind, old, new)


def test_a_declared_kind_is_merged_into_a_built_in_one(ferry: Workspace) -> None:
    ferry.codebook.write_text(ferry.codebook.read_text() + "  X: []\n")
    text = ferry.codebook.read_text().replace("kinds:\n", "kinds:\n  hint: {label: H, glyph: h, stance: neutral}\n")
    ferry.codebook.write_text(text)
    add_record(ferry, "north/m.k2.yaml", "id: k2\nkind: hint\nquote: fog\n")
    planned = plan(ferry, NameKind.KIND, "hint", "claim")
    assert planned.is_merge
    codebook = planned.changes[-1].after or b""
    assert b"hint" not in codebook
    assert b"no-comment: {" in codebook


def test_a_damaged_file_stops_only_what_it_may_name(ferry: Workspace) -> None:
    add_record(ferry, "north/m.k2.yaml", "id: [radar-failed\n")
    with pytest.raises(SaveError, match="correct line"):
        plan(ferry, NameKind.PROPOSITION, "radar-failed", "x")
    assert plan(ferry, NameKind.PROPOSITION, "inquiry", "x").records == {"south": 1}


def test_only_what_is_unused_can_be_removed(ferry: Workspace) -> None:
    with pytest.raises(UsageError, match='"radar-failed" is used by 3 records; merge it instead'):
        plan_removal(read_name_uses(ferry), NameKind.PROPOSITION, "radar-failed")
    ferry.codebook.write_text(ferry.codebook.read_text().replace("  inquiry:", "  extra: It is so\n  inquiry:"))
    planned = plan_removal(read_name_uses(ferry), NameKind.PROPOSITION, "extra")
    assert files(ferry, planned) == ["codebook.yaml"]
    assert b"extra" not in (planned.changes[0].after or b"")


def test_names_are_counted_by_article(ferry: Workspace) -> None:
    uses = read_name_uses(ferry)
    assert uses.counts(NameKind.PROPOSITION)["radar-failed"] == {"north": 1, "south": 2}
    assert uses.uses(NameKind.SPEAKER, "the COMPANY") == {"north": 1, "south": 1}
    assert uses.names(NameKind.TAG) == ["radar"]
    assert uses.names(NameKind.PROPOSITION) == ["radar-failed", "nobody-hurt", "inquiry"]

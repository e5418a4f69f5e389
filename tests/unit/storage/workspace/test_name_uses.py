"""Blind mode counts one's own uses of a name, and renames all."""

from dataclasses import replace

import pytest
from planted_records import plant_records

from tui.errors import UsageError
from tui.model import Workspace
from tui.storage.records.name_edits import NameKind, Renaming
from tui.storage.records.rename_plan import plan_extent, plan_removal, plan_rename
from tui.storage.workspace.article_rename import plan_article_rename
from tui.storage.workspace.name_uses import read_name_uses


@pytest.fixture
def blind(ferry: Workspace) -> Workspace:
    plant_records(ferry)
    for name in ("broken", "torn"):
        (ferry.annotations / "north" / f"{name}.yaml").unlink()
    return ferry


def test_only_own_uses_are_counted_and_all_are_renamed(blind: Workspace) -> None:
    uses = read_name_uses(blind)
    assert uses.counts(NameKind.PROPOSITION) == {"nobody-hurt": {"north": 1}}
    assert uses.counts(NameKind.ANNOTATOR) == {"Mira": {"north": 1}}
    assert not uses.is_known(NameKind.TAG, "tag-zqx")
    plan = plan_rename(uses, Renaming(NameKind.PROPOSITION, "radar-failed", "radar"))
    assert plan_extent(plan) == "0 records in 0 articles, 1 file"
    assert {change.path.name for change in plan.changes} > {"ben.zqx1.yaml", "north.yaml", "south.yaml"}
    assert [change.path for change in plan.shown] == [blind.codebook]
    own = plan_rename(uses, Renaming(NameKind.PROPOSITION, "nobody-hurt", "unhurt"))
    assert plan_extent(own) == "1 record in 1 article, 2 files"
    moved = plan_article_rename(uses, "north", "harbour")
    assert moved.records == {"north": 1}
    assert "ben.zqx1.yaml" not in {change.path.name for change in moved.shown}


def test_what_others_use_is_not_deleted(blind: Workspace) -> None:
    with pytest.raises(UsageError, match="used by others, whom blind mode does not show"):
        plan_removal(read_name_uses(blind), NameKind.PROPOSITION, "radar-failed")


def test_without_blind_mode_all_are_counted(blind: Workspace) -> None:
    text = blind.codebook.read_text("utf-8")
    blind.codebook.write_text(text.replace("blind: true", "blind: false"), "utf-8")
    assert read_name_uses(blind).is_known(NameKind.TAG, "tag-zqx")
    assert not read_name_uses(replace(blind, blind=True)).is_known(NameKind.TAG, "tag-zqx")

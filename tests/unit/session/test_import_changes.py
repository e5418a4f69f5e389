"""All changes of an import are one plan."""

from dataclasses import replace

from tui.formats.foreign import ArticleHint, ForeignAnnotation
from tui.model import Annotation, Codebook, Proposition, TextSelector, Workspace
from tui.session.import_changes import plan_import_changes
from tui.session.import_plan import ImportChoice, ImportPlan, ImportPlanner
from tui.storage.records.several_files import save_changes
from tui.storage.workspace.plain_loader import read_collation

BOOK = Codebook({"new": Proposition("new", "It is new")})


def planned(ferry: Workspace, *annotations: ForeignAnnotation) -> ImportPlan:
    collation = read_collation(ferry, ["north", "south"])
    return ImportPlanner(collation, ImportChoice("Mira", "2026-01-01T00:00:00Z"), lambda: "fresh").plan(annotations)


def test_new_and_changed_records_and_the_codebook_are_one_change(ferry: Workspace) -> None:
    collation = read_collation(ferry, ["north", "south"])
    known = next(placed.annotation for placed in collation.accounts[0].placed)
    changed = ForeignAnnotation("urn:1", replace(known, body="Other"), ArticleHint("north"), is_own=True)
    fresh = ForeignAnnotation(
        "h:1", Annotation("", "note", about="new", target=TextSelector("x")), ArticleHint("south")
    )
    plan = planned(ferry, changed, fresh)
    without, _ = plan_import_changes(ferry, collation.codebook, BOOK, plan, update=False)
    assert [change.path.name for change in without.changes] == ["codebook.yaml", "mira.fresh.yaml"]
    changes, additions = plan_import_changes(ferry, collation.codebook, BOOK, plan, update=True)
    assert changes.title == "import 2 annotations"
    assert additions.propositions == ("new",)
    assert dict(changes.records) == {"south": 1, "north": 1}
    save_changes(ferry, changes.title, changes.changes)
    north, south = read_collation(ferry, ["north", "south"]).accounts
    assert north.by_id[known.id].annotation.body == "Other"
    assert south.by_id["fresh"].annotation.about == "new"
    assert dict(south.by_id["fresh"].annotation.extra) == {"source_id": "h:1"}

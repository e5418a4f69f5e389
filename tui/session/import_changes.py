"""Plan which files an import changes."""

from collections import Counter
from types import MappingProxyType

from tui.model import Codebook, Workspace
from tui.session.import_codebook import CodebookAdditions, plan_codebook
from tui.session.import_plan import ImportOutcome, ImportPlan
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.unfinished_change import IMPORT
from tui.storage.records.edit_plan import plan_creation, plan_edits
from tui.storage.records.rename_plan import ChangePlan


def plan_import_changes(
    workspace: Workspace,
    codebook: Codebook,
    imported: Codebook,
    plan: ImportPlan,
    *,
    update: bool,
    os_calls: OsCalls = OS_CALLS,
) -> tuple[ChangePlan, CodebookAdditions]:
    """Return all changes as one, with what it adds to the codebook.

    `update` says to take the later versions of known records too. Raise SaveError if a record cannot be saved.
    """
    changed = plan.of(ImportOutcome.CHANGED) if update else ()
    new = [each.annotation for each in plan.of(ImportOutcome.NEW) if each.annotation]
    edits = [(each.known, each.annotation) for each in changed if each.known and each.annotation]
    annotations = [*new, *(annotation for _, annotation in edits)]
    additions = plan_codebook(workspace, codebook, imported, annotations, os_calls=os_calls)
    count = f"{len(annotations)} annotation{'' if len(annotations) == 1 else 's'}"
    title = f"{IMPORT} {count}"
    created = plan_creation(workspace, title, new)
    edited = plan_edits(title, edits, os_calls=os_calls) if edits else ChangePlan(title)
    records = Counter(created.records) + Counter(edited.records)
    codebook_changes = (additions.change,) if additions.change else ()
    changes = (*codebook_changes, *created.changes, *edited.changes)
    return ChangePlan(title, changes, MappingProxyType(records)), additions

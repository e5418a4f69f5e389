"""`diptych rename`: rename or merge a name everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.completion_values import matching_items
from tui.commands.group import did_you_mean
from tui.commands.interrupted import end_change, interruption_options, refuse_if_unfinished
from tui.commands.options import refuse_if_blind, resolve_workspace, sentence_key, workspace_option
from tui.commands.output import file_name, print_lines, print_message, require_stdout
from tui.errors import UsageError
from tui.layout.visible import make_visible
from tui.model.names import compose_name
from tui.storage.records.codebook_edits import PROPOSITIONS, entry_fields, entry_names
from tui.storage.records.name_edits import NameKind, Renaming
from tui.storage.records.rename_plan import plan_extent, plan_rename
from tui.storage.records.several_files import save_changes
from tui.storage.workspace.article_rename import plan_article_rename
from tui.storage.workspace.name_uses import read_name_uses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.shell_completion import CompletionItem

    from tui.model import Workspace
    from tui.storage.records.rename_plan import ChangePlan, NameUses

_ORDER = (
    NameKind.PROPOSITION,
    NameKind.SPEAKER,
    NameKind.TAG,
    NameKind.KIND,
    NameKind.ANNOTATOR,
    NameKind.ARTICLE,
)


def _complete_name(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete a name of the kind that was typed before."""
    what = ctx.params.get("what")
    return matching_items(what, ctx, incomplete) if what else []


@click.command()
@click.argument("what", metavar="WHAT", required=False, type=click.Choice(tuple(map(str, _ORDER))))
@click.argument("old", required=False, default="", shell_complete=_complete_name)
@click.argument("new", required=False, default="", shell_complete=_complete_name)
@workspace_option
@click.option("--merge", is_flag=True, help="Allow that NEW is in use: both become one.")
@click.option("--dry-run", is_flag=True, help="Print what would change, and change nothing.")
@interruption_options
def rename(
    what: str | None,
    old: str,
    new: str,
    folder: Path | None,
    *,
    merge: bool,
    dry_run: bool,
    finish: bool,
    undo: bool,
) -> None:
    """Rename or merge a name, in the codebook and in every record.

    WHAT is proposition, speaker, tag, kind, annotator or article. A proposition is named by its slug or its sentence.
    All files change, or none: if the program is interrupted, it says so, and --continue or --undo ends the change.

    \b
    Example:
      diptych rename proposition lift-sanctions sanctions-lifted
      diptych rename speaker "Mevlut Cavusoglu" "Mevlüt Çavuşoğlu" --merge --dry-run
      diptych rename article 002_b3c679df3c8f7e39 interfax
      diptych rename --continue
    """
    require_stdout()
    workspace = resolve_workspace(folder)
    if finish or undo:
        end_change(workspace, named=bool(what), finish=finish, undo=undo)
        return
    if not (what and old and new):
        raise UsageError("write what to rename, its name and its new name; see diptych rename --help")
    refuse_if_unfinished(workspace)
    if what == NameKind.ANNOTATOR:
        refuse_if_blind(workspace, "it changes who marked what")
    _rename(workspace, NameKind(what), compose_name(old), compose_name(new), merge=merge, dry_run=dry_run)


def _rename(workspace: Workspace, kind: NameKind, old: str, new: str, *, merge: bool, dry_run: bool) -> None:
    uses = read_name_uses(workspace)
    plan = _plan(uses, kind, old, new)
    if not plan.changes:
        raise UsageError(f'"{new}" is the name already; nothing was changed')
    if plan.is_merge and not merge and not dry_run:
        raise UsageError(f'the {kind} "{new}" exists; add --merge to {plan.title} ({plan_extent(plan)})')
    if not dry_run:
        save_changes(workspace, plan.title, plan.changes)
    print_lines(_lines(plan))
    print_message(f"{'would ' if dry_run else ''}{plan.title}: {plan_extent(plan)}")


def _plan(uses: NameUses, kind: NameKind, old: str, new: str) -> ChangePlan:
    if kind is NameKind.ARTICLE:
        return plan_article_rename(uses, old, new)
    if kind is NameKind.PROPOSITION:
        old, new = _slug(uses, old), _slug(uses, new)
        if len(new.split()) != 1:
            raise UsageError(f'"{new}" is no slug; write one word, or several with hyphens')
    if not uses.is_known(kind, old):
        raise UsageError(f'no {kind} is called "{old}"{did_you_mean(old, uses.names(kind))}')
    return plan_rename(uses, Renaming(kind, old, new))


def _slug(uses: NameUses, name: str) -> str:
    """Return the slug of a proposition's sentence, or the name as it is."""
    slugs = entry_names(uses.codebook, PROPOSITIONS)
    sentences = {sentence_key(str(entry_fields(uses.codebook, PROPOSITIONS, slug).get("text"))): slug for slug in slugs}
    return name if name in slugs else sentences.get(sentence_key(name), name)


def _lines(plan: ChangePlan) -> Iterator[str]:
    """Yield the files that change, as they are named before and after."""
    for change in plan.shown:
        moved = f" -> {file_name(change.new_path)}" if change.new_path else ""
        yield make_visible(f"{file_name(change.path)}{moved}")

"""`diptych propositions`: list the codebook's propositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.analysis.comparison import compare_accounts
from tui.analysis.listed_propositions import list_propositions
from tui.commands.annotators import of_annotators
from tui.commands.options import (
    adjudicated_collation,
    adjudicated_option,
    annotators_option,
    json_option,
    load_collation,
    resolve_workspace,
    workspace_argument,
    workspace_option,
)
from tui.commands.output import output_page, print_json, print_lines, print_message
from tui.formats.phrasing import count_noun
from tui.formats.proposition_list import proposition_lines, propositions_shape
from tui.session.codebook_list import count_open
from tui.storage.records.name_edits import NameKind
from tui.storage.records.rename_plan import read_name_uses

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@workspace_argument
@workspace_option
@annotators_option
@click.option("--unused", is_flag=True, help="Only propositions that no record uses.")
@adjudicated_option
@json_option
def propositions(
    path: Path | None,
    folder: Path | None,
    annotators: tuple[str, ...],
    *,
    unused: bool,
    adjudicated: bool,
    as_json: bool,
) -> None:
    """List the codebook's propositions, with who uses them.

    Each has its slug, which other commands take, its status in the comparison of all accounts, and the number of
    records about it by article. With --annotator, both are those of these people's records.

    \b
    Example:
      diptych propositions
      diptych propositions --unused
      diptych propositions --annotator Ada
      diptych propositions --json | jq -r '.[] | select(.records == 1) | .id'
    """
    workspace = resolve_workspace(folder, path)
    collation = load_collation(workspace)
    if adjudicated:
        collation = adjudicated_collation(collation)
    collation = of_annotators(annotators, collation, workspace)
    # Records that cannot be read use propositions too.
    uses = {} if annotators or adjudicated else read_name_uses(workspace).counts(NameKind.PROPOSITION)
    counts = uses or count_open(collation)[NameKind.PROPOSITION]
    listed = list_propositions(compare_accounts(collation), counts)
    shown = [item for item in listed if not (unused and item.total)]
    if as_json:
        print_json(propositions_shape(shown, collation.codebook))
        return
    print_lines(proposition_lines(shown, collation.codebook, output_page()))
    print_message(f"{len(shown)} of {count_noun(len(listed), 'proposition')}")

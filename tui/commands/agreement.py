"""`diptych agreement`: compare what several annotators marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.analysis.agreement.agreement import find_agreement
from tui.analysis.agreement.codings import annotator_names
from tui.analysis.agreement.figures import MIN_ANNOTATORS
from tui.analysis.folding import fold
from tui.commands.group import did_you_mean
from tui.commands.options import (
    completed_from,
    json_option,
    load_collation,
    refuse_if_blind,
    resolve_workspace,
    workspace_option,
)
from tui.commands.output import output_page, print_document, print_json, print_lines
from tui.errors import UsageError
from tui.formats.agreement_csv import agreement_csv
from tui.formats.agreement_shape import agreement_shape
from tui.formats.markdown.agreement_tables import agreement_markdown
from tui.formats.plain.agreement_lines import agreement_lines
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import read_collation

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Collation, Workspace


@click.command()
@click.argument("articles", metavar="[ARTICLE]...", nargs=-1, shell_complete=completed_from("article"))
@workspace_option
@click.option(
    "--annotator",
    "annotators",
    metavar="NAME",
    multiple=True,
    help='Only these people, two or more; "" for records without a name.',
    shell_complete=completed_from("annotator"),
)
@click.option("--all-read", is_flag=True, help="Who marked nothing in an article has read it too.")
@click.option(
    "--open", "only_open", is_flag=True, help="Only the disagreements that nobody has settled, without figures."
)
@click.option("--markdown", is_flag=True, help="Print a Markdown document.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, for a spreadsheet.")
@json_option
def agreement(
    articles: tuple[str, ...],
    folder: Path | None,
    annotators: tuple[str, ...],
    *,
    all_read: bool,
    only_open: bool,
    markdown: bool,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Compare annotators: how far they agree, and where they do not.

    Each figure has the number of places compared, a 95 % interval and the number of disagreements, which are listed
    with the ids of the records. With more than two annotators there are figures for each pair too. Articles count that
    two or more have records in. Figures are of what people marked; disagreements that somebody has settled are marked
    so in the list, or left out by --open.

    \b
    Example:
      diptych agreement
      diptych agreement reuters tass
      diptych agreement --annotator Ada --annotator Ben
      diptych agreement --open
      diptych agreement --markdown > agreement.md
    """
    if markdown + as_csv + as_json > 1:
        raise UsageError("--markdown, --csv and --json exclude each other; choose one")
    workspace = resolve_workspace(folder)
    refuse_if_blind(workspace, "agreement shows what others marked")
    collation = load_collation(workspace, articles)
    _require_annotators(annotators, collation, workspace)
    found = find_agreement(collation, annotators, all_read=all_read, only_open=only_open)
    if as_json:
        print_json(agreement_shape(found))
    elif as_csv:
        print_document(agreement_csv(found))
    else:
        texts = {account.article.id: account.article.text for account in collation.accounts}
        if markdown:
            print_document(agreement_markdown(found, texts))
        else:
            print_lines(agreement_lines(found, texts, output_page()))


def _require_annotators(names: tuple[str, ...], collation: Collation, workspace: Workspace) -> None:
    """Raise UsageError if a name is unknown, or only one is given."""
    if names and len({fold(name) for name in names}) < MIN_ANNOTATORS:
        raise UsageError("--annotator names one person; name two or more, or nobody for all")
    if _unknown(names, annotator_names(collation)):
        # Who marked nothing in the articles that are named may have marked others.
        known = annotator_names(read_collation(workspace, article_ids(workspace)))
        for name in _unknown(names, known):
            raise UsageError(f'nobody called "{name}" marked anything{did_you_mean(name, list(known))}')


def _unknown(names: tuple[str, ...], known: tuple[str, ...]) -> list[str]:
    folded = {fold(name) for name in known}
    return [name for name in names if fold(name) not in folded]

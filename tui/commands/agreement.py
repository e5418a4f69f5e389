"""`diptych agreement`: compare what several annotators marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.analysis.agreement.agreement import find_agreement
from tui.analysis.agreement.figures import MIN_ANNOTATORS
from tui.commands.annotators import require_annotators
from tui.commands.options import (
    annotators_option,
    completed_from,
    json_option,
    load_collation,
    resolve_workspace,
    workspace_option,
)
from tui.commands.output import output_page, print_document, print_json, print_lines
from tui.errors import UsageError
from tui.formats.agreement_csv import agreement_csv
from tui.formats.agreement_shape import agreement_shape
from tui.formats.markdown.agreement_tables import agreement_markdown
from tui.formats.plain.agreement_lines import agreement_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Collation, Workspace


@click.command()
@click.argument("articles", metavar="[ARTICLE]...", nargs=-1, shell_complete=completed_from("article"))
@workspace_option
@annotators_option
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
    """Raise UsageError if a name is unknown, or only one person is named."""
    require_annotators(names, collation, workspace)
    if names and len(set(map(collation.codebook.annotator_identity, names))) < MIN_ANNOTATORS:
        raise UsageError("--annotator names one person; name two or more, or nobody for all")

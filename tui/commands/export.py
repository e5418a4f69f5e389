"""`diptych export`: take the annotations away."""

import sys
from pathlib import Path
from typing import Any

import click

from tui.analysis.filters import filter_collation
from tui.analysis.survey import Survey
from tui.commands.options import (
    filter_from_options,
    filter_options,
    load_collation,
    resolve_workspace,
    workspace_argument,
    workspace_option,
)
from tui.commands.output import print_document, print_message, with_record_progress
from tui.formats.markdown.archive import TITLE, markdown_pieces
from tui.storage.files.atomic import write_new

FORMATS = ("markdown",)


@click.command()
@workspace_argument
@workspace_option
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default="markdown", help="The format to write.")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to FILE, not to stdout.")
@click.option("--force", is_flag=True, help="Overwrite FILE if it exists.")
@click.option(
    "--group-by",
    type=click.Choice(("article", "proposition", "speaker", "kind")),
    default="article",
    help="What to gather the records by.",
)
@click.option("--title", metavar="WORDS", default="", help="The document's title.")
@filter_options
def export(
    place: Path | None,
    folder: Path | None,
    form: str,  # noqa: ARG001 — there is one so far
    output: Path | None,
    *,
    force: bool,
    group_by: str,
    title: str,
    **filters: Any,
) -> None:
    """Export all records, or those chosen, as Markdown.

    Markdown has a table of the accounts, the comparison, what the accounts say by proposition, and every record
    with its quote, its body and the notes on it. The same records give the same bytes.

    \b
    Example:
      diptych export -o notes.md
      diptych export --kind denial --group-by speaker
      diptych export my/workspace --about lift-sanctions -o sanctions.md --force
    """
    workspace = resolve_workspace(folder, place)
    collation = load_collation(workspace, filters["articles"])
    wanted = filter_from_options(workspace, collation.codebook, **filters)
    kept = filter_collation(collation, wanted)
    records = sum(len(account.placed) for account in kept.accounts)
    pieces = markdown_pieces(Survey(kept), group_by=group_by, title=title or TITLE, scope=wanted.describe())
    if output is None or str(output) == "-":
        print_document(pieces if sys.stdout.isatty() else with_record_progress(pieces, records))
        return
    write_new(output, "".join(with_record_progress(pieces, records)).encode(), force=force)
    print_message(f"Wrote {records} records to {output}")

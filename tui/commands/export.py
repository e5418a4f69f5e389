"""`diptych export`: write the records as a document."""

import sys
from pathlib import Path
from typing import Any

import click

from tui.analysis.filters import filter_collation, matching_records
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
from tui.errors import OverwriteError
from tui.formats.export_format import FORMATS, TITLE, ExportRequest, format_of_file
from tui.formats.phrasing import count_noun
from tui.storage.files.atomic import write_new
from tui.storage.workspace.settings import annotator_name, read_config

GROUPINGS = ("article", "proposition", "speaker", "kind")
ROWS = ("records", "statements")


@click.command()
@workspace_argument
@workspace_option
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="The format (else by FILE's suffix, else markdown).",
)
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to FILE, not to stdout.")
@click.option("--force", is_flag=True, help="Overwrite FILE if it exists.")
@click.option("--group-by", type=click.Choice(GROUPINGS), default="article", help="What to group the records by.")
@click.option("--rows", "rows_of", type=click.Choice(ROWS), default=ROWS[0], help="In CSV, what each row is.")
@click.option("--all-notes", is_flag=True, help="In a brief, the notes of others too.")
@click.option("--title", metavar="WORDS", default="", help="The document's title.")
@filter_options
def export(
    path: Path | None,
    folder: Path | None,
    format_name: str | None,
    output: Path | None,
    *,
    force: bool,
    group_by: str,
    rows_of: str,
    all_notes: bool,
    title: str,
    **filters: Any,
) -> None:
    """Export all records, or those that match.

    As Markdown, the document has a table of the accounts, the comparison, what the accounts say by proposition, and
    every record with its quote, its body and the notes on it. A brief is a page of quotes with footnotes, to paste into
    a draft, CSV a table for a spreadsheet, HTML a web page with the texts. The same records give the same bytes.

    \b
    Example:
      diptych export -o notes.md
      diptych export -f brief
      diptych export --rows statements -o statements.csv
      diptych export --kind denial --group-by speaker
      diptych export my/workspace --about lift-sanctions -o sanctions.md --force
    """
    format_name = format_name or format_of_file(output or Path())
    workspace = resolve_workspace(folder, path)
    collation = load_collation(workspace, filters["articles"])
    condition = filter_from_options(workspace, collation.codebook, **filters)
    filtered = filter_collation(collation, condition)
    matching = matching_records(collation, condition) if condition.active else collation
    records = sum(len(account.placed) for account in matching.accounts)
    chosen = Survey(filtered, matching if condition.active else None)
    request = ExportRequest(
        whole=chosen if filtered is collation else Survey(collation),
        chosen=chosen,
        scope=condition.describe(),
        title=title or TITLE,
        group_by=group_by,
        rows_of=rows_of,
        annotator=annotator_name(read_config()[0]) if format_name in {"brief", "html"} and not all_notes else None,
    )
    pieces = FORMATS[format_name].write(request)
    if output is None or str(output) == "-":
        print_document(pieces if sys.stdout.isatty() else with_record_progress(pieces, records))
        return
    _write(output, "".join(with_record_progress(pieces, records)), force=force)
    print_message(f"Wrote {count_noun(records, 'record')} to {output}")


def _write(path: Path, document: str, *, force: bool) -> None:
    try:
        write_new(path, document.encode(), force=force)
    except OverwriteError as error:
        raise OverwriteError("exists already; choose another name, or overwrite it with --force", path) from error

"""`diptych compare`: print propositions against accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.analysis.comparison import Status, rows_left_out_by, rows_only_in, rows_with_status, rows_with_verdict
from tui.analysis.folding import fold
from tui.analysis.row_order import RowOrder, fold_rows, sort_rows
from tui.analysis.survey import Survey
from tui.commands.annotators import of_annotators
from tui.commands.options import (
    adjudicated_collation,
    adjudicated_option,
    annotators_option,
    article_option,
    blind_option,
    completed_from,
    json_option,
    load_collation,
    resolve_article,
    resolve_workspace,
    workspace_argument,
    workspace_option,
)
from tui.commands.output import output_page, print_document, print_json, print_lines, print_message
from tui.errors import UsageError
from tui.formats.json_shapes import compare_shape, people_shape
from tui.formats.markdown.comparison_table import comparison_markdown
from tui.formats.plain.text_table import table_lines
from tui.session.unknown_values import nearest_values

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Codebook


@click.command()
@workspace_argument
@workspace_option
@article_option
@click.option(
    "--status", "statuses", type=click.Choice(tuple(map(str, Status))), multiple=True, help="Only rows of this status."
)
@click.option(
    "--only-in",
    metavar="ID",
    default="",
    shell_complete=completed_from("article"),
    help="Only propositions of this article alone.",
)
@click.option(
    "--left-out-by",
    "left_out",
    metavar="ID",
    default="",
    shell_complete=completed_from("article"),
    help="Only propositions that this article leaves out.",
)
@click.option("--verdict", metavar="WORDS", help='Only propositions with this verdict; "" for none.')
@annotators_option
@click.option(
    "--sort", type=click.Choice(tuple(map(str, RowOrder))), default="status", show_default=True, help="Order of rows."
)
@adjudicated_option
@click.option("--all", "everything", is_flag=True, help="With what one account alone tells.")
@click.option("--width", metavar="CELLS", type=click.IntRange(min=20), help="The width of the table.")
@click.option("--markdown", is_flag=True, help="Print a Markdown table.")
@blind_option
@json_option
def compare(
    path: Path | None,
    folder: Path | None,
    articles: tuple[str, ...],
    statuses: tuple[str, ...],
    only_in: str,
    left_out: str,
    verdict: str | None,
    annotators: tuple[str, ...],
    sort: str,
    *,
    adjudicated: bool,
    everything: bool,
    width: int | None,
    markdown: bool,
    as_json: bool,
) -> None:
    """Compare the accounts: a row per proposition, a column per account.

    Each cell has a line for each kind of statement, with its number and its speakers. The status of a row is agreed,
    disputed, rejected, open, single account or doubtful. What one account alone tells is counted, and listed
    by --all and in JSON.

    \b
    Example:
      diptych compare
      diptych compare --status disputed --status open
      diptych compare --sort divides --all
      diptych compare --only-in 000 --sort spread
      diptych compare --annotator Ada --width 120
      diptych compare my/workspace --markdown > comparison.md
    """
    if markdown and as_json:
        raise UsageError("--markdown and --json exclude each other; choose one")
    workspace = resolve_workspace(folder, path)
    collation = load_collation(workspace, articles)
    collation = adjudicated_collation(collation) if adjudicated else collation
    survey = Survey(of_annotators(annotators, collation, workspace))
    comparison = survey.comparison
    rows = sort_rows(comparison.rows, RowOrder(sort))
    if statuses:
        rows = rows_with_status(rows, *map(Status, statuses))
    if only_in:
        rows = rows_only_in(rows, resolve_article(workspace, only_in))
    if left_out:
        rows = rows_left_out_by(rows, resolve_article(workspace, left_out))
    if verdict is not None:
        rows = rows_with_verdict(rows, verdict)
        _report_unknown_verdict(verdict, collation.codebook)
    if as_json:
        print_json({**compare_shape(comparison, rows), "people": people_shape(survey.people)})
        return
    chosen = everything or statuses or only_in or left_out or verdict is not None
    rows, folded = (rows, ()) if chosen else fold_rows(rows)
    if markdown:
        print_document([comparison_markdown(comparison, rows, folded)])
        return
    grouped = sort == RowOrder.STATUS
    print_lines(table_lines(comparison, rows, output_page(width), folded=len(folded), grouped=grouped))


def _report_unknown_verdict(words: str, codebook: Codebook) -> None:
    """Report on stderr that no verdict has these words, and which there are."""
    verdicts = [proposition.verdict for proposition in codebook.propositions.values()]
    if words and not any(fold(words) in fold(verdict) for verdict in verdicts):
        print_message(f'diptych: no verdict has the words "{words}"{nearest_values(words, verdicts)}')

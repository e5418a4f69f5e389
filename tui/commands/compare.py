"""`diptych compare`: print propositions against accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.analysis.comparison import (
    RowOrder,
    Status,
    rows_left_out_by,
    rows_only_in,
    rows_with_status,
    rows_with_verdict,
    sort_rows,
)
from tui.analysis.filters import annotators_of, records_by
from tui.analysis.folding import fold
from tui.analysis.survey import Survey
from tui.commands.group import did_you_mean
from tui.commands.options import (
    article_option,
    completed_from,
    json_option,
    load_collation,
    resolve_article,
    resolve_workspace,
    workspace_argument,
    workspace_option,
)
from tui.commands.output import output_page, print_document, print_json, print_lines
from tui.errors import UsageError
from tui.formats.json_shapes import compare_shape, people_shape
from tui.formats.markdown.comparison_table import comparison_markdown
from tui.formats.plain.text_table import table_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tui.analysis.comparison import ComparisonRow
    from tui.model import Collation


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
@click.option(
    "--annotator",
    "annotators",
    metavar="NAME",
    multiple=True,
    help="Only what this person marked.",
    shell_complete=completed_from("annotator"),
)
@click.option(
    "--sort", type=click.Choice(("told", "status", "spread")), default="told", show_default=True, help="Order of rows."
)
@click.option("--width", metavar="CELLS", type=click.IntRange(min=20), help="The width of the table.")
@click.option("--markdown", is_flag=True, help="Print a Markdown table.")
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
    width: int | None,
    markdown: bool,
    as_json: bool,
) -> None:
    """Compare the accounts: a row per proposition, a column per account.

    Each cell has a line for each kind of statement, with its number and its speakers. The status of a row is agreed,
    disputed, rejected, open, single account or doubtful.

    \b
    Example:
      diptych compare
      diptych compare --status disputed --status open
      diptych compare --only-in 000 --sort spread
      diptych compare --annotator Ada --width 120
      diptych compare my/workspace --markdown > comparison.md
    """
    if markdown and as_json:
        raise UsageError("--markdown and --json exclude each other; choose one")
    workspace = resolve_workspace(folder, path)
    survey = Survey(_marked_by(annotators, load_collation(workspace, articles)))
    rows = sort_rows(survey.comparison.rows, RowOrder(sort))
    if statuses:
        rows = rows_with_status(rows, *map(Status, statuses))
    if only_in:
        rows = rows_only_in(rows, resolve_article(workspace, only_in))
    if left_out:
        rows = rows_left_out_by(rows, resolve_article(workspace, left_out))
    if verdict is not None:
        rows = rows_with_verdict(rows, verdict)
    _print(survey, rows, width, markdown=markdown, as_json=as_json)


def _marked_by(names: tuple[str, ...], collation: Collation) -> Collation:
    """Return the records of these people, or all if none is named."""
    if not names:
        return collation
    known = annotators_of(collation)
    folded = {fold(name) for name in known}
    for name in names:
        if fold(name) not in folded:
            raise UsageError(f'nobody called "{name}" marked anything{did_you_mean(name, list(known))}')
    return records_by(collation, names)


def _print(
    survey: Survey, rows: tuple[ComparisonRow, ...], width: int | None, *, markdown: bool, as_json: bool
) -> None:
    if as_json:
        print_json({**compare_shape(survey.comparison, rows), "people": people_shape(survey.people)})
    elif markdown:
        print_document([comparison_markdown(survey.comparison, rows)])
    else:
        print_lines(table_lines(survey.comparison, rows, output_page(width)))

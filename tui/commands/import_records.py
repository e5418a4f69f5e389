"""`diptych import`: annotations of other programs become records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.commands.interrupted import end_change, interruption_options, refuse_if_unfinished
from tui.commands.options import (
    annotator_option,
    completed_from,
    json_option,
    load_collation,
    resolve_article,
    resolve_workspace,
    workspace_option,
)
from tui.commands.output import print_json, print_lines, print_message, require_stdout
from tui.errors import UsageError
from tui.formats.import_format import IMPORT_FORMATS
from tui.formats.phrasing import count_noun
from tui.layout.visible import make_visible
from tui.model import AnchorState
from tui.session.import_files import read_imports
from tui.session.import_plan import ImportOutcome
from tui.session.import_report import codebook_lines, figures, missing_articles, without_place
from tui.session.import_work import ImportRequest, columns_by_field, plan_import
from tui.storage.records.several_files import save_changes
from tui.storage.workspace.settings import annotator_name, read_config

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.shell_completion import CompletionItem

    from tui.model import Workspace
    from tui.session.import_codebook import CodebookAdditions
    from tui.session.import_plan import ImportPlan
    from tui.session.import_work import PreparedImport

_SHOWN = 5
"""How many annotations without an article or a place are named."""


def _files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only if a shell asks

    return [CompletionItem(incomplete, type="file")]


def _columns(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Return the columns by field."""
    try:
        return columns_by_field(values)
    except UsageError as error:
        raise click.BadParameter(str(error)) from error


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, type=click.Path(path_type=Path), shell_complete=_files)
@workspace_option
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(list(IMPORT_FORMATS)),
    help="The format (else what the file looks like).",
)
@click.option(
    "--article",
    metavar="ID",
    default="",
    shell_complete=completed_from("article"),
    help="The article that all are about, if the files do not say it.",
)
@click.option(
    "--map",
    "columns",
    metavar="FIELD=COLUMN",
    multiple=True,
    callback=_columns,
    help="In CSV, the column of a field, such as quote=text; may be repeated.",
)
@annotator_option
@click.option("--update", is_flag=True, help="Take later versions of annotations that are known.")
@click.option("--dry-run", is_flag=True, help="Print what would be imported, and write nothing.")
@interruption_options
@json_option
def import_records(
    files: tuple[Path, ...],
    folder: Path | None,
    format_name: str | None,
    article: str,
    columns: dict[str, str],
    annotator: str,
    *,
    update: bool,
    dry_run: bool,
    finish: bool,
    undo: bool,
    as_json: bool,
) -> None:
    """Import annotations that other programs have exported.

    Each quote is looked for in the article that the file names by its address, title or file name. A record keeps what
    the other program calls it, so nothing is imported twice. All is written, or nothing: if the program is interrupted,
    every command says so, and --continue or --undo ends the import. --annotator signs everything; without it, what has
    a name keeps it. Exits with 1 if some annotations have no article or no place.

    \b
    Example:
      diptych import hypothesis.json --dry-run
      diptych import annotations.jsonld --annotator "Ada Holm"
      diptych import notes.json --article 002
      diptych import quotes.csv --map quote=Text --map body=Comment
      diptych import --continue
    """
    require_stdout()
    workspace = resolve_workspace(folder)
    if finish or undo:
        end_change(workspace, named=bool(files), finish=finish, undo=undo)
        return
    if not files:
        raise click.MissingParameter(param_type="argument", param_hint="'FILE...'")
    refuse_if_unfinished(workspace)
    document = read_imports(files, format_name or "", columns)
    collation = load_collation(workspace)
    request = ImportRequest(
        paths=files,
        annotator=annotator_name(read_config()[0], annotator),
        sign_all=bool(annotator),
        article=resolve_article(workspace, article) if article else "",
        update=update,
    )
    prepared = plan_import(workspace, collation, document, request)
    plan, changes = prepared.plan, prepared.changes
    if changes.changes and not dry_run:
        save_changes(workspace, changes.title, changes.changes)
    if as_json:
        print_json(_shape(plan, prepared.additions))
    else:
        print_lines(map(make_visible, _lines(prepared, update=update)))
        print_message(_last_line(workspace, len(changes.changes), dry_run=dry_run))
    if plan.of(ImportOutcome.NO_ARTICLE) or plan.states.get(AnchorState.ORPHAN):
        raise SystemExit(1)


def _lines(prepared: PreparedImport, *, update: bool) -> Iterator[str]:
    """Yield the figures, then what needs a look."""
    plan = prepared.plan
    yield figures(plan)
    if changed := plan.of(ImportOutcome.CHANGED):
        advice = "are updated" if update else "are left as they are; --update takes the file's version"
        yield f"{count_noun(len(changed), 'record')} changed in the file: they {advice}"
    yield from codebook_lines(prepared.additions)
    yield from without_place(plan, _SHOWN)
    yield from missing_articles(plan, "add them, or name one with --article", _SHOWN)


def _last_line(workspace: Workspace, files: int, *, dry_run: bool) -> str:
    if not files:
        return "Nothing to import"
    verb = "Would write" if dry_run else "Wrote"
    return f"{verb} {count_noun(files, 'file')} in {workspace.annotations}"


def _shape(plan: ImportPlan, additions: CodebookAdditions) -> dict[str, Any]:
    return {
        "annotations": [
            {
                "source_id": each.foreign.source_id,
                "outcome": str(each.outcome),
                "id": each.annotation.id if each.annotation else None,
                "article": each.annotation.article if each.annotation else None,
                "annotator": each.annotation.annotator if each.annotation else each.foreign.annotation.annotator,
                "state": str(each.anchor.state) if each.anchor else None,
            }
            for each in plan.annotations
        ],
        "propositions": list(additions.propositions),
        "kinds": list(additions.kinds),
        "speakers": list(additions.speakers),
        "annotators": list(additions.annotators),
    }

"""`diptych add`: documents become articles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.added_lines import added_lines, added_shape, entry_line, entry_shape
from tui.commands.error_output import SYSTEM_ERRORS, error_line
from tui.commands.options import json_option, workspace_option
from tui.commands.output import print_json, print_lines, print_message
from tui.errors import DiptychError, DocumentError, UsageError
from tui.intake.limits import MAX_BYTES
from tui.intake.original import Original
from tui.model import Byline
from tui.session.article_intake import Addition, IntakeOptions, Outcome, add_original, read_extracts
from tui.session.document_entries import document_entries
from tui.session.document_source import read_original
from tui.storage.workspace.discovery import find_workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from click.shell_completion import CompletionItem

    from tui.model import Workspace
    from tui.session.document_entries import DocumentEntry

STDIN = "-"
_MANY = 5
"""Fewer documents are added before anybody could see a progress bar."""


def _files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only if a shell asks

    return [CompletionItem(incomplete, type="file")]


@click.command()
@click.argument("documents", metavar="FILE|URL|-...", nargs=-1, required=True, shell_complete=_files)
@workspace_option
@click.option("--title", metavar="WORDS", default="", help="The title, if the document says it wrong.")
@click.option("--outlet", metavar="NAME", default="", help="Who published it.")
@click.option("--author", metavar="NAME", default="", help="Who wrote it.")
@click.option("--date", metavar="DATE", default="", help="When it was published, such as 2016-12-31.")
@click.option("--url", metavar="URL", default="", help="Where it was published.")
@click.option("--list", "lists", is_flag=True, help="List the entries of a feed with their numbers, and write nothing.")
@click.option(
    "--entry", "entries", metavar="N", type=click.IntRange(1), multiple=True, help="Add this entry of a feed."
)
@click.option("--show-left-out", is_flag=True, help="Print what did not become part of the article.")
@click.option("--update", is_flag=True, help="Take the new text of a document that has changed; the old one is kept.")
@click.option("--dry-run", is_flag=True, help="Print what would be added, and write nothing.")
@click.option("--allow-local", is_flag=True, help="Fetch from this machine and private networks too.")
@json_option
def add(
    documents: tuple[str, ...],
    folder: Path | None,
    *,
    lists: bool,
    entries: tuple[int, ...],
    show_left_out: bool,
    update: bool,
    dry_run: bool,
    allow_local: bool,
    as_json: bool,
    **values: str,
) -> None:
    """Add documents as articles: pages, PDF, DOCX, EPUB, mail, feeds, text.

    Each becomes a file in articles/, of Markdown unless it is plain text, and the document is kept in
    articles/.originals/. A file is replaced only with --update. What is at an address is fetched by one request; - is
    what comes through a pipe. Prints the article's file, its source, and how many paragraphs were taken and left out.
    Exits with 1 if some documents cannot be added, or have changed since they were added, and with 2 if none can.

    \b
    Example:
      diptych add page.html report.pdf
      diptych add --list https://news.example/feed
      diptych add --entry 2 --entry 5 https://news.example/feed
      diptych add https://news.example/story --outlet "The North"
      pandoc -t plain notes.odt | diptych add - --title Notes
    """
    if len(documents) > 1 and (entries or any(values.values())):
        raise UsageError("--title, --outlet, --author, --date, --url and --entry are of one document; add it alone")
    workspace = workspace_to_add_to(folder)
    if lists:
        _list_entries(workspace, documents, allow_local=allow_local, as_json=as_json)
        return
    options = IntakeOptions(Byline(**values), update=update, dry_run=dry_run, entries=frozenset(entries))
    added, failed = _add_all(workspace, documents, options, allow_local=allow_local)
    if as_json:
        print_json([added_shape(addition, show_left_out=show_left_out) for addition in added])
    else:
        print_lines(line for item in added for line in added_lines(item, show_left_out=show_left_out, dry_run=dry_run))
    if failed or any(addition.outcome is Outcome.CHANGED for addition in added):
        raise SystemExit(1 if added else 2)


def _list_entries(workspace: Workspace, documents: Sequence[str], *, allow_local: bool, as_json: bool) -> None:
    """Print the entries of each document, or exit with 2 if none can be read."""
    listed: list[DocumentEntry] = []
    for name in documents:
        try:
            original = _read(name, allow_local=allow_local)
            listed.extend(document_entries(workspace, read_extracts(original, IntakeOptions())))
        except (DiptychError, *SYSTEM_ERRORS) as error:
            print_message(_failure(name, error))
    if as_json:
        print_json([entry_shape(entry) for entry in listed])
    else:
        print_lines(entry_line(entry) for entry in listed)
    if not listed:
        raise SystemExit(2)


def workspace_to_add_to(folder: Path | None) -> Workspace:
    """Return the workspace to add to, never the sample."""
    workspace = open_workspace(folder) if folder else find_workspace(Path.cwd())
    if workspace is None:
        raise UsageError("there is no workspace around this folder; create articles/ here, or name a workspace with -w")
    return workspace


def add_from_stdin(folder: Path | None) -> tuple[Workspace, tuple[str, ...]]:
    """Add what comes through a pipe, and return its articles to open."""
    workspace = workspace_to_add_to(folder)
    try:
        added = add_original(workspace, read_stdin(), IntakeOptions())
    except DocumentError as error:
        raise DocumentError(f"stdin {error}") from error
    for addition in added:
        print_message(next(added_lines(addition, show_left_out=False, dry_run=False)))
    return workspace, tuple(addition.id for addition in added)


def add_files(folder: Path | None, files: Sequence[str]) -> tuple[Workspace, tuple[str, ...]]:
    """Add documents, and return their articles to open, or exit with 2."""
    workspace = workspace_to_add_to(folder)
    added, _ = _add_all(workspace, files, IntakeOptions(), allow_local=False)
    if not added:
        raise SystemExit(2)
    for addition in added:
        print_message(next(added_lines(addition, show_left_out=False, dry_run=False)))
    return workspace, tuple(addition.id for addition in added)


def _add_all(
    workspace: Workspace, documents: Sequence[str], options: IntakeOptions, *, allow_local: bool
) -> tuple[list[Addition], int]:
    """Return what was added, and how many documents could not be."""
    added: list[Addition] = []
    failed = 0
    for name in _with_progress(documents):
        try:
            added.extend(add_original(workspace, _read(name, allow_local=allow_local), options))
        except (DiptychError, *SYSTEM_ERRORS) as error:
            failed += 1
            print_message(_failure(name, error))
    return added, failed


def _failure(name: str, error: Exception) -> str:
    line = error_line(error)
    return line if name in line else line.replace("diptych: ", f"diptych: {'stdin' if name == STDIN else name} ", 1)


def _read(name: str, *, allow_local: bool) -> Original:
    if name == STDIN:
        return read_stdin()
    return read_original(name, allow_local=allow_local, on_redirect=_print_redirect)


def read_stdin() -> Original:
    """Return what comes through a pipe, not much more than is allowed."""
    return Original(sys.stdin.buffer.read(MAX_BYTES + 1))


def _print_redirect(url: str) -> None:
    print_message(f"redirected to {url}")


def _with_progress(documents: Sequence[str]) -> Iterator[str]:
    """Yield documents, with a progress bar on a terminal if they are many."""
    if len(documents) < _MANY or not sys.stderr.isatty():
        yield from documents
        return
    with click.progressbar(documents, label="Adding documents", file=sys.stderr) as progress:
        yield from progress

"""`diptych read`: the reader, or the same content as linear text."""

from __future__ import annotations

import re
import shlex
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.analysis.survey import Survey
from tui.commands.group import did_you_mean
from tui.commands.options import (
    PATH,
    annotator_option,
    as_asked,
    blind_option,
    load_collation,
    resolve_article,
    resolve_workspace,
    workspace_option,
)
from tui.commands.output import file_name, output_page, print_lines, print_message
from tui.commands.table import COMMANDS
from tui.errors import UsageError
from tui.formats.phrasing import and_list
from tui.formats.plain.linear_text import plain_lines
from tui.layout.visible import make_visible
from tui.session.start import start_with
from tui.storage.files.filenames import is_article_name
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.discovery import workspace_of_files
from tui.terminal.capabilities import is_interactive
from tui.terminal.piped_input import has_piped_input, read_keys_from_terminal

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from tui.model import Workspace


def _complete_path(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from tui.commands.completion_values import article_or_file_items  # noqa: PLC0415 - only if a shell asks

    return article_or_file_items(ctx, incomplete)


STDIN = "-"
ANNOTATED = 10
"""The exit status with `--exit-code` if something was annotated."""


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=PATH, shell_complete=_complete_path)
@workspace_option
@click.option("--plain", is_flag=True, help="Print linear text instead, as to a pipe or with TERM=dumb.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII characters only.")
@click.option("--width", metavar="CELLS", type=click.IntRange(min=20), help="With --plain: the width of a line.")
@click.option("--exit-code", is_flag=True, help=f"Exit with {ANNOTATED} if something was annotated.")
@blind_option
@annotator_option
def read(
    paths: tuple[Path, ...],
    folder: Path | None,
    *,
    plain: bool,
    ascii_only: bool,
    width: int | None,
    exit_code: bool,
    annotator: str,
) -> None:
    """Read accounts side by side, the default command.

    PATH is a workspace's folder, or article files, or with -w the ids of articles, or - for what comes through a
    pipe, which is added as an article. The default is the workspace around the current folder, else the sample.

    \b
    Example:
      diptych
      diptych my/workspace
      diptych articles/monday.txt articles/tuesday.txt
      diptych read --plain | less
    """
    if paths == (Path(STDIN),):
        workspace, ids = _added(folder)
    elif _are_to_be_added(paths, folder):
        workspace, ids = _added_files(paths, folder)
    else:
        _report_pipe(paths, folder)
        workspace, ids = _resolve_paths(paths, folder)
    workspace = as_asked(workspace)
    if plain or not is_interactive():
        survey = Survey(load_collation(replace(workspace, annotator=annotator), ids))
        print_lines(plain_lines(survey, output_page(width, ascii_only=ascii_only)))
        return
    from tui.reader.app import run  # noqa: PLC0415 - Textual is loaded only for the reader

    start = start_with(workspace, ids, annotator, ascii_only=ascii_only)
    raise SystemExit(run(start, annotated_status=ANNOTATED if exit_code else 0))


def _resolve_paths(paths: tuple[Path, ...], folder: Path | None) -> tuple[Workspace, tuple[str, ...]]:
    if folder:
        workspace = resolve_workspace(folder)
        return workspace, tuple(resolve_article(workspace, str(path)) for path in paths)
    if not paths:
        return resolve_workspace(None), ()
    _check_paths(paths)
    if len(paths) == 1 and paths[0].is_dir():
        return resolve_workspace(paths[0]), ()
    workspace = workspace_of_files(paths)
    return workspace, article_ids(workspace)


def _check_paths(paths: tuple[Path, ...]) -> None:
    """Raise UsageError for what is no article and no one folder."""
    if STDIN in map(str, paths):
        raise UsageError("- is what comes through a pipe; name it alone, or add it first with diptych add -")
    if re.match(r"https?:/", str(paths[0])):
        raise UsageError("an address is not opened; diptych add fetches the page, and makes it an article")
    if not paths[0].exists() and str(paths[0]) in COMMANDS:
        raise UsageError(f"name the command first: diptych {paths[0]} …")
    if len(paths) == 1 and not paths[0].exists():
        raise UsageError(f'there is no file, folder or command "{paths[0]}"{did_you_mean(str(paths[0]), COMMANDS)}')
    if len(paths) > 1 and any(path.is_dir() for path in paths):
        raise UsageError("name one folder, or articles one by one, but not both")
    if other := next((path for path in paths if path.is_file() and not is_article_name(path.name)), None):
        raise UsageError(f"{other} is no article; make it one with diptych add {shlex.quote(str(other))}")


def _added(folder: Path | None) -> tuple[Workspace, tuple[str, ...]]:
    """Add what comes through a pipe, and let the keyboard be stdin again."""
    from tui.commands.add import add_from_stdin  # noqa: PLC0415 - only then is a document read

    workspace, ids = add_from_stdin(folder)
    if sys.stdout.isatty():
        read_keys_from_terminal()
    return workspace, ids


def _are_to_be_added(paths: tuple[Path, ...], folder: Path | None) -> bool:
    """Ask whether documents that are no articles are to be added."""
    if not paths or not is_interactive():
        return False
    if not all(path.is_file() and not is_article_name(path.name) for path in paths):
        return False
    from tui.commands.add import workspace_to_add_to  # noqa: PLC0415 - only then is a document read

    workspace = workspace_to_add_to(folder)
    names = make_visible(and_list([file_name(path) for path in paths]))
    question = f"Add {names} to the articles of {make_visible(str(workspace.root))}, and read?"
    return click.confirm(question, default=True, err=True)


def _added_files(paths: tuple[Path, ...], folder: Path | None) -> tuple[Workspace, tuple[str, ...]]:
    from tui.commands.add import add_files  # noqa: PLC0415 - only then is a document read

    return add_files(folder, tuple(map(str, paths)))


def _report_pipe(paths: tuple[Path, ...], folder: Path | None) -> None:
    if not paths and not folder and has_piped_input():
        print_message("diptych: what comes through the pipe is not read; diptych - adds and opens it")

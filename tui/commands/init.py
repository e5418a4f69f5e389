"""`diptych init`: begin a workspace."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from tui.commands.options import PATH
from tui.commands.output import file_name, print_lines, print_message, require_stdout
from tui.layout.visible import make_visible
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.new_workspace import create_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Workspace


@click.command()
@click.argument("folder", metavar="DIR", type=PATH)
@click.option(
    "--git",
    is_flag=True,
    help="Make DIR a git repository too, unless it is in one, and let git merge records by field.",
)
def init(folder: Path, git: bool) -> None:
    """Begin a workspace in a folder, over nothing that is there.

    DIR may exist. Creates the folders for articles and annotations, a codebook with comments that explain it, and a
    README.md. What is there already is kept and named.

    \b
    Example:
      diptych init bridge
      diptych init . --git
    """
    require_stdout()
    result = create_workspace(folder, git=git)
    created = (f"created {make_visible(file_name(path))}" for path in result.created)
    kept = (f"kept {make_visible(file_name(path))}, which was there" for path in result.kept)
    changed = (f"added to {make_visible(file_name(path))}" for path in result.changed)
    print_lines([*created, *changed, *kept])
    print_message(_next_step(result.workspace))


def _next_step(workspace: Workspace) -> str:
    folder = shlex.quote(file_name(workspace.root))
    here = folder == "."
    read = "diptych" if here else f"diptych {folder}"
    if article_ids(workspace):
        return f"Next: {read}"
    add = "diptych add" if here else f"diptych add -w {folder}"
    return f"Next: {add} FILE|URL … for two articles (pages, PDF, text …), then: {read}"

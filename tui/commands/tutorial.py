"""`diptych tutorial`: a made-up story to learn on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.options import PATH, annotator_option
from tui.commands.output import print_lines
from tui.layout.visible import make_visible
from tui.session.start import start_with
from tui.session.tutorial import STEPS, resume_tutorial
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.story import story_workspace
from tui.terminal.capabilities import is_interactive

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("folder", metavar="[DIR]", required=False, type=PATH)
@annotator_option
def tutorial(folder: Path | None, annotator: str) -> None:
    """Learn the reader on a made-up story, in eight steps.

    Three short accounts of one flood are written into DIR, which must be new or empty, else into your data folder. The
    reader then says what to press, and notices when you have done it. Started again, it goes on where you left it.

    \b
    Example:
      diptych tutorial
      diptych tutorial flood
    """
    workspace = story_workspace(folder)
    if not is_interactive():
        steps = (f"{number}. {step.title}" for number, step in enumerate(STEPS, 1))
        print_lines([*steps, make_visible(f"The story is in {workspace.root}; start this in a terminal.")])
        return
    from tui.reader.app import run  # noqa: PLC0415 - Textual is loaded only for the reader

    start = start_with(workspace, article_ids(workspace), annotator)
    raise SystemExit(run(start._replace(tutorial=resume_tutorial(workspace.root))))

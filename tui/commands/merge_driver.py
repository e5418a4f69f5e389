"""`diptych merge-driver`: merge a file for git."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands.options import PATH
from tui.commands.output import print_message
from tui.formats.phrasing import count_noun
from tui.storage.git.merge_driver import merge_files

if TYPE_CHECKING:
    from pathlib import Path


@click.command(hidden=True)
@click.argument("base", type=PATH)
@click.argument("ours", type=PATH)
@click.argument("theirs", type=PATH)
@click.argument("name")
def merge_driver(base: Path, ours: Path, theirs: Path, name: str) -> None:
    """Merge an annotation file by field, as git asks.

    `diptych init --git` sets it as git's merge driver. OURS becomes the merged file. Exits with 1 if both sides changed
    the same field, and both versions are in the file.
    """
    result = merge_files(base, ours, theirs)
    if not result.by_field:
        print_message(f"diptych: {name} was merged as text, because it cannot be merged by field; see diptych check")
    if result.conflicts:
        print_message(f"diptych: {name}: {count_noun(result.conflicts, 'conflict')} to settle; see diptych check")
    raise SystemExit(result.status)

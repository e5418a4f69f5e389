"""The command `diptych`."""

import click

from tui import __version__
from tui.commands.group import CommandGroup


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="diptych")
def diptych() -> None:
    """Read accounts side by side: who claims, denies and agrees to what.

    \b
    Example:
      diptych                         read the workspace around this folder, else the sample
      diptych a.txt b.txt             read two articles side by side
      diptych export -o notes.md      export as Markdown
    """

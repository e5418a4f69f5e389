"""The commands of `diptych`: parse, call, print."""

import click

from tui import __version__


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="diptych")
def main() -> None:
    """Read accounts of the same event side by side."""

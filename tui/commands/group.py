"""The group of commands, with a default one and errors as one line."""

import difflib
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import click

from tui.commands.error_output import SYSTEM_ERRORS, error_line, escape_unprintable
from tui.commands.table import COMMANDS, DEFAULT
from tui.errors import DiptychError


class CommandGroup(click.Group):
    """Imports a command when it runs. `diptych DIR` is `diptych read DIR`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"tui.commands.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        options = {name for option in self.get_params(ctx) for name in option.opts}
        if not args or (args[0] not in COMMANDS and args[0] not in options):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command.

        An expected error becomes one line and status 2.
        """
        escape_unprintable()
        try:
            return super().main(*args, **extra)
        except (DiptychError, *SYSTEM_ERRORS) as error:
            click.echo(error_line(error), err=True)
            sys.exit(2)


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Return a hint like 'did you mean "check"?', or "" without one."""
    similar = difflib.get_close_matches(name, list(names), n=1)
    return f'; did you mean "{similar[0]}"?' if similar else ""

"""The group of commands: the default one, and errors as one line."""

import difflib
import sys
from typing import Any

import click

from tui.commands.error_output import SYSTEM_ERRORS, error_line, escape_unprintable
from tui.errors import DiptychError

DEFAULT = "read"


class CommandGroup(click.Group):
    """A group whose `read` needs no name: `diptych some/folder` is `diptych read some/folder`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before arguments that name none."""
        own = {name for option in self.get_params(ctx) for name in option.opts}
        if not args or (args[0] not in self.commands and args[0] not in own):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command; what goes wrong on purpose, or on the disk, becomes one line and exit status 2."""
        escape_unprintable()
        try:
            return super().main(*args, **extra)
        except (DiptychError, *SYSTEM_ERRORS) as error:
            click.echo(error_line(error), err=True)
            sys.exit(2)


def did_you_mean(name: str, names: list[str]) -> str:
    """Return a hint at the most similar name, as in `; did you mean "check"?`, or an empty string."""
    near = difflib.get_close_matches(name, names, n=1)
    return f'; did you mean "{near[0]}"?' if near else ""

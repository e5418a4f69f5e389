"""The group of commands, with a default one and errors as one line."""

from __future__ import annotations

import difflib
import os
import sys
from contextlib import contextmanager
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.commands.error_output import CLOSED_PIPE, SYSTEM_ERRORS, error_line, escape_unprintable
from tui.commands.table import COMMANDS, COMPLETION_VARIABLE, DEFAULT, FUNCTIONS, HIDDEN
from tui.errors import DiptychError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from click.shell_completion import CompletionItem


class CommandGroup(click.Group):
    """Imports a command when it runs. `diptych DIR` is `diptych read DIR`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS and cmd_name not in HIDDEN:
            return None
        name = FUNCTIONS.get(cmd_name, cmd_name)
        command: click.Command = getattr(import_module(f"tui.commands.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        options = {name for option in self.get_params(ctx) for name in option.opts}
        if args[:1] == ["help"] and not Path("help").exists():
            raise UsageError(f"write diptych {' '.join([*args[1:2], '--help'])}")
        if ctx.resilient_parsing and not args:  # the shell completes the first word: a command, or a path to read
            return super().parse_args(ctx, args)
        if not args or (args[0] not in COMMANDS and args[0] not in HIDDEN and args[0] not in options):
            _refuse_late_command(args)
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands and options that fit, and what `read` takes."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only if a shell asks

        if not incomplete.startswith("-"):
            commands = [
                CompletionItem(name, help=line) for name, line in COMMANDS.items() if name.startswith(incomplete)
            ]
            return [CompletionItem(incomplete, type="file"), *commands]
        read = self.get_command(ctx, DEFAULT)
        options = read.shell_complete(ctx, incomplete) if read else []
        items = [*click.Command.shell_complete(self, ctx, incomplete), *options]
        return [*{item.value: item for item in items}.values()]

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        with _as_one_line():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _as_one_line(ctx):
            return super().invoke(ctx)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command.

        An expected error becomes one line and status 2.
        """
        escape_unprintable()
        if COMPLETION_VARIABLE in os.environ:
            from tui.commands.completion_scripts import register  # noqa: PLC0415 - only if a shell asks

            register()
        try:
            return super().main(*args, **extra)
        except (DiptychError, *SYSTEM_ERRORS) as error:
            click.echo(error_line(error), err=True)
            sys.exit(2)


def _refuse_late_command(args: list[str]) -> None:
    """Raise UsageError if a command's name comes after options."""
    if not args or not args[0].startswith("-"):
        return
    for position, (before, word) in enumerate(pairwise(args), 1):
        # After an option it may be the option's value.
        if word in COMMANDS and not before.startswith("-") and not Path(word).exists():
            import shlex  # noqa: PLC0415 - only for this error

            raise UsageError(f"name the command first: diptych {word} {shlex.join(args[:position])} …")


@contextmanager
def _as_one_line(group: click.Context | None = None) -> Iterator[None]:
    """Raise click's errors as those of Diptych, and end if a pipe is closed."""
    try:
        yield
    except click.UsageError as error:
        message = error.format_message().rstrip(".")
        command = group.invoked_subcommand if group else ""
        path = error.ctx.command_path if error.ctx else " ".join(filter(None, ("diptych", command)))
        raise UsageError(f"{message[:1].lower()}{message[1:]}; see {path} --help") from error
    except BrokenPipeError:
        sys.exit(CLOSED_PIPE)


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Return a hint like 'did you mean "check"?', or "" without one."""
    similar = difflib.get_close_matches(name, list(names), n=1)
    return f'; did you mean "{similar[0]}"?' if similar else ""

"""`diptych completion`: print what makes a shell complete commands."""

import click

from tui.commands.completion_scripts import SHELLS
from tui.commands.output import print_lines
from tui.commands.table import COMPLETION_VARIABLE


@click.command()
@click.argument("shell", type=click.Choice(tuple(SHELLS)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script by which bash, zsh or fish completes diptych.

    Tab then completes commands, options, and names from the workspace: articles, propositions, speakers, kinds,
    annotators and tags. The script's comment says where to put it.

    \b
    Example:
      diptych completion bash
      eval "$(diptych completion bash)"
      diptych completion fish > ~/.config/fish/completions/diptych.fish
    """
    program = ctx.find_root().command
    print_lines(SHELLS[shell](program, {}, "diptych", COMPLETION_VARIABLE).source().splitlines())

"""End an interrupted change of several files: finish it or undo it."""

import click
from click.decorators import FC

from tui.commands.output import file_name, print_message
from tui.errors import UsageError
from tui.model import Workspace
from tui.storage.files.unfinished_change import how_to_go_on, is_unfinished, journal_path, unfinished_title
from tui.storage.records.several_files import finish_changes


def interruption_options(command: FC) -> FC:
    """Add the options that end an interrupted change, whatever it was."""
    undo = click.option("--undo", is_flag=True, help="Take back a change that was interrupted.")
    finish = click.option("--continue", "finish", is_flag=True, help="Finish a change that was interrupted.")
    return finish(undo(command))


def refuse_if_unfinished(workspace: Workspace) -> None:
    """Raise UsageError, which names the commands, if a change is unfinished."""
    if is_unfinished(workspace):
        advice = how_to_go_on(unfinished_title(workspace))
        raise UsageError(f"{journal_path(workspace)}: an earlier change is unfinished; {advice}")


def end_change(workspace: Workspace, *, named: bool, finish: bool, undo: bool) -> None:
    """Finish or take back the unfinished change, and print what was done.

    `named` says whether the command was also given something new to do. Exit with 1 if some files stay as they are.
    """
    if named or (finish and undo):
        raise UsageError("--continue and --undo stand alone; write one of them")
    unfinished, left = finish_changes(workspace, undo=undo)
    print_message(f"{'taken back' if undo else 'finished'}: {unfinished.title}")
    for path in left:
        print_message(f"diptych: {file_name(path)}: was changed by somebody else meanwhile, so it stays as it is")
    if left:
        click.get_current_context().exit(1)

"""The table of commands, against the commands themselves."""

import click
import pytest

from tui.cli import diptych
from tui.commands.table import COMMANDS, DEFAULT


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_of_a_command_is_the_first_of_its_help(name: str) -> None:
    command = diptych.get_command(click.Context(diptych), name)
    assert command is not None
    assert command.name == name
    assert (command.help or "").splitlines()[0] == COMMANDS[name]


def test_the_default_is_one_of_them() -> None:
    assert DEFAULT in COMMANDS


def test_no_other_name_is_a_command() -> None:
    assert diptych.get_command(click.Context(diptych), "options") is None

"""The table of commands must match the commands and their docs."""

from pathlib import Path

import click
import pytest
from command_line import run

from tui.cli import diptych
from tui.commands.table import COMMANDS, DEFAULT


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_its_line_in_its_own_help(name: str) -> None:
    command = diptych.get_command(click.Context(diptych), name)
    assert command is not None
    assert command.name == name
    assert (command.help or "").splitlines()[0] == COMMANDS[name]


def test_the_default_is_a_command() -> None:
    assert DEFAULT in COMMANDS


def test_a_module_without_a_line_is_no_command() -> None:
    assert diptych.get_command(click.Context(diptych), "options") is None


@pytest.mark.parametrize("name", [*COMMANDS, ""])
def test_help_has_an_example(name: str) -> None:
    result = run(*name.split(), "--help")
    assert result.exit_code == 0
    assert "Example:\n" in result.stdout
    assert "\n    diptych" in result.stdout


def test_the_docs_name_every_command_and_option() -> None:
    text = (Path(__file__).parents[3] / "docs/commands.md").read_text("utf-8")
    sections = {part.split("\n")[0].strip("` "): part for part in text.split("\n## ")[1:]}
    for name in COMMANDS:
        command = diptych.get_command(click.Context(diptych), name)
        assert command is not None
        section = sections[f"diptych {name}"]
        assert "```" in section
        options = {option for parameter in command.params for option in parameter.opts if option.startswith("-")}
        assert {option for option in options if f"`{option}`" not in section} == set()

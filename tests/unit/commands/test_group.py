"""The group of commands: the default one, and errors as one line."""

from pathlib import Path

import click
import pytest
from command_line import run

from tui.cli import diptych
from tui.commands.group import did_you_mean
from tui.commands.table import COMMANDS


def test_a_folder_named_like_a_command_needs_its_path(root: Path) -> None:
    (root / "check").mkdir()
    (root / "check/articles").mkdir()
    (root / "check/articles/one.txt").write_text("Only one", "utf-8")
    assert "Quotes: 5 exact" in run("check").stdout
    assert "A  Only one" in run("./check").stdout


def test_an_expected_error_is_one_line_and_status_2(root: Path) -> None:
    result = run("export", "-o", "gone/notes.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("diptych: ")
    assert result.stderr.count("\n") == 1


def test_any_other_error_is_raised(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tui.commands.check.article_ids", fail)
    with pytest.raises(ZeroDivisionError):
        diptych.main(["check"])


def test_what_is_no_command_and_no_option_is_an_argument_of_read(root: Path) -> None:
    assert run("articles/south.txt").stdout == run("read", "articles/south.txt").stdout
    assert run("--version").stdout.startswith("diptych, version ")


def test_help_and_completion_list_every_command_in_order(root: Path) -> None:
    assert diptych.list_commands(click.Context(diptych)) == list(COMMANDS)
    lines = run("--help").stdout.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in lines if line[2:3].strip()] == list(COMMANDS)


@pytest.mark.parametrize(("name", "hint"), [("chekc", '; did you mean "check"?'), ("zzz", ""), ("", "")])
def test_the_most_similar_name_is_suggested(name: str, hint: str) -> None:
    assert did_you_mean(name, ["read", "check", "checks"]) == hint


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("notes", "--foo"), "no such option '--foo'; see diptych notes --help"),
        (("notes", "--kind"), "option '--kind' requires an argument; see diptych notes --help"),
        (
            ("--annotator", "Ada", "note", "x", "--quote", "y"),
            "name the command first: diptych note --annotator Ada …",
        ),
        (("--annotator", "A B", "agreement"), "name the command first: diptych agreement --annotator 'A B' …"),
        (("--blind", "agreement"), "name the command first: diptych agreement …"),
        (("--annotator", "note", "zzz"), 'there is no file, folder or command "zzz"'),
        (("read", "--width", "3"), "invalid value for '--width': 3 is not in the range x>=20; see diptych read --help"),
        (("notes", "a", "b"), "got unexpected extra argument (b); see diptych notes --help"),
        (("notes", "--f\x1b[31m"), r"no such option '--f\x1b[31m'; see diptych notes --help"),
        (("help",), "write diptych --help"),
        (("help", "notes"), "write diptych notes --help"),
        (("-",), "stdin is empty, so there is nothing to add"),
    ],
)
def test_a_wrong_use_is_one_line_that_leads_to_the_help(root: Path, words: tuple[str, ...], message: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"diptych: {message}\n")


def test_a_folder_may_be_called_help(root: Path) -> None:
    (root / "help/articles").mkdir(parents=True)
    (root / "help/articles/one.txt").write_text("Only one", "utf-8")
    assert "A  Only one" in run("help").stdout


def test_a_closed_pipe_is_no_problem_of_the_files(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr("tui.commands.notes.print_lines", fail)
    assert run("notes").exit_code == 141

"""`diptych tutorial` outside a terminal."""

from pathlib import Path

from command_line import run


def test_a_pipe_gets_the_steps_and_where_the_story_is(tmp_path: Path) -> None:
    result = run("tutorial", str(tmp_path / "flood"))
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "1. Find a dispute"
    assert lines[7] == "8. Take your work with you"
    assert lines[8] == f"The story is in {tmp_path / 'flood'}; start this in a terminal."
    assert len(lines) == 9


def test_a_folder_of_something_else_is_a_wrong_use(root: Path) -> None:
    result = run("tutorial", ".")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"diptych: {root}: holds something else; name a new folder for the tutorial\n"

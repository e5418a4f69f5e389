"""`diptych completion` prints a script and how to install it."""

from pathlib import Path

import pytest
from command_line import run


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_says_in_one_line_how_to_install_it(root: Path, shell: str) -> None:
    result = run("completion", shell)
    assert (result.exit_code, result.stderr) == (0, "")
    comments = [line for line in result.stdout.splitlines() if line.startswith("# ")]
    assert len(comments) == 1
    assert f"diptych completion {shell}" in comments[0]
    assert "_DIPTYCH_COMPLETE" in result.stdout


def test_another_shell_is_a_wrong_use(root: Path) -> None:
    result = run("completion", "tcsh")
    assert result.exit_code == 2
    assert "'tcsh'" in result.stderr

"""The scripts for the shells, and the words that they pass on."""

import subprocess
from pathlib import Path

from completing import words_typed

from tui.cli import diptych
from tui.commands.completion_scripts import SHELLS, BashCompletion
from tui.commands.table import COMPLETION_VARIABLE


def script_for(shell: str) -> str:
    return SHELLS[shell](diptych, {}, "diptych", COMPLETION_VARIABLE).source()


def test_zsh_finds_its_script_by_the_first_line() -> None:
    assert script_for("zsh").startswith("#compdef diptych\n")


def test_fish_does_not_cut_names_at_a_comma() -> None:
    assert 'string split -m 1 ","' in script_for("fish")


def test_bash_accepts_its_script() -> None:
    checked = subprocess.run(["bash", "-n"], input=script_for("bash"), text=True, capture_output=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_bash_quotes_names_but_not_beside_a_quotation_mark(root: Path, tmp_path: Path) -> None:
    (tmp_path / "answer").write_text("#!/bin/sh\necho 'plain,Ada Holm'\n", "utf-8")
    (tmp_path / "answer").chmod(0o755)
    asked = "COMP_WORDS=(x '{}'); COMP_CWORD=1; _diptych_completion {}; printf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
    calls = "".join(asked.format(word, tmp_path / "answer") for word in ("Ada", '"Ada'))
    answer = subprocess.run(["bash"], input=script_for("bash") + calls, text=True, capture_output=True, check=True)
    assert answer.stdout == "Ada\\ Holm\nAda Holm\n"


def test_the_sign_between_an_option_and_its_value_is_no_word() -> None:
    with words_typed("diptych", "notes", "--kind", "=", "cl"):
        bash = BashCompletion(diptych, {}, "diptych", COMPLETION_VARIABLE)
        assert bash.get_completion_args() == (["notes", "--kind"], "cl")

"""The codebook and the README of a new workspace."""

from pathlib import Path

from tui.model import Proposition
from tui.storage.files.unfinished_change import JOURNAL
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import add_proposition
from tui.storage.workspace.new_workspace import create_workspace
from tui.storage.workspace.new_workspace_files import CODEBOOK, GIT_IGNORE, README


def test_the_codebook_is_valid_and_the_reader_adds_to_it(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path).workspace
    codebook, problems = RecordLoader(workspace).codebook()
    assert (problems, codebook.propositions) == ((), {})
    add_proposition(workspace, Proposition("ferry-runs", "The ferry runs"))
    text = workspace.codebook.read_text(encoding="utf-8")
    assert text == CODEBOOK.replace("propositions:\n", "propositions:\n  ferry-runs: The ferry runs\n")


def test_its_examples_are_valid_without_the_comment_signs(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path).workspace
    examples = CODEBOOK.replace("\n#  ", "\n  ")
    workspace.codebook.write_text(examples, encoding="utf-8")
    codebook, problems = RecordLoader(workspace).codebook()
    assert problems == ()
    assert codebook.propositions["bridge-open"].contradicts == ("bridge-closed",)
    assert codebook.kind("hints").label == "Hints"
    assert codebook.propositions["bridge-open"].verdict == "true since May"
    assert "Ann Lee" in codebook.speakers
    assert codebook.annotator_name("ah") == "Ada Holm"


def test_the_readme_has_five_lines_and_git_ignores_the_journal() -> None:
    assert README.count("\n") == 5
    assert JOURNAL in GIT_IGNORE.splitlines()

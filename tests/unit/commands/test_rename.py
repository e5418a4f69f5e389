"""`diptych rename`: names change everywhere, or nowhere."""

import errno
import json
from pathlib import Path
from unittest import mock

import pytest
from command_line import run

from tui.model import Workspace
from tui.storage.files.os_calls import OsCalls
from tui.storage.files.unfinished_change import journal_path


def contents(root: Path) -> dict[str, str]:
    return {str(path.relative_to(root)): path.read_text() for path in root.rglob("*") if path.is_file()}


def test_a_proposition_is_named_by_its_sentence(root: Path) -> None:
    result = run("rename", "proposition", "the radar of the Aurora failed", "radar-broke")
    assert result.stdout.split() == ["annotations/north.yaml", "annotations/south.yaml", "annotations/codebook.yaml"]
    assert 'rename the proposition "radar-failed" to "radar-broke": 3 records in 2 articles, 3 files' in result.stderr
    assert "radar-failed" not in "".join(contents(root).values())
    assert run("check").exit_code == 0


def test_a_merge_needs_its_option(root: Path) -> None:
    before = contents(root)
    result = run("rename", "proposition", "inquiry", "radar-failed")
    assert (result.exit_code, contents(root)) == (2, before)
    assert "add --merge to merge" in result.stderr
    assert "(1 record in 1 article, 2 files)" in result.stderr
    result = run("rename", "proposition", "inquiry", "radar-failed", "--dry-run")
    assert (result.exit_code, contents(root)) == (0, before)
    assert result.stderr.startswith("would merge")
    assert run("rename", "proposition", "inquiry", "radar-failed", "--merge").exit_code == 0
    shape = json.loads(run("propositions", "--json").stdout)
    assert [(item["id"], item["records"]) for item in shape] == [("radar-failed", 4), ("nobody-hurt", 1)]


def test_an_article_and_a_tag_and_a_speaker(root: Path) -> None:
    assert run("rename", "tag", "radar", "engine").exit_code == 0
    assert run("rename", "speaker", "The company", "Aurora Lines").exit_code == 0
    assert run("rename", "article", "north", "gazette").exit_code == 0
    (record,) = json.loads(run("notes", "--tag", "engine", "--json").stdout)
    assert (record["article"], record["speaker"]) == ("gazette", ["Aurora Lines"])
    assert run("check").exit_code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["proposition", "radar-faild", "x"], 'no proposition is called "radar-faild"; did you mean "radar-failed"?'),
        (["proposition", "inquiry", "It is so"], '"It is so" is no slug'),
        (["tag", "radar"], "write what to rename"),
        (["colour", "a", "b"], "is not one of 'proposition'"),
        (["tag", "radar", "radar"], '"radar" is the name already'),
        (["--continue"], "no change is unfinished"),
        (["--continue", "--undo"], "stand alone"),
    ],
)
def test_what_cannot_be_done_is_told(root: Path, words: list[str], message: str) -> None:
    result = run("rename", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def interrupt(*words: str) -> str:
    """Run a command on a disk that is full after two files, and stays so."""
    real, count = OsCalls.replace, iter(range(99))

    def replace(self: OsCalls, source: Path, target: Path) -> None:
        if next(count) > 1:
            raise OSError(errno.ENOSPC, "full")
        real(self, source, target)

    with mock.patch.object(OsCalls, "replace", replace):
        return run(*words).stderr


@pytest.mark.parametrize("option", ["--continue", "--undo"])
def test_an_interrupted_change_is_told_by_each_command_and_ended_by_one(
    root: Path, ferry: Workspace, option: str
) -> None:
    before = contents(root)
    assert "part of the change is done" in interrupt("rename", "proposition", "radar-failed", "broke")
    assert contents(root) != before
    for command in (["check"], ["compare"], ["notes"]):
        assert "interrupted; finish it with diptych rename --continue" in "".join(run(*command).output)
    assert "an earlier change is unfinished" in run("rename", "tag", "radar", "x").stderr
    result = run("rename", option)
    assert result.exit_code == 0
    assert 'rename the proposition "radar-failed" to "broke"' in result.stderr
    assert not journal_path(ferry).exists()
    assert (contents(root) == before) is (option == "--undo")
    assert run("check").exit_code == 0


def test_a_file_that_was_edited_meanwhile_is_named(root: Path) -> None:
    interrupt("rename", "proposition", "radar-failed", "broke")
    (root / "annotations/south.yaml").write_text("annotations: []\n")
    result = run("rename", "--continue")
    assert result.exit_code == 1
    assert "annotations/south.yaml: was changed by somebody else meanwhile, so it stays as it is" in result.stderr

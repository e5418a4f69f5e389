"""What tells git to merge annotations by field."""

import shlex
from pathlib import Path

import pytest

from tui.errors import SaveError
from tui.storage.files.git_repository import create_repository, run_git
from tui.storage.git.merge_setup import ATTRIBUTES, add_attributes, driver_command, set_merge_driver


def test_attributes_are_added_once_to_what_is_there(tmp_path: Path) -> None:
    file = tmp_path / ".gitattributes"
    assert add_attributes(file)
    assert file.read_text("utf-8") == ATTRIBUTES
    assert not add_attributes(file)
    file.write_bytes(b"*.bin binary \xff")
    assert add_attributes(file)
    assert file.read_bytes() == b"*.bin binary \xff\n" + ATTRIBUTES.encode()


def test_the_attributes_are_those_of_annotations_only(tmp_path: Path) -> None:
    create_repository(tmp_path)
    add_attributes(tmp_path / ".gitattributes")
    files = ("annotations/a.yaml", "annotations/a/ada.x.yaml", "annotations/codebook.yaml", "a.yaml", "b/annotations/a")
    output = run_git(tmp_path, "check-attr", "merge", "--", *files).stdout.splitlines()
    assert [line.rsplit(" ", 1)[1] for line in output] == [*["diptych"] * 3, *["unspecified"] * 2]


def test_a_command_with_any_characters_reaches_the_shell_whole() -> None:
    program = ('/o\'b $(x) %A/`y`;"z"/diptych', "-m")
    command = driver_command(program)
    assert "%%A" in command
    assert shlex.split(command.replace("%%", "%"))[:2] == list(program)
    assert command.endswith(" merge-driver %O %A %B %P")


def test_the_driver_is_in_the_repository_config(tmp_path: Path) -> None:
    create_repository(tmp_path)
    set_merge_driver(tmp_path)
    assert run_git(tmp_path, "config", "--local", "merge.diptych.driver").stdout.endswith(" merge-driver %O %A %B %P\n")
    (tmp_path / ".git" / "config").write_text("[", encoding="utf-8")
    with pytest.raises(SaveError, match=r"git config .* failed \(.*\); see docs/git.md"):
        set_merge_driver(tmp_path)

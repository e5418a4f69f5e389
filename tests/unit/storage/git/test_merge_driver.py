"""The merge driver's files."""

from pathlib import Path

import pytest

from tui.storage.git.merge_driver import DriverResult, merge_files

BASE = "annotations:\n- id: a\n  kind: note\n  body: x\n"


def merged(folder: Path, *texts: str) -> tuple[DriverResult, str]:
    files = [folder / name for name in ("base", "ours", "-theirs")]
    for file, text in zip(files, texts, strict=True):
        file.write_bytes(text.encode())
    return merge_files(*files), files[1].read_bytes().decode()


def test_our_file_becomes_the_merged_one_with_its_byte_order_mark(tmp_path: Path) -> None:
    ours, theirs = "\ufeff" + BASE.replace("note", "claim"), BASE.replace("x", "y")
    result, text = merged(tmp_path, BASE, ours, theirs)
    assert (result, result.status, text) == (DriverResult(0, by_field=True), 0, ours.replace("x", "y"))


def test_a_conflict_is_a_status(tmp_path: Path) -> None:
    result, text = merged(tmp_path, BASE, BASE.replace("x", "y"), BASE.replace("x", "z"))
    assert (result.status, text.count("<<<<<<< ours\n")) == (1, 1)


@pytest.mark.parametrize(
    ("ours", "theirs", "status", "lines"),
    [
        ("a: [\nb\nc\nd\n", "a: 1\nb\nc\nnew\n", 1, "a: [\nb\nc\nnew\n"),
        ("a: [\nb\nc\nd\n", "a: {\nb\nc\nd\n", 1, "<<<<<<< ours\na: [\n=======\na: {\n>>>>>>> theirs\nb\nc\nd\n"),
    ],
)
def test_what_is_not_yaml_is_merged_as_text(tmp_path: Path, ours: str, theirs: str, status: int, lines: str) -> None:
    result, text = merged(tmp_path, "a: 1\nb\nc\nd\n", ours, theirs)
    assert (result.by_field, result.status, text) == (False, status, lines)


def test_a_list_in_brackets_is_merged_as_text_and_checked(tmp_path: Path) -> None:
    base = "annotations: [{id: x},\n{id: b},\n{id: c},\n{id: z}]\n"
    result, text = merged(tmp_path, base, base.replace("x", "w"), base.replace("z", "v"))
    assert (result, text) == (DriverResult(0, by_field=False), base.replace("x", "w").replace("z", "v"))


def test_what_git_cannot_merge_stays_and_is_a_conflict(tmp_path: Path) -> None:
    result, text = merged(tmp_path, BASE, "a: \0\n", BASE)
    assert (result.status, text) == (1, "a: \0\n")

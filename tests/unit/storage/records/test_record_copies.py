"""Copies of record files are found by their names and ids."""

import pytest
from record_files import ANY, bare_workspace, claim

from tui.model import Workspace
from tui.storage.records.record_copies import original_stem, record_copies
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import create


@pytest.fixture
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return bare_workspace(tmp_path_factory.mktemp("w"))


def copies(workspace: Workspace) -> list[tuple[str, str, str]]:
    """Return each record with a copy: its file, the copy's and its body."""
    pairs = record_copies(RecordLoader(workspace).records("a", ANY).records)
    return [(record.file.name, copy.file.name, copy.annotation.body) for record, copy in pairs]


@pytest.mark.parametrize("name", ["{} (1)", "Copy of {}", "{}.sync-conflict-20240104-101010-ABCDEFG", "{} - Kopie (2)"])
def test_a_copy_is_found_with_what_it_says(workspace: Workspace, name: str) -> None:
    record = create(workspace, claim(body="one"))
    text = record.file.read_text("utf-8")
    copy = record.file.with_stem(name.format(record.file.stem))
    copy.write_text(text.replace("one", "two"), "utf-8")
    assert copies(workspace) == [(record.file.name, copy.name, "two")]


@pytest.mark.parametrize("text", ["", "[", "id: other\nkind: note\nbody: x\n", "- 1\n"])
def test_other_or_broken_files_are_no_copies(workspace: Workspace, text: str) -> None:
    record = create(workspace, claim(body="one"))
    record.file.with_stem(f"{record.file.stem} (1)").write_text(text, "utf-8")
    record.file.with_stem("unlike").write_text(record.file.read_text("utf-8"), "utf-8")
    assert copies(workspace) == []


@pytest.mark.parametrize(
    ("stem", "original"),
    [("ada.k3x9 (1)", "ada.k3x9"), ("Copy of ada.k3x9", "ada.k3x9"), ("ada.k3x9", ""), ("ada.k3x9y", ""), ("x", "")],
)
def test_the_own_file_of_a_copy(stem: str, original: str) -> None:
    assert original_stem(stem, "k3x9") == original

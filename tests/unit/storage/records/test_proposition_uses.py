"""Tests of `tui.storage.records.proposition_uses`."""

from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from coast_workspace import coast_workspace
from record_files import bare_workspace, write_list

from tui.errors import RecordError
from tui.model import Annotation, Workspace
from tui.storage.records import proposition_uses
from tui.storage.records.proposition_uses import is_used
from tui.storage.records.repository import create


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return bare_workspace(tmp_path)


@pytest.mark.parametrize(
    ("item", "used"),
    [
        ("{id: x, kind: note, about: fog}", True),
        ('{id: x, kind: note, about: "fog"}', True),
        ("{id: x, kind: note, about: foggy}", False),
        ("{id: x, kind: note, body: fog}", False),
        ("{id: x, kind: note, body: fog", True),
    ],
)
def test_a_record_of_a_list_uses_it_if_it_is_about_it(workspace: Workspace, item: str, used: bool) -> None:
    write_list(workspace, f"annotations:\n  - {{id: one, kind: note}}\n  - {item}\n")
    assert is_used(workspace, "fog") is used


@pytest.mark.parametrize("article", ["closed", ""])
def test_a_record_in_its_own_file_uses_it(workspace: Workspace, article: str) -> None:
    workspace.annotations.mkdir()
    assert not is_used(workspace, "fog")
    create(workspace, Annotation("n", "note", article, about="fog"))
    assert is_used(workspace, "fog")
    assert not is_used(workspace, "calm")


def test_a_folder_that_cannot_be_read_is_a_use(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    create(workspace, Annotation("n", "note", "closed"))
    assert not is_used(workspace, "fog")

    def refused(folder: Path) -> list[Path]:
        raise RecordError("cannot be read", folder)

    monkeypatch.setattr(proposition_uses, "yaml_files", refused)
    assert is_used(workspace, "fog")


def test_the_codebook_itself_is_no_use_and_an_unreadable_file_is_one(workspace: Workspace) -> None:
    workspace.annotations.mkdir()
    workspace.codebook.write_text("about: fog\n")
    assert not is_used(workspace, "fog")
    workspace.list_file("b").mkdir()
    assert is_used(workspace, "fog")


@pytest.mark.parametrize("values", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["NFC", "NFD"])
def test_a_slug_is_used_in_every_unicode_form(tmp_path: Path, values: str, asked: Literal["NFC", "NFD"]) -> None:
    workspace = coast_workspace(tmp_path, values=values)
    assert is_used(workspace, normalize(asked, "große-häuser"))
    assert not is_used(workspace, normalize(asked, "große-hauser"))

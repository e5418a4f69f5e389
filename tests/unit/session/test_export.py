"""Tests of `tui.session.export`."""

from pathlib import Path

import pytest

from tui.errors import OverwriteError, SaveError
from tui.model import Workspace
from tui.session.export import export_to_file
from tui.storage.workspace.plain_loader import read_collation


def export(workspace: Workspace, name: str, *, group_by: str = "article", overwrite: bool = False) -> Path:
    return export_to_file(read_collation(workspace), name, group_by=group_by, overwrite=overwrite)


def test_the_accounts_are_written_as_markdown(ferry: Workspace, tmp_path: Path) -> None:
    path = export(ferry, str(tmp_path / "notes.md"))
    assert path == tmp_path / "notes.md"
    text = path.read_text("utf-8")
    assert text.startswith("# Accounts compared\n")
    assert "Nobody was hurt" in text


def test_records_are_grouped_as_chosen(ferry: Workspace, tmp_path: Path) -> None:
    assert "## By speaker\n\n### Ada Holm\n" in export(ferry, str(tmp_path / "a.md"), group_by="speaker").read_text(
        "utf-8"
    )


def test_a_name_may_begin_with_the_home_folder(ferry: Workspace, own_home: Path) -> None:
    assert export(ferry, "~/notes.md") == own_home / "notes.md"
    assert (own_home / "notes.md").is_file()


def test_a_file_is_overwritten_only_if_chosen(ferry: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("mine", "utf-8")
    with pytest.raises(OverwriteError):
        export(ferry, str(path))
    assert path.read_text("utf-8") == "mine"
    export(ferry, str(path), overwrite=True)
    assert path.read_text("utf-8").startswith("# Accounts")


@pytest.mark.parametrize("name", ["", "  ", "folder"])
def test_a_folder_or_no_name_is_refused(
    ferry: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(SaveError, match="give the name of a file"):
        export(ferry, name, overwrite=True)
    assert not list((tmp_path / "folder").iterdir())


def test_a_folder_that_is_missing_is_an_error(ferry: Workspace, tmp_path: Path) -> None:
    with pytest.raises(SaveError):
        export(ferry, str(tmp_path / "missing" / "notes.md"))


@pytest.mark.parametrize("name", ["~nobody-of-this-name/notes.md", "x" * 300, "/dev/null/notes.md"])
def test_a_name_that_cannot_be_written_is_reported(
    ferry: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SaveError):
        export(ferry, name)

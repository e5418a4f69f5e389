"""Git repositories."""

from pathlib import Path

import pytest

from tui.errors import SaveError, UsageError, WorkspaceError
from tui.storage.files import git_repository
from tui.storage.files.git_repository import create_repository, is_in_repository, require_git


def test_a_folder_becomes_a_repository_with_its_subfolders(tmp_path: Path) -> None:
    assert not is_in_repository(tmp_path)
    create_repository(tmp_path)
    (tmp_path / "inner").mkdir()
    assert is_in_repository(tmp_path / "inner")


def test_what_git_says_is_reported(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("nonsense", encoding="utf-8")
    with pytest.raises(SaveError, match=r"git init failed \(.*git.*\); run it there yourself"):
        create_repository(tmp_path)


def test_a_missing_git_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    require_git()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git is not installed"):
        require_git()


def test_a_git_that_does_not_end_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = tmp_path / "git"
    git.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(git_repository, "_SECONDS", 0.05)
    with pytest.raises(WorkspaceError, match="git took more than 0 s; run git rev-parse there to see why"):
        is_in_repository(tmp_path)


def test_a_folder_that_is_gone_is_reported(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="is where git cannot be run: No such file or directory"):
        is_in_repository(tmp_path / "gone")

"""The user's folders, and the names of workspaces in them."""

import os
import re
from pathlib import Path

import pytest

from tui.model import Workspace
from tui.storage.files.user_dirs import user_folder, workspace_key


def test_each_kind_of_file_has_a_folder_of_its_own() -> None:
    for kind, variable in (("cache", "CACHE"), ("config", "CONFIG"), ("data", "DATA"), ("state", "STATE")):
        home = Path(os.environ[f"XDG_{variable}_HOME"])
        assert user_folder(kind) == home / "diptych"  # type: ignore[arg-type]
        assert not home.exists(), "asking for a folder does not make it"


def test_a_key_is_the_same_however_the_path_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert workspace_key(Workspace(Path("w"), Path("w/a"))) == workspace_key(
        Workspace(tmp_path / "w", tmp_path / "w/a")
    )


def test_other_paths_have_another_key(tmp_path: Path) -> None:
    root, articles = tmp_path / "w", tmp_path / "w" / "articles"
    workspaces = [
        Workspace(root, articles),
        Workspace(root, root / "seeds"),
        Workspace(root, articles, (articles / "a.txt",)),
        Workspace(root, articles, (articles / "b.txt", articles / "a.txt")),
        Workspace(tmp_path / "x" / "w", articles),
    ]
    assert len({workspace_key(workspace) for workspace in workspaces}) == 5
    assert workspace_key(workspaces[0]) == workspace_key(Workspace(root, articles))


@pytest.mark.parametrize("name", ["Çavuşoğlu's", "", "..", "a/b", "\ud800", "x" * 300])
def test_a_key_is_a_file_name_on_every_system(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]{1,40}-[0-9a-f]{8}", workspace_key(Workspace(Path(name), Path(name))))

"""The bundled sample."""

from pathlib import Path

import pytest

from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.sample import packaged_sample, sample_workspace


def test_the_sample_is_copied_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    workspace = sample_workspace()
    assert workspace.root == tmp_path / "diptych" / "sample"
    assert article_ids(workspace) == article_ids(open_workspace(packaged_sample()))
    assert workspace.codebook.is_file()
    (workspace.annotations / "mine.yaml").write_text("x")
    assert sample_workspace() == workspace
    assert (workspace.annotations / "mine.yaml").exists()
    assert [each.name for each in workspace.root.parent.iterdir()] == ["sample"]


def test_without_a_data_folder_the_packaged_sample_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    assert sample_workspace().root == packaged_sample()

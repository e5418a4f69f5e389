"""A new workspace: what is created, and what is kept."""

from pathlib import Path

import pytest

from tui.errors import DiptychError, UsageError
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.new_workspace import create_workspace


def names(paths: tuple[Path, ...], root: Path) -> list[str]:
    return [str(path.relative_to(root)) for path in paths]


def test_a_new_folder_becomes_a_workspace(tmp_path: Path) -> None:
    root = tmp_path / "a" / "b"
    result = create_workspace(root)
    assert names(result.created, root) == ["articles", "annotations", "annotations/codebook.yaml", "README.md"]
    assert result.kept == ()
    assert open_workspace(root) == result.workspace


def test_what_is_there_is_kept_and_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    (tmp_path / "annotations").mkdir()
    (tmp_path / "annotations" / "codebook.yaml").symlink_to("nowhere.yaml")
    result = create_workspace(tmp_path)
    assert names(result.created, tmp_path) == ["articles"]
    assert names(result.kept, tmp_path) == ["annotations", "annotations/codebook.yaml", "README.md"]
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "annotations" / "nowhere.yaml").exists()
    assert create_workspace(tmp_path).created == ()


def test_articles_in_seeds_stay_there(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert create_workspace(tmp_path).workspace.articles == tmp_path / "seeds"
    assert not (tmp_path / "articles").exists()


@pytest.mark.parametrize("name", ["", "articles", "annotations"])
def test_a_file_in_the_way_is_reported_before_anything_is_written(tmp_path: Path, name: str) -> None:
    root = tmp_path / "root"
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("", encoding="utf-8")
    with pytest.raises(DiptychError, match="is not a folder"):
        create_workspace(root)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [(root / name).name]
    assert not (root / "README.md").exists()


def test_a_repository_is_created_once(tmp_path: Path) -> None:
    result = create_workspace(tmp_path, git=True)
    assert names(result.created, tmp_path)[-3:] == [".gitignore", ".gitattributes", ".git"]
    assert (tmp_path / ".git").is_dir()
    assert names(create_workspace(tmp_path / "inner", git=True).created, tmp_path)[-1] == "inner/.gitattributes"


def test_an_older_workspace_gets_the_attributes(tmp_path: Path) -> None:
    create_workspace(tmp_path, git=True)
    (tmp_path / ".gitattributes").write_text("*.pdf binary\n", encoding="utf-8")
    result = create_workspace(tmp_path, git=True)
    assert (result.created, names(result.changed, tmp_path)) == ((), [".gitattributes"])
    assert tmp_path / ".gitattributes" not in result.kept
    assert create_workspace(tmp_path, git=True).changed == ()


def test_without_git_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="leave --git out"):
        create_workspace(tmp_path / "new", git=True)
    assert not (tmp_path / "new").exists()

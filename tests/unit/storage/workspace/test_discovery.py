"""Workspaces are found."""

from pathlib import Path

import pytest

from tui.errors import ArticleError, WorkspaceError
from tui.model import Workspace
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.discovery import find_workspace, open_workspace, workspace_of_files
from tui.storage.workspace.plain_loader import read_collation


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "w"
    (folder / "seeds").mkdir(parents=True)
    for name in ("b.txt", "a.md", "C.TXT", ".hidden.txt", "d.pdf", ".txt"):
        (folder / "seeds" / name).write_text(name)
    (folder / "seeds" / "e.txt").symlink_to(folder / "seeds" / "b.txt")
    (folder / "seeds" / "folder.txt").mkdir()
    return folder


def test_a_workspace_is_found_from_below(root: Path) -> None:
    deep = root / "x" / "y"
    deep.mkdir(parents=True)
    found = find_workspace(deep)
    assert found == Workspace(root, root / "seeds")
    assert find_workspace(root / "seeds") == found
    assert open_workspace(root) == found
    assert open_workspace(root / "seeds") == found


def test_a_path_with_dots_leads_to_the_same_place(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "seeds")
    assert open_workspace(Path("..")) == Workspace(root, root / "seeds")
    assert open_workspace(Path()) == Workspace(root, root / "seeds")
    assert workspace_of_files([Path("../seeds/b.txt")]).files == (root / "seeds" / "b.txt",)


def test_the_folder_with_articles_wins(root: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("a")
    assert open_workspace(tmp_path).articles.name == "articles"


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "create articles/ in it"), ("none", "no such folder"), ("file", "is not a folder")],
)
def test_what_is_no_workspace(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkspaceError, match=said):
        open_workspace(tmp_path / name)


def test_named_files_keep_their_order_and_their_workspace(root: Path) -> None:
    files = (root / "seeds" / "b.txt", root / "seeds" / "a.md")
    workspace = workspace_of_files(files)
    assert workspace == Workspace(root, root / "seeds", files)
    assert article_ids(workspace) == ("b", "a")
    assert read_article(workspace, "a").text == "a.md"
    with pytest.raises(ArticleError, match="no such article"):
        read_article(workspace, "C")


def test_loose_files_are_their_own_workspace(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "x" / "two.txt"
    two.parent.mkdir()
    for file in (one, two):
        file.write_text(file.stem)
    workspace = workspace_of_files([one, two])
    assert workspace.root == tmp_path
    assert [account.article.text for account in read_collation(workspace).accounts] == ["one", "two"]


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    for file in (tmp_path / "a.txt", tmp_path / "x" / "a.txt", tmp_path / "a.pdf"):
        file.write_text("a")
    with pytest.raises(WorkspaceError, match="has the same name"):
        workspace_of_files([tmp_path / "a.txt", tmp_path / "x" / "a.txt"])
    with pytest.raises(WorkspaceError, match="is not an article"):
        workspace_of_files([tmp_path / "a.pdf"])
    with pytest.raises(WorkspaceError, match="no such article"):
        workspace_of_files([tmp_path / "b.txt"])
    with pytest.raises(WorkspaceError, match="no article is named"):
        workspace_of_files([])

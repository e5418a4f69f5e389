"""The files of the articles."""

from pathlib import Path

import pytest

from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.discovery import open_workspace
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


def test_articles_are_text_files_by_their_stem(root: Path) -> None:
    assert article_ids(open_workspace(root)) == ("C", "a", "b", "e")
    assert read_article(open_workspace(root), "C").text == "C.TXT"
    assert read_article(open_workspace(root), "a").path.name == "a.md"


def test_an_empty_workspace_is_fine(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    workspace = open_workspace(tmp_path)
    assert article_ids(workspace) == ()
    assert read_collation(workspace).accounts == ()


def test_no_article_is_read_to_list_them(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    assert article_ids(open_workspace(root))

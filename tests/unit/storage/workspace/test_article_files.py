"""The files of the articles."""

from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from coast_workspace import coast_workspace

from tui.storage.workspace.article_files import article_entries, article_ids, article_names, article_path
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.discovery import open_workspace, workspace_of_files
from tui.storage.workspace.plain_loader import read_collation
from tui.storage.workspace.unread_articles import unread_articles

Form = Literal["NFC", "NFD"]


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
    assert article_ids(open_workspace(root)) == ("a", "b", "C", "e")
    assert read_article(open_workspace(root), "C").text == "C.TXT"
    assert read_article(open_workspace(root), "a").path.name == "a.md"


def test_articles_are_in_natural_order(tmp_path: Path) -> None:
    names = ("day1", "Day2", "day10", "Zeit", "agency", "ärzte")
    (tmp_path / "articles").mkdir()
    for name in names:
        (tmp_path / "articles" / f"{name}.txt").write_text(name)
    ids = ("agency", "ärzte", "day1", "Day2", "day10", "Zeit")
    assert article_ids(open_workspace(tmp_path)) == ids
    accounts = read_collation(open_workspace(tmp_path)).accounts
    assert [(account.siglum, account.article.id) for account in accounts] == [*zip("ABCDEF", ids, strict=True)]


def test_an_empty_workspace_is_fine(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    workspace = open_workspace(tmp_path)
    assert article_ids(workspace) == ()
    assert read_collation(workspace).accounts == ()


def test_no_article_is_read_to_list_them(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    assert article_ids(open_workspace(root))


def test_of_two_files_of_one_name_both_ways_choose_the_same(root: Path) -> None:
    for name in ("b.md", "x.MD", "x.TXT", "y.md", "y.txt"):
        (root / "seeds" / name).write_text("")
    workspace = open_workspace(root)
    chosen = {article_id: entry.name for article_id, entry in article_entries(workspace.articles)}
    paths = {article_id: article_path(workspace, article_id) for article_id in article_ids(workspace)}
    assert chosen == {article_id: path.name for article_id, path in paths.items() if path}
    assert (chosen["b"], chosen["x"], chosen["y"]) == ("b.txt", "x.MD", "y.txt")
    assert article_path(workspace, "none") is None


def test_files_named_one_by_one_are_all_there_is(root: Path) -> None:
    workspace = workspace_of_files([root / "seeds" / "b.txt"])
    assert article_path(workspace, "b") == root / "seeds" / "b.txt"
    assert article_path(workspace, "a") is None


def test_names_are_those_of_article_files_and_links_to_them(root: Path) -> None:
    assert sorted(article_names(root / "seeds")) == ["C.TXT", "a.md", "b.txt", "e.txt"]
    assert article_names(root / "none") == []


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["NFC", "NFD"])
def test_an_article_is_found_in_either_unicode_form(tmp_path: Path, on_disk: Form, asked: Form) -> None:
    workspace = coast_workspace(tmp_path, on_disk)
    assert article_ids(workspace) == ("Küste",)
    assert read_article(workspace, normalize(asked, "Küste")).id == "Küste"
    (path,) = workspace.articles.iterdir()
    assert article_path(workspace, normalize(asked, "Küste")) == path
    assert dict(article_entries(workspace.articles)).keys() == {"Küste"}
    assert article_ids(workspace_of_files([path])) == ("Küste",)
    assert article_path(workspace_of_files([path]), normalize(asked, "Küste")) == path


def test_two_unicode_forms_of_a_name_are_twins(tmp_path: Path) -> None:
    workspace = coast_workspace(tmp_path)
    (workspace.articles / normalize("NFD", "Küste.txt")).write_text("x")
    (problem,) = unread_articles(workspace)
    assert problem.message.startswith("is not read, because Küste.txt has the same name")

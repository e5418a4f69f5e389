"""Workspaces and articles."""

from pathlib import Path

import pytest

from tui.errors import ArticleError, WorkspaceError
from tui.model import Codebook, Workspace
from tui.storage.files.filenames import file_slug
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.discovery import find_workspace, open_workspace, workspace_of_files
from tui.storage.workspace.plain_loader import plain_loader, read_collation
from tui.storage.workspace.sample import packaged_sample, sample_workspace


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


def test_articles_are_text_files_by_their_stem(root: Path) -> None:
    assert article_ids(open_workspace(root)) == ("C", "a", "b", "e")
    assert read_article(open_workspace(root), "C").text == "C.TXT"
    assert read_article(open_workspace(root), "a").path.name == "a.md"


def test_a_path_with_dots_leads_to_the_same_place(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "seeds")
    assert open_workspace(Path("..")) == Workspace(root, root / "seeds")
    assert open_workspace(Path()) == Workspace(root, root / "seeds")
    assert workspace_of_files([Path("../seeds/b.txt")]).files == (root / "seeds" / "b.txt",)


def test_an_empty_workspace_is_fine(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    workspace = open_workspace(tmp_path)
    assert article_ids(workspace) == ()
    assert read_collation(workspace).accounts == ()


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


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a\nb\xff", "a.txt:2:2: byte 0xff is not UTF-8"),
        ("é\r\n\0".encode(), "a.txt:2:1: holds a NUL character"),
        ("é".encode("utf-16"), "a.txt:1:1: is UTF-16"),
        (None, "a.txt: no such article"),
    ],
)
def test_articles_that_cannot_be_read(tmp_path: Path, content: bytes | None, said: str) -> None:
    (tmp_path / "articles").mkdir()
    if content is not None:
        (tmp_path / "articles" / "a.txt").write_bytes(content)
    with pytest.raises(ArticleError) as caught:
        read_article(open_workspace(tmp_path), "a")
    assert str(caught.value).removeprefix(f"{tmp_path}/articles/").startswith(said)


@pytest.mark.parametrize("name", ["../a", "a/b", "..", "", "a\0b", "a\ud800"])
def test_an_article_never_lies_elsewhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "a.txt").write_text("secret")
    with pytest.raises(ArticleError, match="cannot be an article's name"):
        plain_loader(open_workspace(tmp_path)).account(name, Codebook(), "A")


def test_an_article_cannot_be_called_codebook(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "Codebook.txt").write_text("x")
    with pytest.raises(ArticleError, match="codebook's name"):
        read_article(open_workspace(tmp_path), "Codebook")


def test_the_text_is_canonical(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_bytes("\ufeffa\r\nb\rc\x0c\u2028".encode())
    assert read_article(open_workspace(tmp_path), "a").text == "a\nb\nc\x0c\u2028"


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


def test_no_article_is_read_to_list_them(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    assert article_ids(open_workspace(root))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Anna B.", "anna-b"),
        ("Çavuşoğlu", "cavusoglu"),
        ("../../etc/passwd", "etc-passwd"),
        ("字", "anon"),
        ("", "anon"),
        ("CON", "x-con"),
        ("lpt1", "x-lpt1"),
        ("x" * 300, "x" * 40),
        ("a\x00b\u202ec", "a-b-c"),
    ],
)
def test_names_of_files_are_safe_everywhere(name: str, safe: str) -> None:
    assert file_slug(name) == safe

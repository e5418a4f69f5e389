"""Articles are read."""

from pathlib import Path

import pytest
from blocked_paths import block

from tui.errors import ArticleError
from tui.model import Codebook
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.discovery import open_workspace
from tui.storage.workspace.plain_loader import plain_loader


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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("FIFO", "is not a file; move it away"),
        ("folder", "is not a file; move it away"),
        ("link to zeros", "is not a file; move it away"),
        ("link to itself", "is a link that leads to itself; move it away"),
        ("link to nothing", "no such article; check the name, or put the file there"),
    ],
)
def test_what_has_an_articles_name_but_is_none_is_reported(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "articles").mkdir()
    block(tmp_path / "articles" / "a.txt", name)
    with pytest.raises(ArticleError, match=f"a.txt: {said}"):
        read_article(open_workspace(tmp_path), "a")

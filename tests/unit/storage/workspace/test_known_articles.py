"""A document that is an article already is found."""

import pytest

from tui.model import Byline, Workspace
from tui.storage.workspace.known_articles import article_of_url, articles_of_text
from tui.storage.workspace.new_articles import write_article, write_source


@pytest.mark.parametrize("url", ["https://a.example/b", "http://a.example/b/", "https://a.example/b#top"])
def test_an_article_is_found_by_its_address(ferry: Workspace, url: str) -> None:
    write_article(ferry, "bridge", ".md", b"Text")
    write_source(ferry, "bridge", Byline(url="https://a.example/b"))
    assert article_of_url(ferry, url) == "bridge"
    assert article_of_url(ferry, f"{url}x".replace("#", "y#")) == ""


def test_an_article_is_found_by_its_text(ferry: Workspace) -> None:
    write_article(ferry, "bridge", ".md", b"Text")
    assert list(articles_of_text(ferry, b"Text")) == ["bridge"]
    assert list(articles_of_text(ferry, b"Other")) == []

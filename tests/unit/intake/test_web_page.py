"""A page becomes an article, and what it has besides is named."""

import json

import pytest

from tui.errors import DocumentError
from tui.intake.original import Original
from tui.intake.web_page import web_page_extracts

_LONG = "The minister said that the bridge would be closed for at least three more weeks."
_PAGE = f"""<!doctype html><title>Bridge</title><meta name=author content=Ada>
<nav><ul><li><a>Home</a><li><a>News</a></ul></nav>
<article><h1>Bridge closed</h1><p>{_LONG}
<figure><img alt="A bridge"><figcaption>The bridge in May</figcaption></figure><p>{_LONG}
</article><footer>© 2026</footer>"""


def test_a_page_becomes_an_article_with_its_source() -> None:
    (extract,) = web_page_extracts(Original(_PAGE.encode(), url="https://www.north.example/bridge"))
    assert extract.text == f"# Bridge closed\n\n{_LONG}\n\n{_LONG}\n"
    assert (extract.title, extract.outlet, extract.author) == ("Bridge closed", "north.example", "Ada")


def test_what_is_left_out_is_named_and_a_list_is_one() -> None:
    (extract,) = web_page_extracts(Original(_PAGE.encode()))
    assert extract.left_out == ("Home · News", "The bridge in May", "© 2026", "[picture: A bridge]")


@pytest.mark.parametrize(
    "body", ["It *is* & stays closed.\n\nShe said so.", "<p>It *is* &amp; stays closed.</p><p>She said so."]
)
def test_a_page_that_a_script_fills_may_hold_its_text_for_search_engines(body: str) -> None:
    linked = json.dumps({"@type": "NewsArticle", "headline": "Bridge", "articleBody": body})
    html = f"<div id=app>Loading</div><script type='application/ld+json'>{linked}</script>"
    (extract,) = web_page_extracts(Original(html.encode()))
    assert extract.text == "It \\*is\\* & stays closed.\n\nShe said so.\n"
    assert extract.left_out == ("Loading",)


def test_a_page_without_text_says_so() -> None:
    with pytest.raises(DocumentError, match="save the page in a browser"):
        web_page_extracts(Original(b"<html><div id=app></div><script>load()</script>"))

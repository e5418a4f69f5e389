"""A page says who published it, when and where."""

import json

import pytest

from tui.intake.html_tree import parse_html
from tui.intake.page_source import PageSource, page_source


def _source(html: str, url: str = "") -> PageSource:
    return page_source(parse_html(html), url)


def test_json_ld_is_preferred() -> None:
    linked = {
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": ["NewsArticle"],
                "headline": "Bridge &amp; road\nclosed",
                "author": [{"name": "Ada"}, {"name": "By Bob"}],
                "publisher": {"name": "The North"},
                "datePublished": "2026-11-26T10:00:00Z",
                "articleBody": "Words",
            },
        ]
    }
    html = f'<meta property="og:title" content="Other"><script type="application/ld+json">{json.dumps(linked)}</script>'
    source = PageSource("Bridge & road closed", "The North", "Ada, Bob", "2026-11-26T10:00:00Z", body="Words")
    assert _source(html) == source
    assert source.iso_date == "2026-11-26T10:00:00Z"


def test_meta_elements_come_next() -> None:
    html = """<meta property="og:title" content="Bridge closed"><meta name="Author" content="By Ada">
    <meta name=author content="https://a.example/ada"><meta property="og:site_name" content="The North">
    <meta itemprop="datePublished" content="26 November 2026"><link rel=canonical href="https://n.example/a">"""
    source = _source(html)
    assert source == PageSource("Bridge closed", "The North", "Ada", "26 November 2026", "https://n.example/a")
    assert source.iso_date == "2026-11-26"


def test_then_the_heading_the_time_and_the_host() -> None:
    html = "<title>Bridge | North</title><h1>Bridge</h1><a rel=author>Ada</a><time datetime=2026-11-26>today</time>"
    expected = PageSource("Bridge", "north.example", "Ada", "2026-11-26", "https://www.north.example/a?b")
    assert _source(html, "https://www.north.example/a?b") == expected


def test_a_time_without_a_day_is_not_that_of_the_article() -> None:
    html = "<time datetime=2020>2020</time><time>November 2026</time><time>26 Nov 2026</time>"
    assert _source(html).date == "26 Nov 2026"


@pytest.mark.parametrize(
    "linked",
    ["{", "[" * 100_000, "null", '{"headline": ["x"], "@type": "Article"}', '"\\ud800"'],
    ids=["open", "deep", "null", "list", "surrogate"],
)
def test_broken_json_ld_is_no_source(linked: str) -> None:
    assert _source(f'<title>T</title><script type="application/ld+json">{linked}</script>').title == "T"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://[", "/relative"])
def test_only_web_addresses_are_kept(url: str) -> None:
    assert _source(f'<link rel=canonical href="{url}">').url in ("", "https://[")

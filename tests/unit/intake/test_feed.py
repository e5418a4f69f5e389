"""Each entry of a feed becomes the article that a person would type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from news_files import ATOM, HEADLINE, RSS, TYPED

from tui.errors import DocumentError
from tui.intake import feed
from tui.intake.feed import feed_extracts
from tui.intake.original import Extract, Original


def _extracts(data: bytes | str) -> tuple[Extract, ...]:
    return feed_extracts(Original(data if isinstance(data, bytes) else data.encode()))


def _item(content: str) -> Extract:
    (extract,) = _extracts(f"<rss><channel><title>G</title><item>{content}</item></channel></rss>")
    return extract


def test_an_entry_of_rss_becomes_the_typed_text() -> None:
    first, second = _extracts(RSS)
    assert first == Extract(
        TYPED,
        title=HEADLINE,
        outlet="The Coast Gazette",
        author="Mara Holm",
        date="Thu, 26 Nov 2026 14:30:00 +0100",
        iso_date="2026-11-26T14:30:00+01:00",
        url="https://gazette.example/ferry",
        left_out=(
            "[summary: The pier has cracks.]",
            "[picture: Cracks]",
            "[attachment: https://gazette.example/ferry.mp3]",
        ),
    )
    assert (second.text, second.author, second.url) == (
        "# Fish & Chips\n\nOnly words.\n",
        "Ivo Sand",
        "https://gazette.example/fish",
    )


def test_an_entry_of_atom_becomes_the_typed_text() -> None:
    (extract,) = _extracts(ATOM)
    assert (extract.text, extract.title, extract.outlet, extract.author, extract.iso_date, extract.url) == (
        TYPED,
        HEADLINE,
        "The Coast Gazette",
        "Mara Holm",
        "2026-11-26T14:30:00+01:00",
        "https://gazette.example/ferry",
    )


def test_rdf_has_its_items_beside_the_channel() -> None:
    rdf = '<rdf:RDF xmlns:rdf="urn:r"><channel><title>G</title></channel><item><title>A</title></item></rdf:RDF>'
    assert [(extract.title, extract.outlet, extract.text) for extract in _extracts(rdf)] == [("A", "G", "# A\n")]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('<content type="text">a &lt;b&gt;\n\nc</content>', "a \\<b>\n\nc\n"),
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a</p><p>b</p></div></content>',
            "a\n\nb\n",
        ),
        ("<description>short</description><content>much longer</content>", "much longer\n"),
        ("<description>&lt;script&gt;x&lt;/script&gt;a</description>", "a\n"),
    ],
)
def test_content_is_html_as_elements_or_escaped_or_words(content: str, text: str) -> None:
    assert _item(content).text == text


@pytest.mark.parametrize(
    ("content", "left_out"),
    [
        ("<description>Long words go…</description><content>Long words go on.</content>", ()),
        ('<title>a</title><content src="https://a.example"/>', ("[text at https://a.example]",)),
    ],
)
def test_what_is_not_in_the_text_is_named(content: str, left_out: tuple[str, ...]) -> None:
    assert _item(content).left_out == left_out


@pytest.mark.parametrize(
    ("content", "url"),
    [
        ("<link>javascript:alert(1)</link><guid>https://a.example</guid>", "https://a.example"),
        ('<guid isPermaLink="false">https://a.example</guid>', ""),
        ('<link rel="self" href="https://a.example/x"/>', ""),
    ],
)
def test_an_address_is_one_of_the_web(content: str, url: str) -> None:
    assert _item(f"<title>a</title>{content}").url == url


@pytest.mark.parametrize(
    ("data", "message"),
    [("<rss/>", "is a feed without entries"), ('<!DOCTYPE a [<!ENTITY b "c">]><rss/>', "declares XML entities")],
)
def test_a_feed_without_entries_is_refused(data: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        _extracts(data)


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MAX_DOCUMENTS", 1)
    with pytest.raises(DocumentError, match="more than 1 entries"):
        _extracts(RSS)


@given(st.integers(0, len(RSS)), st.binary(max_size=20))
def test_a_damaged_feed_is_read_or_refused(position: int, other: bytes) -> None:
    try:
        assert _extracts(RSS[:position] + other + RSS[position + len(other) :])
    except DocumentError as error:
        assert error.message  # noqa: PT017 - no error is right too

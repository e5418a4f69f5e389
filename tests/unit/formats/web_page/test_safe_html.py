"""Text in HTML is text and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_elements import PageElements

from tui.formats.web_page.safe_html import escape_html, isolate_html, web_link


@given(st.text(st.sampled_from("<>&\"'a;#x/!-=")))
def test_text_comes_back_from_an_element_and_an_attribute(text: str) -> None:
    page = PageElements(f'<p title="{escape_html(text)}">{escape_html(text)}</p>')
    assert (page.text, page.values("title"), page.tags) == (text, [text], {"p": 1})


def test_controls_are_visible_and_direction_is_isolated() -> None:
    assert escape_html("a\x1b[2J\x00\ud800") == "a␛[2J␀\ufffd"
    assert isolate_html("a\u202e<b>") == "<bdi>a\u202e&lt;b&gt;</bdi>"


def test_a_web_address_is_a_link() -> None:
    assert web_link(" https://p.example/?a&b ") == (
        '<a href="https://p.example/?a&amp;b" rel="noreferrer">https://p.example/?a&amp;b</a>'
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//p.example", "http://a b", "http://a\x01"]
)
def test_other_addresses_are_text(url: str) -> None:
    assert "<a" not in web_link(url)

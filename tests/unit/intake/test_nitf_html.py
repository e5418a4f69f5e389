"""The elements of NITF become those of HTML."""

import pytest

from tui.intake.nitf_html import nitf_html
from tui.intake.xml_tree import xml_tree


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("<hl2>a</hl2><p>b <em>c</em> d</p>", "<h2>a</h2><p>b <em>c</em> d</p>"),
        ("<bq><block>a</block></bq>", "<blockquote><div>a</div></blockquote>"),
        ('<p onclick="x">a<a href="y">b</a></p>', '<p>a<a href="y">b</a></p>'),
        ("<media>a<media-object>R0lG</media-object>b</media>", "<figure>ab</figure>"),
        ("<media><p>a</p><media-metadata/>b</media>", "<figure><p>a</p>b</figure>"),
        ("<fn>note</fn>", "<p>note</p>"),
    ],
)
def test_elements_are_renamed(content: str, html: str) -> None:
    root = xml_tree(f"<nitf><body><body.content>{content}</body.content></body></nitf>".encode())
    assert nitf_html(root) == (f"<div><div>{html}</div></div>", [])


def test_what_is_no_text_is_named() -> None:
    media = (
        '<media><media-reference alternate-text="Pier"/><media-reference/><media-producer>Ivo</media-producer></media>'
    )
    root = xml_tree(f"<nitf><body><body.end>{media}</body.end></body></nitf>".encode())
    assert nitf_html(root)[1] == ["[picture: Pier]", "[credit: Ivo]"]

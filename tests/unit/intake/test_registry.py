"""A format is detected by the first bytes, then by the name."""

import pytest

from tui.errors import DocumentError
from tui.intake.original import Original
from tui.intake.registry import detect_format, extract

_ZIP = b"PK\x03\x04" + b"\0" * 26


@pytest.mark.parametrize(
    ("data", "name", "format_name"),
    [
        (b"%PDF-1.7 \xe2", "", "pdf"),
        (b"junk before it %PDF-1.4", "a.html", "pdf"),
        (_ZIP + b"mimetypeapplication/epub+zip", "", "epub"),
        (_ZIP + b"[Content_Types].xml", "", "docx"),
        (b'<?xml version="1.0"?><newsItem xmlns="x">', "a.xml", "newsml"),
        (b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf>', "a.xml", "nitf"),
        (b"<!-- made by hand --><rss>", "", "feed"),
        (b"<!DOCTYPE nitf [<!ENTITY a 'b'><!ENTITY c 'd'>]><nitf>", "a.xml", "nitf"),
        (b'<rdf:RDF xmlns:rdf="x">', "", "feed"),
        (b'\xef\xbb\xbf\n<feed xmlns="x">', "", "feed"),
        (b'{"uri": "x", "headline": "y"}', "", "ninjs"),
        (b"From: Ada\nSubject: x\n\nHello", "", "mail"),
        (b"hello", "a.MHT", "mail"),
        (b"<!doctype html><title>x", "", "web_page"),
        (b"<HTML>", "a", "web_page"),
        (b"Just words.", "a.html", "web_page"),
        (b"<html> is how a page begins.", "a.txt", "plain_text"),
        (b"Just words.", "", "plain_text"),
        ("Just words.".encode("utf-16"), "", "plain_text"),
    ],
)
def test_the_first_bytes_show_the_format_then_the_name(data: bytes, name: str, format_name: str) -> None:
    assert detect_format(Original(data, name)).name == format_name


def test_a_server_names_the_format_if_nothing_else_does() -> None:
    assert detect_format(Original(b"words", content_type="Text/HTML; charset=x")).name == "web_page"


@pytest.mark.parametrize("data", [b"", b" \n", b"GIF89a\0\0"])
def test_what_no_article_can_be_made_of_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        extract(Original(data))

"""XML becomes a tree, and what is dangerous in it is refused."""

from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import DocumentError
from tui.intake import xml_tree as module
from tui.intake.xml_tree import PROPERTY_PREFIXES, inner_html, strings, words_at, words_of, xml_tree

_DC = 'xmlns:d="http://purl.org/dc/elements/1.1/"'


def test_a_name_has_the_prefix_of_its_namespace() -> None:
    tree = xml_tree(f'<x:a xmlns:x="urn:x" {_DC} x:k="v"><d:title>T</d:title></x:a>'.encode(), PROPERTY_PREFIXES)
    assert (tree.tag, tree.attrib, [child.tag for child in tree]) == ("a", {"k": "v"}, ["dc_title"])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<a>Zo&#235; &amp; <b>Ada</b></a>", "Zoë & Ada"),
        (b"<a>caf&eacute;&nbsp;&nosuch;</a>", "café"),
        (b'<!DOCTYPE nitf SYSTEM "nitf.dtd"><a>caf&eacute;</a>', "café"),
        ("<a>Zoë</a>".encode("utf-16"), "Zoë"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><a>Zoë</a>'.encode("latin-1"), "Zoë"),
        ('<?xml version="1.0" encoding="Shift_JIS"?><a>東京</a>'.encode("shift_jis"), "東京"),
        (b"<a><![CDATA[<b>]]></a>", "<b>"),
    ],
)
def test_words_are_read_in_their_encoding(data: bytes, words: str) -> None:
    assert words_of(xml_tree(data)) == words


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is not well-formed XML"),
        (b"<a>", "is not well-formed XML"),
        (b"<a b='1' b='2'/>", "is not well-formed XML"),
        (b'<?xml version="1.0" encoding="rot13"?><a/>', "is not well-formed XML"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares XML entities"),
        (b'<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///etc/passwd"> %b;]><a/>', "declares XML entities"),
        (b"<a>" * 999, "has elements nested deeper than"),
    ],
)
def test_what_is_broken_or_dangerous_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=f"^{message}"):
        xml_tree(data)


@pytest.mark.parametrize(
    ("limit", "message"),
    [("MAX_MARKUP", "of XML"), ("MAX_ELEMENTS", "more than 2 elements"), ("_MAX_ATTRIBUTES", "more than 2 attributes")],
)
def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str, message: str) -> None:
    monkeypatch.setattr(module, limit, 2)
    with pytest.raises(DocumentError, match=message):
        xml_tree(b'<a><b k="1" l=\'2\' m="3"/><b/></a>')


@given(st.text(alphabet="<>/a &;'\"=!?-[]\0\ud800é", max_size=40))
def test_any_text_is_a_tree_or_an_error(text: str) -> None:
    try:
        xml_tree(text.encode("utf-8", "surrogatepass"))
    except DocumentError as error:
        assert error.message  # noqa: PT017 - no error is right too


def test_the_words_at_the_first_path_that_has_some() -> None:
    tree = xml_tree(b"<a><b> </b><c> one\n two </c><c/><c>three</c></a>")
    assert (words_at(tree, "b", "c"), words_at(tree, "d"), list(strings(tree, "c"))) == (
        "one two",
        "",
        ["one two", "three"],
    )
    assert words_of(None) == ""


def test_what_is_in_an_element_becomes_html() -> None:
    tree = xml_tree(b'<a xmlns="http://www.w3.org/1999/xhtml">x &lt; <p>y<br/>z</p></a>')
    assert inner_html(tree) == "<div>x &lt; <p>y<br>z</p></div>"
    assert tostring(tree, encoding="unicode").startswith("<a>")

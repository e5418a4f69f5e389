"""HTML becomes tags and text."""

import pytest

from tui.intake.html_tokens import EndTag, StartTag, Token, tokens


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<!-- <b> -->c", ["a", "c"]),
        ("<!doctype html><?php x ?>a", ["a"]),
        ("<BR/>", [StartTag("br", {})]),
        ("<a HREF='x>y' title=5\" hidden>", [StartTag("a", {"href": "x>y", "title": "5", "hidden": ""})]),
        ('<a title="&quot;">', [StartTag("a", {"title": '"'})]),
        ("<a x=1 x=2>", [StartTag("a", {"x": "1"})]),
        ("<script>a<b>c</SCRIPT >d", [StartTag("script"), "a<b>c", EndTag("script"), "d"]),
        ("<title>a &amp; <b>", [StartTag("title"), "a & <b>"]),
        ("1 < 2 &lt; 3", ["1 ", "<", " 2 < 3"]),
        ("&#99999999999; &#xfffffffff;&#65;", ["\ufffd \ufffdA"]),
        ("a\x1b[31m\x00\x9b\ud800&#27;\t\n", ["a\ufffd[31m\ufffd\ufffd\ufffd\t\n"]),
        ("<o:p>x</o:p>", [StartTag("p"), "x", EndTag("p")]),
        ("<![CDATA[<x>]]>", ["<x>"]),
        ('<a href="never ends>', [StartTag("a", {"href": "never ends>"})]),
        ("<!-- never ends <p>", []),
    ],
)
def test_html_becomes_tags_and_text(html: str, expected: list[Token]) -> None:
    assert list(tokens(html)) == expected

"""HTML becomes a tree, whatever is wrong with it."""

import pytest

from tui.errors import DocumentError
from tui.intake.html_tree import Element, parse_html


def _outline(node: Element | str) -> str:
    if isinstance(node, str):
        return node
    return f"{node.name}({''.join(map(_outline, node.children))})"


@pytest.mark.parametrize(
    ("html", "outline"),
    [
        ("<p>a<p>b", "(p(a)p(b))"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "(ul(li(aul(li(b)))li(c)))"),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", "(table(tr(td(a)td(b))tr(td(c)))d)"),
        ("<table><tr><td><p>a<table><tr><td>b</table></table>", "(table(tr(td(p(a)table(tr(td(b)))))))"),
        ("<b>a</i></b>c", "(b(a)c)"),
        ("<p><b>a<div>c", "(p(b(a))div(c))"),
        ("<p>a<br>b<img>c", "(p(abr()bimg()c))"),
    ],
)
def test_tags_that_are_missing_are_implied(html: str, outline: str) -> None:
    assert _outline(parse_html(html)) == outline


def test_text_that_is_too_deep_stays_in_what_is_around_it() -> None:
    root = parse_html("<div>" * 1000 + "deep" + "</div>" * 1000 + "<p>after")
    assert root.text == "deep after"


@pytest.mark.parametrize("html", ["<p>" * 102, "x" * 1001], ids=["tags", "letters"])
def test_a_page_that_is_too_large_is_refused(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.intake.html_tree.MAX_ELEMENTS", 100)
    monkeypatch.setattr("tui.intake.html_tree.MAX_MARKUP", 1000)
    with pytest.raises(DocumentError, match="has more than"):
        parse_html(html)

"""The blocks of a page become Markdown."""

import pytest

from tui.intake.html_blocks import blocks_of
from tui.intake.html_tree import parse_html


def _markdown(html: str) -> list[str]:
    return [block.markdown for block in blocks_of(parse_html(html))]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>A <b>bold</b>\n <a href=x>link</a></p>b", ["A bold link", "b"]),
        ("<h2>One</h2><p>Two", ["## One", "Two"]),
        ("a<br>b<br> <br>c", ["a\nb", "c"]),
        ("<p>1. a<br>2. b", ["1\\. a\n2\\. b"]),
        ("<ol start=3><li>a<li><p>b<p>c</ol>", ["3. a", "4. b", "   c"]),
        ("<ul><li>a<ul><li>b</ul></ul>", ["- a", "  - b"]),
        ("<blockquote><p>a<blockquote>b</blockquote></blockquote>", ["> a", "> > b"]),
        ("<blockquote><ul><li>a</ul></blockquote>", ["> - a"]),
        ("<pre> a\n  `b`\n</pre>", ["```\n a\n  `b`\n```"]),
        ("<pre>```</pre>", ["````\n```\n````"]),
        ("a<sup><a href='#fn1'>1</a></sup>, m<sup>2</sup>", ["a[1], m2"]),
        ("1911<a href='#fn1'><sup>1</sup></a>", ["1911[1]"]),
        ("<figure><img alt=x><figcaption>A man</figcaption></figure>", ["A man"]),
        ("<p hidden>a<p style='Display: none'>b<script>c</script><template>d</template><p>e", ["e"]),
        ("<p>non&nbsp;breaking &#8212; dash", ["non\u00a0breaking — dash"]),
        ("<a href='javascript:alert(1)'>click</a>", ["click"]),
    ],
)
def test_blocks_become_markdown(html: str, blocks: list[str]) -> None:
    assert _markdown(html) == blocks


def test_a_block_counts_its_linked_words() -> None:
    blocks = blocks_of(parse_html("<p>one <a href=x>two <b>three</b></a><p>four"))
    assert [block.link_words for block in blocks] == [2, 0]


def test_a_block_knows_its_kind_and_the_elements_around() -> None:
    (block,) = blocks_of(parse_html("<main><figure><figcaption><span>a"))
    assert (block.kind, block.words) == ("figcaption", "a")
    assert [element.name for element in block.path] == ["", "main", "figure", "figcaption"]

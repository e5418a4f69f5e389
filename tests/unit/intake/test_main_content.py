"""The article of a page is where its text is."""

import pytest

from tui.intake.html_blocks import blocks_of
from tui.intake.html_tree import parse_html
from tui.intake.main_content import main_blocks

_LONG = "The minister said that the bridge would be closed for at least three more weeks."


def _chosen(html: str) -> list[str]:
    return [block.words for block in main_blocks(blocks_of(parse_html(html)))]


@pytest.mark.parametrize(
    "around",
    [
        "<nav><a href=x>Home</a></nav>{}",
        "{}<footer>All rights reserved by the makers of this page, whoever they are, since 1999.</footer>",
        "{}<div class='relatedStories'>More about the bridge and about all the people who ever crossed it.</div>",
        "{}<div role=complementary>More about the bridge and about all the people who ever crossed it.</div>",
        "{}<ul><li><a href=x>Bridge opens</a><li><a href=y>Bridge closes</a></ul>",
        "<div>By Ada</div>{}<p>Share this",
        "{}<h2>Comments</h2>",
    ],
)
def test_what_is_around_the_article_is_left_out(around: str) -> None:
    assert _chosen(around.format(f"<main><p>{_LONG}<p>{_LONG}<p>{_LONG}</main>")) == [_LONG] * 3


def test_an_article_keeps_headings_lists_quotes_and_short_sentences() -> None:
    html = (
        f"<nav>x</nav><article><h1>Title</h1><p>{_LONG}<h2>Why</h2><ul><li>Rust</ul><p>{_LONG}<p>So she said.</article>"
    )
    assert _chosen(html) == ["Title", _LONG, "Why", "Rust", _LONG, "So she said."]


def test_a_name_does_not_make_an_aside_of_most_of_the_page() -> None:
    html = f"<body class='has-sidebar'><div id='share'><p>{_LONG}<p>{_LONG}</div>"
    assert _chosen(html) == [_LONG, _LONG]


def test_a_page_of_short_lines_is_taken_whole() -> None:
    assert _chosen("<p>Roses are red<p>Violets are blue") == ["Roses are red", "Violets are blue"]


def test_text_without_an_element_is_a_paragraph() -> None:
    assert _chosen(f"<b>{_LONG}</b>") == [_LONG]


def test_a_script_without_blanks_has_paragraphs_too() -> None:
    text = "大臣は橋が少なくともあと三週間は閉鎖されるだろうと述べたと関係者が明らかにしたのでありましてその理由は"
    assert _chosen(f"<nav><a>家</a></nav><article><p>{text}<p>{text}</article><p>家") == [text, text]

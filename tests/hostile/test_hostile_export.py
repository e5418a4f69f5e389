"""Hostile text in an exported document: it parses back to itself, holds no tag and leads nowhere but to the web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hostile_workspace import build
from markdown_it import MarkdownIt
from payloads import FAMILIES, Family

from tui.analysis.comparison import compare_accounts
from tui.analysis.survey import Survey
from tui.formats.markdown.archive import export_markdown
from tui.formats.markdown.comparison_table import comparison_markdown
from tui.storage.workspace.plain_loader import read_collation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from markdown_it.token import Token

    from tui.model import Collation

_MARKDOWN = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- <b> <?php <![CDATA[ <javascript:alert(1)> "
    "[a](javascript:alert(1)) ![a](data:text/html,x) [b][r] [r]: javascript:alert(1) &lt;b&gt; &#60;b&#62; &amp; "
    "| pipe | `back``tick` # head > quote - item 1. one *a* _b_ **c** ~~d~~ \\ \\< \\[ http://a.b www.a.b a@b.c --- ==="
)
_BLOCKS = (
    "# Head\n> quote\n- item\n1. one\n```\nfence\n<div>\n</div>\n| a | b |\n|---|---|\n\n    code\n***\n<!--\n"
    "[r]: javascript:x"
)
WRITTEN = {
    "markdown": Family("markdown", _MARKDOWN, "<b> `a` #"),
    "blocks": Family("blocks", _BLOCKS, "# a"),
    **{name: FAMILIES[name] for name in ("seven-bit", "eight-bit", "unseen", "markup")},
}
WEB = re.compile(r"https?://|mailto:")
GROUPINGS = ("article", "proposition", "speaker", "kind")


@pytest.fixture(params=WRITTEN)
def collation(request: pytest.FixtureRequest, tmp_path: Path) -> Collation:
    return read_collation(build(tmp_path / "w", WRITTEN[request.param]))


@pytest.mark.parametrize("group_by", GROUPINGS)
def test_a_document_holds_no_tag_and_leads_nowhere_but_to_the_web(collation: Collation, group_by: str) -> None:
    tokens = list(flat(lenient().parse(export_markdown(Survey(collation), group_by=group_by))))
    assert [each.content for each in tokens if each.type.startswith("html_")] == []
    targets = [str(each.attrs.get("href") or each.attrs.get("src") or "http://") for each in tokens]
    assert [target for target in targets if not WEB.match(target)] == []


def test_the_table_of_the_comparison_holds_none_either(collation: Collation) -> None:
    comparison = compare_accounts(collation)
    tokens = list(flat(lenient().parse(comparison_markdown(comparison, comparison.rows))))
    assert [each.type for each in tokens if each.type.startswith("html_") or each.type in ("link_open", "image")] == []
    cells = [each for each in tokens if each.type in ("td_open", "th_open")]
    rows = [each for each in tokens if each.type == "tr_open"]
    assert len(rows) > 1
    assert len(cells) % len(rows) == 0


def test_quotes_and_names_parse_back_verbatim(collation: Collation) -> None:
    document = lenient().parse(export_markdown(Survey(collation)))
    quotes = set(block_quotes(document))
    said = "\0".join(shown(each) for each in flat(document) if each.type == "inline")
    annotations = [placed.annotation for account in collation.accounts for placed in account.placed]
    assert len(annotations) > 10
    for annotation in annotations:
        if annotation.quote:
            assert speakable(annotation.quote) in quotes
        for name in (*annotation.speaker, *annotation.tags):
            assert speakable(name).strip() in said


def lenient() -> MarkdownIt:
    """Return a parser that keeps HTML, and takes every address for a link."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    vars(parser)["validateLink"] = lambda _url: True
    return parser


def flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from flat(token.children or [])


def block_quotes(tokens: list[Token]) -> Iterator[str]:
    """Yield the text of every block quote."""
    depth, paragraphs = 0, list[str]()
    for token in tokens:
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if token.type == "blockquote_close" and not depth:
            yield "\n\n".join(paragraphs)
            paragraphs = []
        elif depth and token.type == "inline":
            paragraphs.append(shown(token))


def shown(inline: Token) -> str:
    """Return what a line of Markdown says, without its markup."""
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(breaks.get(each.type, each.content) for each in inline.children or [])


def speakable(text: str) -> str:
    """Return text without what Markdown has no way to say: see `tui.formats.markdown.escape`."""
    return re.sub(r"[\x00\ud800-\udfff]|(?m:^\v|\v$)", "\ufffd", text)

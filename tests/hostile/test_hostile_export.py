"""Test that an export of hostile text has only its text and web links."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_workspace import build
from markdown_it import MarkdownIt
from markdown_it.token import Token
from page_elements import PageElements
from payloads import FAMILIES, Family

from tui.analysis.comparison import compare_accounts
from tui.analysis.survey import Survey
from tui.formats.argdown.argument_map import argument_map_pieces
from tui.formats.claims import claim_pieces
from tui.formats.csv_table import RowsOf, csv_pieces
from tui.formats.export_format import ExportRequest
from tui.formats.json_document import json_document_pieces
from tui.formats.markdown.archive import export_markdown
from tui.formats.markdown.brief import brief_pieces
from tui.formats.markdown.comparison_table import comparison_markdown
from tui.formats.obsidian.vault import vault_files
from tui.formats.web_page.web_document import html_pieces
from tui.model import Collation
from tui.storage.workspace.plain_loader import read_collation

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
WEB = re.compile(r"https?://|mailto:|#[A-Z]+[0-9]+\Z")
TARGET = re.compile(r'<a id="[A-Z]+[0-9]+">')
GROUPINGS = ("article", "proposition", "speaker", "kind")


@pytest.fixture(params=WRITTEN)
def collation(request: pytest.FixtureRequest, tmp_path: Path) -> Collation:
    return read_collation(build(tmp_path / "w", WRITTEN[request.param]))


@pytest.mark.parametrize("group_by", GROUPINGS)
def test_a_document_has_no_tag_but_line_breaks_and_targets_and_only_web_links(
    collation: Collation, group_by: str
) -> None:
    tokens = list(flat(lenient().parse(export_markdown(Survey(collation), group_by=group_by))))
    tags = {token.content for token in tokens if token.type.startswith("html_")}
    assert {tag for tag in tags if not TARGET.fullmatch(tag)} <= {"<br>", "</a>"}
    targets = [str(token.attrs.get("href") or token.attrs.get("src") or "http://") for token in tokens]
    assert [target for target in targets if not WEB.match(target)] == []


def test_a_brief_has_no_tag_and_only_web_links(collation: Collation) -> None:
    survey = Survey(collation)
    tokens = list(flat(lenient().parse("".join(brief_pieces(survey, survey, title="Brief")))))
    assert [token.content for token in tokens if token.type.startswith("html_")] == []
    targets = [str(token.attrs.get("href") or token.attrs.get("src") or "http://") for token in tokens]
    assert [target for target in targets if not WEB.match(target)] == []
    assert sum(token.type == "heading_open" and token.tag == "h1" and not token.level for token in tokens) == 1


def test_notes_for_obsidian_have_no_tag_and_only_web_links_and_stay_in_their_folder(collation: Collation) -> None:
    survey = Survey(collation)
    for path, text in vault_files(ExportRequest(survey, survey)):
        assert re.fullmatch(r"[^/\\\x00-\x1f:*?\"<>|#^]+(/[^/\\\x00-\x1f:*?\"<>|#^]+)?\.md", path)
        content = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
        tokens = list(flat(lenient().parse(content)))
        assert [token.content for token in tokens if token.type.startswith("html_")] == []
        targets = [str(token.attrs.get("href") or token.attrs.get("src") or "http://") for token in tokens]
        assert [target for target in targets if not WEB.match(target)] == []


def test_a_web_page_has_its_own_tags_alone_and_only_web_links(collation: Collation) -> None:
    page = PageElements("".join(html_pieces(Survey(collation), title="Page", annotator="<b onclick=x>")))
    assert page.unclosed == page.open == []
    assert page.tags["script"] == page.tags["style"] == 1
    assert not page.tags.keys() & {"img", "b", "link", "iframe", "form", "base"}
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name in {"src", "style"}]
    assert not [link for link in page.values("href") if not link.startswith(("#", "http://", "https://"))]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", page.text)
    annotations = [placed.annotation for account in collation.accounts for placed in account.placed]
    assert page.tags["blockquote"] >= sum(bool(annotation.quote) for annotation in annotations) > 4


@pytest.mark.parametrize("rows_of", RowsOf)
def test_csv_has_no_formula_and_json_no_control_character(collation: Collation, rows_of: str) -> None:
    survey = Survey(collation)
    document = "".join(csv_pieces(survey, survey, rows_of=rows_of))
    rows = list(csv.reader(io.StringIO(document, newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in {"=", "+", "-", "@"}]
    written = "".join(json_document_pieces(survey, title="T"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", written)
    assert json.loads(written)["format"] == "diptych"


def test_an_argument_map_has_a_line_for_each_statement_and_claims_no_control_character(collation: Collation) -> None:
    survey = Survey(collation)
    rows = survey.comparison.rows
    lines = "".join(argument_map_pieces(survey, survey, title="T")).split("\n")
    assert {re.split(r"[\w(]|\u2039", line)[0] for line in lines} <= {"", "# ", "[", "  + <", "  - <", "  >< ["}
    assert sum(line.startswith("[") for line in lines) == len(rows) > 0
    document = "".join(claim_pieces(survey, survey))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", document)
    urls = [url for url in re.findall(r'"url": "([^"]*)"', document) if not url.startswith("http")]
    assert urls == []
    assert len(json.loads(document)["@graph"]) > 0


def test_the_comparison_table_has_no_tag_but_line_breaks_and_no_link(collation: Collation) -> None:
    comparison = compare_accounts(collation)
    tokens = list(flat(lenient().parse(comparison_markdown(comparison, comparison.rows))))
    types = [token.type for token in tokens if token.content != "<br>"]
    assert [name for name in types if name.startswith("html_") or name in ("link_open", "image")] == []
    cells = [name for name in types if name in ("td_open", "th_open")]
    rows = [name for name in types if name == "tr_open"]
    assert len(rows) > 1
    assert len(cells) % len(rows) == 0


def test_quotes_and_names_parse_back_verbatim(collation: Collation) -> None:
    document = lenient().parse(export_markdown(Survey(collation)))
    quotes = set(block_quotes(document))
    lines = "\0".join(shown(token) for token in flat(document) if token.type == "inline")
    annotations = [placed.annotation for account in collation.accounts for placed in account.placed]
    assert len(annotations) > 10
    for annotation in annotations:
        if annotation.quote:
            assert expressible(annotation.quote) in quotes
        for name in (*annotation.speaker, *annotation.tags):
            assert expressible(name).strip() in lines


def lenient() -> MarkdownIt:
    """Return a parser that keeps HTML, and accepts every address as a link."""
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
    """Return the text of a line of Markdown without its markup."""
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(breaks.get(token.type, token.content) for token in inline.children or [])


def expressible(text: str) -> str:
    """Return a text as Markdown can express it, without NUL for instance."""
    return re.sub(r"[\x00\ud800-\udfff]|(?m:^\v|\v$)", "\ufffd", text)

"""A body means the same in a document as alone."""

import pytest
from hypothesis import example, given, settings
from markdown_bodies import bodies
from markdown_it.token import Token

from tui.formats.markdown.body import isolate_body
from tui.formats.markdown.escape import indent_block
from tui.formats.markdown.extensions import MAY_EXTEND
from tui.formats.markdown.repair import inline_definitions, parser, same_tokens
from tui.formats.markdown.sanitize import is_active
from tui.model import canonicalize

many = settings(max_examples=300, derandomize=True, deadline=None)


def document(*blocks: str) -> list[Token]:
    """Parse blocks in a list item, between other paragraphs."""
    inside = "\n\n".join(indent_block(block) for block in blocks)
    return parser().parse(f"-   first\n\n{inside}\n\n    then\n\nend\n")


def content(*blocks: str) -> list[Token]:
    """Return the tokens of the blocks, without the paragraphs around them."""
    tokens = document(*blocks)
    assert [t.type for t in tokens[:5]] == [
        *("bullet_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close")
    ]
    assert [t.type for t in tokens[-8:]] == [
        *("paragraph_open", "inline", "paragraph_close", "list_item_close", "bullet_list_close"),
        *("paragraph_open", "inline", "paragraph_close"),
    ]
    assert tokens[-7].content == "then"
    assert tokens[-2].content == "end"
    return tokens[5:-8]


@many
@given(bodies, bodies)
@example("```\nopen", "text")
@example("<!-- open", "text")
@example("> <!-- open", "text")
@example("<script>", "text")
@example("[1]: http://a", "[1]")
@example("See [1].\n\n[1]: http://a", "See [1].\n\n[1]: http://b")
@example("\tcode\n\n\tmore", "- a\n\n\tb")
@example("`[1]`\n\n[1]: http://a", "x")
@example("a\r\rb\rc", "x")
def test_a_body_means_the_same_alone_and_among_others(body: str, following: str) -> None:
    blocks = [block for block in map(isolate_body, (body, following)) if block]
    alone = [token for block in blocks for token in parser().parse(f"{block}\n")]
    between = content(*blocks[:1], "between", *blocks[1:])
    expected = [token for block in (*blocks[:1], "between", *blocks[1:]) for token in parser().parse(f"{block}\n")]
    assert len(expected) == len(alone) + 3
    assert same_tokens(between, expected)


@many
@given(bodies)
@example("> [1]: http://a\n\n[1]")
def test_a_body_without_active_content_keeps_its_meaning(body: str) -> None:
    written = isolate_body(body)
    if written.lstrip("`").startswith("markdown\n"):
        return
    if is_active(inline_definitions(canonicalize(body)) or "") or "[^1]:" in body:
        return  # active content and footnotes become text
    if MAY_EXTEND.search(body):
        rendered = [parser().render(f"{source}\n").replace("\n</code>", "</code>") for source in (body, written)]
        assert rendered[0] == rendered[1]  # escapes split tokens
    else:
        assert same_tokens(parser().parse(f"{body}\n"), parser().parse(f"{written}\n"))


@many
@given(bodies)
@example("[x](javascript:alert)")
@example("\\\\<b>")
def test_nothing_in_a_body_is_active(body: str) -> None:
    written = isolate_body(body)
    assert not is_active(written)
    assert not [token for token in parser().parse(written) if token.type.startswith("html_")]


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("a <b onclick=x>b</b>", r"a \<b onclick=x>b\</b>"),
        ("<!-- open", r"\<!-- open"),
        ("<textarea>", r"\<textarea>"),
        ("<?php", r"\<?php"),
        ("[x](javascript:alert(1))", r"[x]\(javascript:alert(1))"),
        ("[x]( <JaVaScRiPt&#58;alert(1)>)", r"[x]\( \<JaVaScRiPt&#58;alert(1)>)"),
        ("![x](data:text/html;base64,xx)", r"![x]\(data:text/html;base64,xx)"),
        ("[x](file:///etc/passwd)", r"[x]\(file:///etc/passwd)"),
        ("[x]\n\n[x]: javascript:alert(1)", "[x]\n\n[x]\\: javascript:alert(1)"),
        ("<javascript:alert(1)>", r"\<javascript:alert(1)>"),
        ("`<b>` <b>", "```markdown\n`<b>` <b>\n```"),
        (r"\\<b>", r"\\\<b>"),
        ("`<b>` 1 < 2", "`<b>` 1 < 2"),
        (
            "<https://a.b> [c](http://d) [e](f.md#g) <mailto:h@i>",
            "<https://a.b> [c](http://d) [e](f.md#g) <mailto:h@i>",
        ),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
    ],
)
def test_active_content_becomes_text(body: str, written: str) -> None:
    assert isolate_body(body) == written
    assert not is_active(written)


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("*Plain* [link](x) `code`", "*Plain* [link](x) `code`"),
        ("\n  \n    code\n\n", "    code"),
        ("```\nopen", "```\nopen\n```"),
        ("~~~~ py\nopen\n```", "~~~~ py\nopen\n```\n~~~~"),
        ("[a][1] [1]\n\n[1]: http://a.b 'T'", '[a](<http://a.b> "T") [1](<http://a.b> "T")'),
        ("`[1]`\n\n[1]: a", "```markdown\n`[1]`\n\n[1]: a\n```"),
        ("a < b", "a < b"),
    ],
)
def test_what_a_body_opens_is_closed(body: str, written: str) -> None:
    assert isolate_body(body) == written

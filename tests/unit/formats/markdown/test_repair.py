"""The repair of bodies: fences, definitions, unrepaired source."""

import pytest
from hypothesis import given, settings
from markdown_bodies import bodies

from tui.formats.markdown.repair import inline_definitions, parser, repair_body, same_tokens


@pytest.mark.parametrize(
    ("source", "inlined"),
    [
        ("[a]\n\n[a]: b", "[a](<b>)"),
        ("[text][a] and [a]\n\n[a]: b 'T\"'", '[text](<b> "T\\"") and [a](<b> "T\\"")'),
        ("[A]\n\n[a]: b", "[A](<b>)"),
        ("[unknown] and \\[a]\n\n[a]: b", "[unknown] and \\[a]"),
        ("no link", "no link"),
        ("`[a]`\n\n[a]: b", None),
    ],
)
def test_link_definitions_are_written_into_the_links(source: str, inlined: str | None) -> None:
    assert inline_definitions(source) == inlined


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        ("```\nopen", "```\nopen\n```"),
        ("> ```\n> open", "> ```\n> open"),
        ("a <b>", "a \\<b>"),
        ("`[a]`\n\n[a]: b", "```markdown\n`[a]`\n\n[a]: b\n```"),
        ("```` `<b>` ````\n\n`[a]`\n\n[a]: b", "`````markdown\n```` `<b>` ````\n\n`[a]`\n\n[a]: b\n`````"),
    ],
)
def test_a_body_is_closed_or_shown_as_source(source: str, repaired: str) -> None:
    assert repair_body(source) == repaired


def test_parses_are_compared_by_meaning() -> None:
    parse = parser().parse
    assert same_tokens(parse("text"), parse("\n\ntext\n"))
    assert not same_tokens(parse("text"), parse("*text*"))
    assert not same_tokens(parse("[a](b)"), parse("[a](c)"))


@settings(max_examples=150, derandomize=True, deadline=None)
@given(bodies)
def test_a_paragraph_after_a_repaired_body_stays_a_paragraph(body: str) -> None:
    env: dict[str, object] = {}
    tokens = parser().parse(f"{repair_body(body)}\n\nafter\n", env)
    assert [token.type for token in tokens[-3:]] == ["paragraph_open", "inline", "paragraph_close"]
    assert (tokens[-2].content, tokens[-3].level) == ("after", 0)
    assert not env.get("references")

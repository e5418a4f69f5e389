"""Escaped text parses back to the text."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_tokens import inline_text

from tui.formats.markdown import escape

PLAIN = MarkdownIt("commonmark").enable("table")
GITHUB = MarkdownIt("gfm-like")

TRAPS = (
    r"\ ` * _ [ ] < > & | # ~ ! ( ) { } + - = . : / @ ^ $ ' 1 a é 漢 🙂 👨‍👩‍👧 “ ’ … — \n \t".replace(
        r"\n", "\n"
    ).replace(r"\t", "\t")
).split(" ")
words = st.lists(
    st.sampled_from(
        [
            *TRAPS,
            *(
                " ",
                "  ",
                "\n",
                "\n\n",
                "    ",
                "&amp;",
                "&#32;",
                "http://a.b",
                "www.a.b",
                "a@b.de",
                "1.",
                "12)",
            ),
            *(
                "---",
                "===",
                "***",
                "___",
                "```",
                "~~~",
                "<b>",
                "<!--",
                "]: x",
                "[^1]",
                "![",
                "](",
                "| --- |",
                ":-",
            ),
            *(
                "\u2028",
                "\u202e",
                "\u00a0",
                "\u3000",
                "\u200d",
                "\u0301",
                "ا",
                "ש",
                "\\\n",
                "a_b",
                "__init__",
            ),
        ]
    )
).map("".join)
anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x0b"))
texts = words | anything
few = settings(max_examples=150, derandomize=True, deadline=None)


def quoted(tokens: list[Token]) -> Iterator[str]:
    """Yield the paragraphs of a document that is one block quote."""
    types = [token.type for token in tokens]
    paragraph = ["paragraph_open", "inline", "paragraph_close"]
    assert types == ["blockquote_open", *paragraph * types.count("inline"), "blockquote_close"]
    return (inline_text(token) for token in tokens if token.type == "inline")


@pytest.mark.parametrize("parser", [PLAIN, GITHUB], ids=["commonmark", "gfm"])
def test_a_quote_parses_back_to_itself(parser: MarkdownIt) -> None:
    @few
    @given(texts.filter(bool))
    @example("1986. A great year!\n# No heading\n- no item\n    no code\n***\n\n\n> no quote\n")
    @example("a | b\n--- | ---\n1 | 2")
    @example("\n\n")
    @example("  \n \t \n")
    @example("&#10;&amp;\\&lt;")
    @example("x\n===\nwww.example.com <script> `tick`")
    @example("A tag 🏴󠁧󠁢󠁳󠁣󠁴󠁿, bidi \u202eabc\u202c, a tab\there, NEL \x85, \x1b[31mred")
    def check(quote: str) -> None:
        assert "\n\n".join(quoted(parser.parse(escape.block_quote(quote)))) == quote

    check()


@few
@given(texts.filter(bool))
@example("Headline ##")
@example("# #")
def test_a_name_parses_back_to_itself_in_a_heading(name: str) -> None:
    tokens = PLAIN.parse(f"### {escape.line(name)}\n\nafter\n")
    assert [token.type for token in tokens][:3] == ["heading_open", "inline", "heading_close"]
    assert inline_text(tokens[1]) == name


@few
@given(texts.filter(bool))
@example("a | b \\| c \\")
def test_a_name_parses_back_to_itself_in_a_table(name: str) -> None:
    source = f"| {escape.cell(name)} | x |\n| --- | --- |\n| y | {escape.cell(name)} |\n"
    cells = [inline_text(token) for token in PLAIN.parse(source) if token.type == "inline"]
    assert cells == [name, "x", "y", name]


@few
@given(texts.filter(bool))
def test_a_name_parses_back_to_itself_in_bold(name: str) -> None:
    tokens = PLAIN.parse(f"-   **{escape.inline(name)}**, x")
    children = next(token for token in tokens if token.type == "inline").children
    assert children is not None
    assert [c.type for c in children if c.type != "text"] == ["strong_open", "strong_close"]
    assert "".join(c.content for c in children) == f"{name}, x"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("“We agreed,” he said — on $100 billion.", "“We agreed,” he said — on $100 billion."),
        ("002_b3c679df3c8f7e39", "002_b3c679df3c8f7e39"),
        ("Q&A: R&D, 5 > 3, C# (see 1.5)", "Q&A: R&D, 5 > 3, C# (see 1.5)"),
        ("1. First", r"1\. First"),
        ("-5 degrees - or so", "-5 degrees - or so"),
        ("see http://a.b/c_d", r"see http\://a.b/c_d"),
        ("*so* [sic]", r"\*so\* \[sic\]"),
        (" a\nb", "&#32;a\\\nb"),
        ("It cost $5bn, or 5%, at 10:30 (GMT).", "It cost $5bn, or 5%, at 10:30 (GMT)."),
        ("“It’s ‘so’,” said Mr Li.", "“It’s ‘so’,” said Mr Li."),
        ("US$5 and $x$", r"US\$5 and $x\$"),
        ("==x== %%y%% z^2", r"\=\=x\=\= \%\%y\%\% z\^2"),
        ("@ada #tag #12 :smile:", r"\@ada \#tag #12 \:smile:"),
        ("A. Li\n: x", "A\\. Li\\\n\\: x"),
        ('Dr. Li: "it\'s..."', r"Dr\. Li: \"it\'s..\.\""),
        ("a\n\nb", "a\n\nb"),
    ],
)
def test_ordinary_text_is_escaped_no_more_than_needed(text: str, markdown: str) -> None:
    assert escape.paragraphs(text) == markdown


OBSIDIAN = re.compile(
    r"==|%%|\[\[|(?m:(?:^|\s)\^[\w-]+$)|(?<!\S)#(?=[\w/-]*[^\W\d])|\$\$|\$\S(?:[^$\n]*[^\s$])?\$(?!\d)"
)
"""What Obsidian takes for more than text: highlights, comments, links, block names, tags, formulas."""


@few
@given(words)
@example("==x== %%y%% [[z]] ^id")
@example("#tag\n#a-1 ^b\n$$x$$ $y$")
def test_obsidian_finds_only_text(text: str) -> None:
    without_escapes = re.sub(r"\\[!-/:-@\[-`{-~]|&#\d+;", "_", escape.paragraphs(text))
    assert OBSIDIAN.search(without_escapes) is None


def test_unpaired_marks_without_end_take_no_longer_than_the_text() -> None:
    text = "‘“" * 2_000
    assert escape.paragraphs(text) == "&#8216;&#8220;" * 2_000


def test_what_markdown_cannot_represent_becomes_a_replacement_character() -> None:
    assert escape.paragraphs("\x00a\ud800\n\x0bb\x0b") == "\ufffda\ufffd\\\n\ufffdb\ufffd"


def test_a_block_is_indented_by_four_columns_but_for_its_empty_lines() -> None:
    assert escape.indent_block("one\n\ttwo\n\nthree") == "    one\n    \ttwo\n\n    three"
    assert escape.indent_block("one") == "    one"


def test_the_longest_abbreviation_keeps_its_dot_and_a_longer_word_needs_no_escape() -> None:
    assert escape.inline("aetat. 40") == r"aetat\. 40"
    assert escape.inline("report. 40") == "report. 40"


def test_a_word_that_ends_like_an_abbreviation_needs_no_escape() -> None:
    assert escape.inline("The goal. One (cf. x) of e.g. 40, a_pp. 9") == r"The goal. One (cf\. x) of e.g\. 40, a_pp\. 9"


def test_a_mark_is_paired_with_one_that_is_not_too_far_away() -> None:
    assert escape.inline(f"“{'a' * 1000}”") == f"“{'a' * 1000}”"
    assert escape.inline(f"“{'a' * 1001}”") == f"&#8220;{'a' * 1001}”"
    assert escape.inline("‘a’b ‘c ’ “d ”") == "&#8216;a’b &#8216;c ’ &#8220;d&#32;”"


def test_a_quote_has_its_indent_and_mark_before_each_line() -> None:
    assert escape.block_quote("\none\ntwo\n\n\nthree\n", "    ") == (
        "    > &#10;one\\\n    > two\n    >\n    > &#10;three&#10;"
    )


def test_quoting_a_block_leaves_no_space_on_its_empty_lines() -> None:
    assert escape.quote_block("one\ntwo\n\nthree\n") == "> one\n> two\n>\n> three\n>"
    assert escape.quote_block("") == ">"

"""Escaped text comes out of every reader of pandoc as it was.

Each reader starts once for all cases, which are joined into one document.
"""

import random
import re
from functools import cache

import pandoc
import pytest
from aid_and_talks import aid_and_talks

from tui.analysis.survey import Survey
from tui.formats.markdown import escape
from tui.formats.markdown.archive import export_markdown
from tui.formats.markdown.body import isolate_body

pytestmark = pytest.mark.skipif(pandoc.MISSING, reason="pandoc is not installed")

FAULTS = (
    *(
        "It cost $5bn in US$, he said. 2^10^",
        "$x$",
        "$$y$$",
        "Is it $? Or $!",
        "US$5 and US$7",
        "$ISO $ISO",
        "“$5” $6",
        "a ^b^ c",
    ),
    *(
        "==x==",
        "a === b",
        "%%x%%",
        "100 %%",
        "%",
        "key:: value",
        ":smile:",
        ":+1:",
        ":100: 10:30:45",
        "[[x]]",
        "![[x]]",
    ),
    *("#tag", "(#a-b)", "#12", "C# #1984x", "@name", "-@name", "a@b.de", "(@) x", "(@a) x", "@{x}", "x ^id", "^[note]"),
    *(
        ": x",
        ":",
        "::: x",
        ":::",
        "~ x",
        "~~x~~",
        "H~2~O",
        "{.a} x",
        "a {.b}",
        "{#c}",
        "{-}",
        "| x",
        "a\n\n:x",
        "|x|\n|-|",
        "+---+",
    ),
    *("a. x", "A.  Merkel", "iv) x", "(1) x", "(a) x", "#. x", "10) x", "1. x", "c)", "p. 3", "M. Macron", "x\n\n2. y"),
    *(
        "it's '90s",
        'the "big" 5\'6"',
        "a -- b --- c",
        "---",
        "...",
        "a.... b ..",
        "Mr. Smith, Ph.D. in e.g. art.",
        "Nos. 1",
    ),
    *("\\begin{x}", "\\x", "\\$", "\\\\", "x\\", "- [x] y", "+ x", "= x", "=", "***", "___", "# x", "> x", "Table: x"),
    *(
        "http://x.y",
        "www.x.y",
        "ftp://x",
        "<b>",
        "&amp;",
        "&copy;",
        "[^1]",
        "[^1]: x",
        "[x]: y",
        "*[x]: y",
        "`x`",
        "```",
    ),
    *(
        "---\ntitle: x\n---",
        "x\n---",
        "x\n===",
        "a | b\n--|--\nc | d",
        "  x",
        "x \ny",
        "x\n\n\n",
        "\tx",
        "x\u00a0y",
        "(c) x",
    ),
    *(
        "“x ‘y’ z”",
        "„x“ «y»",
        "l’un",
        "‘tis",
        "‘tis l’un",
        "“x",
        "x”",
        "rock ’n’ roll",
        "“ x ”",
        "‘x ’",
        "‘’",
        "‘’ x’",
        "_Mr. x",
        "x@",
        " $5",
        "1 × 2 − 3",
        "a_b_c _d_ __e__",
        "⚠️ 日本 हिन्दी",
        "\u200bx\u2028y",
        "<!--",
    ),
)
NASTY = [
    *"\\`*_[](){}<>&|#~!+-=.:/@^$%'\"1ax \n",
    *("  ", "\n\n", "--", "...", "==", "%%", "$$", "::", "[^1]", "Mr. ", "a. "),
]


def random_texts() -> list[str]:
    """Return texts of nasty characters, the same on every run."""
    choose = random.Random(11)
    texts = ("".join(choose.choices(NASTY, k=choose.randint(1, 9))) for _ in range(400))
    return [text for text in texts if text.strip()]


CASES = (*FAULTS, *random_texts())
ONE_LINE = tuple(case for case in CASES if "\n" not in case)


def one_space(text: str) -> str:
    """Join spaces, as HTML and pandoc do."""
    return re.sub(" +", " ", text)


@cache
def document(reader: str) -> list[pandoc.Block]:
    """Return the blocks of all cases: quotes, headings, items, table rows."""
    quotes = [f"{escape.block_quote(case)}\n\nbetween" for case in CASES]
    headings = [f"### {escape.line(case)}" for case in ONE_LINE]
    items = [f"-   **{escape.inline(case)}** · {escape.inline(case)} · “{escape.inline(case)}”" for case in ONE_LINE]
    rows = [f"| {escape.cell(case)} |" for case in ("head", "---", *ONE_LINE)]
    rows[1] = "| --- |"
    source = "\n\n".join((*quotes, *headings, *items, "\n".join(rows)))
    blocks: list[pandoc.Block] = pandoc.read_document(reader, source)["blocks"]
    return blocks


def blocks_of(reader: str, kind: str) -> list[pandoc.Block]:
    return [block for block in document(reader) if block["t"] == kind]


@pytest.mark.parametrize("reader", pandoc.READERS)
class TestEachReader:
    def test_a_quote_comes_out_as_it_is(self, reader: str) -> None:
        quotes = ["\n\n".join(pandoc.paragraphs(block["c"])) for block in blocks_of(reader, "BlockQuote")]
        assert list(map(one_space, quotes)) == list(map(one_space, CASES))

    def test_a_heading_comes_out_as_it_is(self, reader: str) -> None:
        headings = list(pandoc.paragraphs(blocks_of(reader, "Header")))
        assert list(map(one_space, headings)) == list(map(one_space, ONE_LINE))

    def test_a_name_comes_out_as_it_is_in_a_list(self, reader: str) -> None:
        (items,) = blocks_of(reader, "BulletList")
        inlines = [item[0]["c"] for item in items["c"]]
        bold = [pandoc.plain_text(parts[0]["c"]) for parts in inlines]
        assert list(map(one_space, bold)) == list(map(one_space, ONE_LINE))
        ends = [one_space(pandoc.plain_text(parts[1:])) for parts in inlines]
        assert ends == [one_space(f" · {case} · “{case}”") for case in ONE_LINE]

    def test_a_name_comes_out_as_it_is_in_a_table(self, reader: str) -> None:
        (table,) = blocks_of(reader, "Table")
        rows = table["c"][4][0][3]
        cells = ["".join(pandoc.paragraphs(cell[4])) for _, (cell,) in rows]
        assert list(map(one_space, cells)) == list(map(one_space, ONE_LINE))

    def test_a_body_stays_within_itself(self, reader: str) -> None:
        bodies: tuple[str, ...] = (
            "a[^1]\n\n[^1]: one",
            "b[^1]\n\n[^1]: two",
            "x\n\n---\ntitle: x\n---\n\ny",
            "> ---\n> a: b\n> ---",
            "::: x",
        )
        bodies += ("\\newcommand{\\x}{y}", "$$\nx", "\\begin{comment}\nz\n\\end{comment}")
        items = [f"-   head\n\n{escape.indent_block(isolate_body(body))}\n\n    after" for body in bodies]
        document = pandoc.read_document(reader, "# Title\n\n" + "\n\n".join(items))
        (_, written) = document["blocks"]
        read = [list(pandoc.paragraphs(item)) for item in written["c"]]
        assert document["meta"] == {}
        assert [(item[0], item[-1]) for item in read] == [("head", "after")] * len(bodies)
        assert read[:3] == [
            ["head", "a[^1]", "[^1]: one", "after"],
            ["head", "b[^1]", "[^1]: two", "after"],
            ["head", "x", "<HorizontalRule>", "title: x", "y", "after"],
        ]
        assert read[4:] == [
            ["head", "::: x", "after"],
            ["head", r"\newcommand{\x}{y}", "after"],
            ["head", "$$<soft>x", "after"],
            ["head", r"\begin{comment}<soft>z<soft>\end{comment}", "after"],
        ]


@pytest.mark.parametrize("reader", ["gfm", "markdown", "commonmark_x"])
def test_every_link_of_the_archive_has_a_target(reader: str) -> None:
    page = pandoc.as_html(reader, export_markdown(Survey(aid_and_talks())))
    links = re.findall(r'href="#(\w+)"', page)
    assert len(links) == 4
    assert [link for link in links if page.count(f'id="{link}"') != 1] == []
    assert page.count("<table") == 3

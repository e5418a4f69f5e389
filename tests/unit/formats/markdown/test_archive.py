"""The Markdown document: what goes in comes out of a parser again."""

import pytest
from collations import Telling, annotate, codebook, collate
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from tui.analysis.comparison import compare_accounts
from tui.analysis.survey import Survey
from tui.formats.markdown.archive import export_markdown
from tui.formats.markdown.body import isolate_body
from tui.formats.markdown.comparison_table import comparison_markdown
from tui.formats.markdown.record_groups import GroupBy
from tui.formats.markdown.repair import parser, same_tokens
from tui.model import Account, Anchor, AnchorState, Annotation, Byline, Collation, Placed

BOOK = codebook(
    {"aid": "Aid should come", "talks": "Talks | took *place*", "quiet": "Nobody says this"},
    speakers={"Mevlüt Çavuşoğlu": ("Cavusoglu",)},
)


def sample() -> Collation:
    first = (
        annotate("claim", "Aid must come", ["Cavusoglu", "Lavrov"], "aid", id="a", cue="said", tags=("x", "y")),
        annotate("denial", "No talks", "Zarif", "talks", id="b", body="- one\n- two\n\n```\nopen"),
        annotate("note", id="n1", on="b", body="# Hm", annotator="Ada", created="2026-05-03T10:00:00Z"),
        annotate("note", id="n2", on="n1", body="Quite", annotator="Bo"),
        annotate("note", id="n3", body="All of it.", annotator="Bo"),
        annotate("note", id="n4", on="gone", body="Where?"),
    )
    second = (annotate("no-comment", "no word", about="aid"), annotate("claim", "gone", "Zarif"))
    notes = (annotate("note", about="quiet", id="p1", body="Odd.", annotator="Ada"),)
    return collate(
        Telling("one", "Aid must come. No talks.", first, Byline(outlet="The Times", date="2016-12-27")),
        Telling("two", "There is no word.", second),
        book=BOOK,
        notes=notes,
    )


def test_the_document_reads_as_intended() -> None:
    assert export_markdown(Survey(sample()), title="Two accounts") == EXPECTED


@pytest.mark.parametrize("group_by", list(GroupBy))
def test_every_record_is_there_whatever_the_grouping(group_by: GroupBy) -> None:
    written = export_markdown(Survey(sample()), group_by=group_by)
    assert written == export_markdown(Survey(sample()), group_by=group_by)
    quotes = {"".join(paragraphs) for paragraphs in block_quotes(parser().parse(written))}
    assert quotes == {"Aid must come", "No talks", "no word", "gone"}
    for body in ("# Hm", "Quite", "All of it.", "Where?", "Odd."):
        assert written.count(body) == 1
    assert f"{written.rstrip()}\n" == written


def test_an_unknown_grouping_is_refused() -> None:
    with pytest.raises(ValueError, match="weather"):
        export_markdown(Survey(sample()), group_by="weather")


def test_two_propositions_of_the_same_wording_stay_two() -> None:
    book = codebook({"p": "Same", "q": "Same"})
    made = (annotate("claim", "x", "Ada", "p"), annotate("claim", "y", "Bo", "q"))
    written = export_markdown(Survey(collate(Telling("one", "x y", made), book=book)), group_by="proposition")
    assert written.count("### Same") == 2


def test_a_filter_is_named() -> None:
    assert "\n\nOnly what matches: kind claim · text “\\*”\n\n" in export_markdown(
        Survey(sample()), scope="kind claim · text “*”"
    )


def test_nothing_at_all_is_a_document_too() -> None:
    assert export_markdown(Survey(collate())).startswith("# Accounts compared\n\n*There is no article here.*")


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        (Anchor(AnchorState.ADJUSTED, 0, 3, 0.9), "*The quote was found changed in today's text:*\n\n    > Aid"),
        (Anchor(AnchorState.REVIEW), "*It is not certain where the quote stands in today's text.*"),
        (Anchor(AnchorState.ORPHAN), "*The quote is not in today's text.*"),
    ],
)
def test_doubtful_places_are_said_in_words(anchor: Anchor, said: str) -> None:
    account = sample().accounts[0]
    moved = Account("A", account.article, (Placed(account.placed[0].record, anchor),))
    assert said in export_markdown(Survey(Collation((moved,), BOOK)))


def test_an_address_is_a_link_only_where_it_is_one() -> None:
    for url, written in (
        ("https://a.b/c?d=1", "<https://a.b/c?d=1>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://a.b/> <script>", r"https\://a.b/> \<script>"),
    ):
        assert f"{written} · file one.txt" in export_markdown(Survey(collate(Telling("one", "x", (), Byline(url=url)))))


def test_the_comparison_alone() -> None:
    written = comparison_markdown(compare_accounts(sample()))
    assert written.startswith("# Comparison of accounts\n\n-   **A** Aid must come. No talks.\n-   **B** ")
    assert "| Talks &#124; took \\*place\\* | rejected | ✗ 1 Zarif | – |" in written
    assert written.endswith("1 rejected · 1 single account\n") or "1 open" in written


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x0b"), min_size=1, max_size=20)
hostile = st.sampled_from(
    ["# x", "- x", "```", "<!-- ", "|", "> x", "[1]: http://x", "    x", "1. x", "***", "\n\n", " "]
)
quotes = st.lists(words | hostile, min_size=1, max_size=4).map("".join)
bodies = st.lists(hostile | words, max_size=4).map("\n".join)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(quotes, bodies, bodies, quotes)
def test_quotes_and_bodies_survive_in_the_whole_document(quote: str, body: str, reply: str, name: str) -> None:
    made = (
        annotate("claim", quote, (name,), "aid", id="a", body=body, cue=name, tags=(name,)),
        annotate("note", id="n", on="a", body=reply, annotator=name),
        annotate("denial", "last", (name,), "talks", id="z"),
    )
    tokens = parser().parse(export_markdown(Survey(collate(Telling("one", f"{quote} last", made), book=BOOK))))
    item = list_items(tokens)
    heads, record, last = item[-1][:3], item[-2], item[-1]
    assert [token.type for token in heads] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(block_quotes(last)[0]) == "last"
    assert "\n\n".join(block_quotes(record)[0]) == quote
    expected = [
        *parser().parse(f"{isolate_body(body)}\n"),
        *marker("Tags:"),
        *marker("note"),
        *parser().parse(f"{isolate_body(reply)}\n"),
    ]
    start = next(i for i, token in enumerate(record) if token.type == "blockquote_close") + 1
    assert same_tokens(blank(record[start:], name), blank(expected, name))


def marker(word: str) -> list[Token]:
    return parser().parse(word)


def blank(tokens: list[Token], name: str) -> list[Token]:
    """Forget what the lines of ours say: they begin with `Tags:` or hold the note's headline."""
    return [token.copy(children=[]) if token.type == "inline" and is_ours(token) else token for token in tokens]


def is_ours(token: Token) -> bool:
    return token.content.startswith(("Tags:", "**✎ Note**")) or token.content == "note"


def list_items(tokens: list[Token]) -> list[list[Token]]:
    """Return what stands in each top-level list item."""
    items: list[list[Token]] = []
    for token in tokens:
        if token.level == 1 and token.type == "list_item_open":
            items.append([])
        elif token.level >= 2 and items:
            items[-1].append(token)
    return items


def block_quotes(tokens: list[Token]) -> list[list[str]]:
    """Return the paragraphs of each block quote."""
    found: list[list[str]] = []
    depth = 0
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "blockquote_open":
            found.append([])
        elif token.type == "inline" and depth:
            parts = ("\n" if part.type == "hardbreak" else part.content for part in token.children or ())
            found[-1].append("".join(parts))
    return found


def test_annotations_without_anything_are_written() -> None:
    bare = Annotation("x", "odd-kind")
    assert "**A1 ? odd-kind**" in export_markdown(Survey(collate(Telling("one", "x", (bare,)))))


EXPECTED = r"""# Two accounts

|  | Account | Source | ▸ Claim | ✗ Denial | ≡ Agreement | ✎ Note | ? No comment |
| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |
| **A** | Aid must come. No talks. | The Times, 27 December 2016 | 1 | 1 | 0 | 4 | 0 |
| **B** | There is no word. |  | 1 | 0 | 0 | 0 | 1 |

## The comparison

| Proposition | Status | A | B |
| --- | --- | --- | --- |
| Aid should come | open | ▸ 1 Mevlüt Çavuşoğlu, Lavrov | ? 1 |
| Talks &#124; took \*place\* | rejected | ✗ 1 Zarif | – |

1 rejected · 1 open · 1 statement without a proposition · 1 proposition that nobody speaks of

## What the accounts say

### Aid should come

*Open*

-   **A1** ▸ Claim · Cavusoglu and Lavrov · “Aid must come”
-   **B1** ? No comment · nobody named · “no word”

### Talks \| took \*place\*

*Rejected*

-   **A2** ✗ Denial · Zarif · “No talks”
-   **B** is silent

### Nobody says this

*Nobody speaks of it*

Notes on the proposition:

-   **✎ Note** · Ada

    Odd.

### Without a proposition

-   **B2** ▸ Claim · Zarif · “gone”

## Who speaks

| Speaker | Also called | A | B |
| --- | --- | ---: | ---: |
| Zarif |  | 1 | 1 |
| Lavrov |  | 1 | 0 |
| Mevlüt Çavuşoğlu | Cavusoglu | 1 | 0 |

## A. Aid must come. No talks.

The Times · 27 December 2016 · file one.txt

### In reading order

-   **A1 ▸ Claim** · Cavusoglu and Lavrov · “said”

    Asserts: *Aid should come*

    > Aid must come

    Tags: x, y

-   **A2 ✗ Denial** · Zarif

    Denies: *Talks \| took \*place\**

    > No talks

    - one
    - two

    ```
    open
    ```

    **✎ Note** · Ada, 3 May 2026

    # Hm

    **✎ Note** · Bo

    Quite

### On the whole article

-   **A3 ✎ Note** · Bo

    All of it.

### Notes in A on records that are not there

-   **✎ Note**

    Where?

## B. There is no word.

file two.txt

### In reading order

-   **B1 ? No comment**

    Leaves open: *Aid should come*

    > no word

-   **B2 ▸ Claim** · Zarif

    > gone

    *The quote is not in today's text.*
"""

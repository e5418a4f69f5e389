"""The Markdown document: what goes in comes out of a parser again."""

import re

import pytest
from aid_and_talks import BOOK, aid_and_talks
from collations import Telling, annotate, collate
from contradiction import contradiction
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token
from markdown_tokens import block_quotes, list_items

from tui.analysis.survey import Survey
from tui.formats.archive_section import ArchiveSection
from tui.formats.markdown.archive import export_markdown, markdown_pieces
from tui.formats.markdown.body import isolate_body
from tui.formats.markdown.record_groups import GroupBy
from tui.formats.markdown.repair import parser, same_tokens
from tui.model import Annotation


def test_the_document_is_as_expected() -> None:
    assert export_markdown(Survey(aid_and_talks()), title="Two accounts") == EXPECTED


@pytest.mark.parametrize("group_by", list(GroupBy))
def test_every_record_is_exported_whatever_the_grouping(group_by: GroupBy) -> None:
    written = export_markdown(Survey(aid_and_talks()), group_by=group_by)
    assert written == export_markdown(Survey(aid_and_talks()), group_by=group_by)
    quotes = {"".join(paragraphs) for paragraphs in block_quotes(parser().parse(written))}
    assert quotes == {"Aid must come", "No talks", "no word", "gone"}
    for body in ("# Hm", "Quite", "All of it.", "Where?", "Odd."):
        assert written.count(body) == 1
    assert f"{written.rstrip()}\n" == written


def test_an_unknown_grouping_is_refused() -> None:
    with pytest.raises(ValueError, match="weather"):
        export_markdown(Survey(aid_and_talks()), group_by="weather")


def test_of_some_records_no_comparison_is_given() -> None:
    document = export_markdown(Survey(aid_and_talks()), scope="kind claim · text “*”")
    assert "\n\nOnly what matches: kind claim · text “\\*”. Export everything to have the comparison" in document
    assert [line for line in document.splitlines() if line.startswith("## ")] == [
        "## Propositions",
        "## A. Aid must come. No talks.",
        "## B. There is no word.",
    ]
    assert "silent" not in document


def test_a_document_without_articles_says_so() -> None:
    assert export_markdown(Survey(collate())).startswith("# Accounts compared\n\n*There is no article here.*")


def test_sections_are_chosen_and_references_lead_only_to_records_that_are_there() -> None:
    survey = Survey(aid_and_talks())
    for section, heading in (("comparison", "## The comparison"), ("propositions", "## Propositions")):
        document = export_markdown(survey, sections={ArchiveSection(section)})
        assert [line for line in document.splitlines() if line.startswith("## ")] == [heading]
        assert "](#" not in document
    people = export_markdown(Survey(contradiction()), sections={ArchiveSection.PEOPLE})
    assert "**A2** ✗ Denial" in people
    records = export_markdown(survey, group_by="proposition", sections={ArchiveSection.RECORDS})
    assert records.startswith("# Accounts compared\n\n## By proposition\n")


@pytest.mark.parametrize("group_by", list(GroupBy))
def test_every_reference_has_its_target_and_every_record_stands_once(group_by: GroupBy) -> None:
    document = export_markdown(Survey(aid_and_talks()), group_by=group_by)
    targets = re.findall(r'<a id="(\w+)">', document)
    assert sorted(targets) == ["A1", "A2", "A3", "B1", "B2"]
    assert {*re.findall(r"\]\(#(\w+)\)", document)} <= {*targets}
    assert document.count("> Aid must come") == 1
    assert document.count("Odd.") == 1


def test_notes_on_propositions_that_the_codebook_lacks_are_exported() -> None:
    note = annotate("note", about="lost", id="p2", body="Why *not*?")
    collation = collate(Telling("one", "x", (annotate("claim", "x"),)), notes=(note,))
    for group_by in GroupBy:
        assert export_markdown(Survey(collation), group_by=group_by).count("Why *not*?") == 1
        assert export_markdown(Survey(collation), group_by=group_by, scope="kind note").count("Why *not*?") == 1


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x0b"), min_size=1, max_size=20)
hostile = st.sampled_from(
    ["# x", "- x", "```", "<!-- ", "|", "> x", "[1]: http://x", "    x", "1. x", "***", "\n\n", " "]
)
quotes = st.lists(words | hostile, min_size=1, max_size=4).map("".join)
bodies = st.lists(hostile | words, max_size=4).map("\n".join)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(quotes, bodies, bodies, quotes)
def test_quotes_and_bodies_survive_in_the_whole_document(quote: str, body: str, reply: str, name: str) -> None:
    records = (
        annotate("claim", quote, (name,), "aid", id="a", body=body, cue=name, tags=(name,)),
        annotate("note", id="n", on="a", body=reply, annotator=name),
        annotate("denial", "last", (name,), "talks", id="z"),
    )
    tokens = parser().parse(export_markdown(Survey(collate(Telling("one", f"{quote} last", records), book=BOOK))))
    item = list_items(tokens)
    heads, record, last = item[-1][:3], item[-2], item[-1]
    assert [token.type for token in heads] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(block_quotes(last)[0]) == "last"
    assert "\n\n".join(block_quotes(record)[0]) == quote
    expected = [
        *parser().parse(f"{isolate_body(body)}\n"),
        *marker("note"),
        *parser().parse(f"{isolate_body(reply)}\n"),
    ]
    start = next(i for i, token in enumerate(record) if token.type == "blockquote_close") + 1
    assert same_tokens(blank(record[start:], name), blank(expected, name))


def marker(word: str) -> list[Token]:
    return parser().parse(word)


def blank(tokens: list[Token], name: str) -> list[Token]:
    """Return the tokens without the text of the program's own lines."""
    return [token.copy(children=[]) if token.type == "inline" and is_own_line(token) else token for token in tokens]


def is_own_line(token: Token) -> bool:
    return token.content.startswith("**✎ Note**") or token.content == "note"


def test_an_annotation_with_nothing_but_a_kind_is_exported() -> None:
    bare = Annotation("x", "odd-kind")
    assert "**A1 ? odd-kind**" in export_markdown(Survey(collate(Telling("one", "x", (bare,)))))


def test_the_pieces_are_the_document() -> None:
    survey = Survey(aid_and_talks())
    pieces = list(markdown_pieces(survey, group_by="kind", title="T"))
    assert "".join(pieces) == export_markdown(survey, group_by="kind", title="T")
    assert max(piece.count("\n>") for piece in pieces) <= 1


EXPECTED = r"""# Two accounts

|  | Account | Source | ▸ Claim | ✗ Denial | ✎ Note | ? No comment | Doubtful |
| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |
| **A** | Aid must come. No talks. | The Times, 27 December 2016 | 1 | 1 | 4 | 0 | 0 |
| **B** | There is no word. |  | 0 | 0 | 0 | 1 | 1 |

3 statements, 5 notes in 2 accounts

## The comparison

| Status | # | Proposition | A The Times | B There is no word. |
| --- | ---: | --- | --- | --- |
| rejected |  | Talks &#124; took \*place\* | ✗ 1 Zarif · [A2](#A2) | – |
| open | 1 | Aid should come | ▸ 1 Mevlüt Çavuşoğlu, Lavrov · [A1](#A1) | ? 1 own voice · [B1](#B1) |

1 rejected · 1 open · 1 statement with a doubtful quote · 1 proposition that nobody speaks of

### Without a proposition

-   **B** [B2](#B2)

## Propositions

### Nobody says this

*Nobody speaks of it*

Notes on the proposition:

-   **✎ Note** · Ada

    Odd.

## Who speaks

| Speaker | Also called | Statements | Accounts | Doubtful |
| --- | --- | ---: | --- | ---: |
| Lavrov |  | 1 | A 1 | 0 |
| Mevlüt Çavuşoğlu | Cavusoglu | 1 | A 1 | 0 |
| Zarif |  | 1 | A 1 | 1 |

## A. Aid must come. No talks.

The Times · 27 December 2016 · file one.txt

### In reading order

-   <a id="A1"></a>**A1 ▸ Claim** · Cavusoglu and Lavrov · “said” · Asserts: *Aid should come* · Tags: x, y

    > Aid must come

-   <a id="A2"></a>**A2 ✗ Denial** · Zarif · Denies: *Talks \| took \*place\**

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

-   <a id="A3"></a>**A3 ✎ Note** · Bo

    All of it.

### Notes in A on records that are not there

-   **✎ Note**

    Where?

## B. There is no word.

file two.txt

### In reading order

-   <a id="B1"></a>**B1 ? No comment** · own voice · Leaves open: *Aid should come*

    > no word

-   <a id="B2"></a>**B2 ▸ Claim** · Zarif

    > gone

    *The quote is not in today's text.*
"""

"""Highlights in notes become annotations."""

import pytest

from tui.errors import FormatError
from tui.formats.callout_records import read_callouts
from tui.formats.foreign import ForeignDocument, ImportFile
from tui.formats.jsonld.vocabulary import annotation_uri
from tui.model import Annotation, TextPiece, TextSelector

HIGHLIGHTS = """---
url: https://x.example/one
---
> [!quote] Page 3
> the bridge

> [!claim]
> > would […] reopen
>
> A *body*

> [!info] Empty
"""
OWN = """---
article: "one"
---
> [!hints] **A1** ~ Hints · [[speakers/Ada Holm|Holm]] and [[speakers/Bo|Bo]]
>
> Asserts: [[propositions/p|The bridge reopens]]
>
> > the bridge
>
> *Adjusted: the article has changed.*
>
> Body
>
> #a #b · Recorded by Holm, Mira, 3 May 2026
>
> > [!note] ✎ Note
> >
> > Why
> >
> > — Bo

^r-k1
"""


def read(text: str) -> ForeignDocument:
    return read_callouts(ImportFile("n.md", text))


def test_highlights_are_quotes_with_a_body() -> None:
    first, second = read(HIGHLIGHTS).annotations
    assert first.annotation == Annotation("", "note", target=TextSelector("the bridge"))
    pieces = TextSelector.of_pieces((TextPiece("would"), TextPiece("reopen")))
    assert second.annotation == Annotation("", "claim", target=pieces, body="A *body*")
    assert first.article.url == "https://x.example/one"
    assert [each.source_id for each in read(HIGHLIGHTS).annotations] == [first.source_id, second.source_id]


def test_our_own_export_comes_back_without_the_notes_on_a_record() -> None:
    document = read(OWN)
    (record,) = document.annotations
    assert record.annotation == Annotation(
        "",
        "hints",
        "",
        TextSelector("the bridge"),
        ("Holm", "Bo"),
        "p",
        body="Body",
        tags=("a", "b"),
        annotator="Holm, Mira",
    )
    assert record.source_id == annotation_uri("one", "k1")
    assert document.codebook.propositions["p"].text == "The bridge reopens"


def test_a_callout_in_a_highlight_is_a_note_on_it() -> None:
    record, note = read("> [!quote]\n> a\n>\n> > [!note]\n> > Why\n").annotations
    assert (note.annotation.body, note.reply_to) == ("Why", record.source_id)


def test_highlights_that_were_added_to_our_own_note_come_in() -> None:
    added = read(OWN + "\n> [!quote]\n> new words\n").annotations[1]
    assert (added.annotation.quote, added.article.id) == ("new words", "one")


def test_everything_in_one_note_is_refused_and_a_note_without_callouts_is_empty() -> None:
    assert read('---\ngenerator: "diptych"\n---\n# All\n').annotations == ()
    with pytest.raises(FormatError, match="export to a folder"):
        read('---\ngenerator: "diptych"\n---\n> [!claim] x\n> > q\n')

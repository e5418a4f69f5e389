"""Callouts of Markdown notes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.formats.callouts import Callout, callouts_of, inline_text, plain_text, properties_of
from tui.formats.markdown import escape

NOTE = """---
url: https://x.example/one
title: "A \\"title\\""
tags: [a]
---
> no callout

> [!quote|#ff0] Page 3
> said so
>
> > [!note]- Ada
> > B

^b1
"""


def test_callouts_have_blocks_nested_ones_and_an_id() -> None:
    nested = Callout("note", "Ada", ("B",), ())
    assert list(callouts_of(NOTE)) == [Callout("quote", "Page 3", ("said so",), (nested,), "b1")]
    assert next(callouts_of("> [!quote]\n> a ^x-1")) == Callout("quote", "", ("a",), (), "x-1")


def test_properties_are_texts() -> None:
    found = properties_of(NOTE)
    assert (found["url"], found["title"]) == ("https://x.example/one", 'A "title"')
    assert properties_of("url: x") == {}


def test_a_block_quote_is_plain_text_again() -> None:
    assert plain_text("> a\\*b\n> c &#35;") == "a*b c #"


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00\v"), min_size=1).filter(
        lambda text: text.strip() == text and "\n" not in text
    )
)
def test_what_export_escapes_is_read_back(text: str) -> None:
    assert inline_text(escape.inline(text)) == text
    assert plain_text(escape.block_quote(text)) == text


@settings(deadline=None)
@given(st.text(st.sampled_from("> [!quote]^a-\n\\&#;|")))
def test_any_text_is_read(text: str) -> None:
    for callout in callouts_of(text):
        assert "\n" not in callout.head

"""Linear text: all content in reading order, no control character."""

import re

import pytest
from collations import Telling, annotate, codebook, collate
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.survey import Survey
from tui.formats.plain.linear_text import plain_lines
from tui.formats.plain.page import Page
from tui.layout.glyphs import glyphs_for
from tui.layout.graphemes import cell_len
from tui.model import Byline, Collation

BOOK = codebook({"aid": "Aid should come", "talks": "The talks took place"})
TEXT = "Headline\n\nAid must come, he said, and it must come soon to all who wait.\n\nNo talks were held."


def plain_text(collation: Collation, width: int = 80, *, ascii_only: bool = False) -> str:
    page = Page(width, glyphs_for(ascii_only=ascii_only))
    return "\n".join(plain_lines(Survey(collation), page)) + "\n"


def sample() -> Collation:
    first = (
        annotate("claim", "Aid must come", "Lavrov", "aid", id="a", cue="said", tags=("x", "y")),
        annotate("denial", "No talks were held", "Zarif", "talks", id="b", body="Hm."),
        annotate("note", id="n1", on="b", body="Really?", annotator="Ada", created="2026-05-03T10:00:00Z"),
        annotate("note", id="n2", body="All of it.", annotator="Bo"),
        annotate("claim", "gone", "Zarif"),
    )
    notes = (annotate("note", about="aid", body="Which aid?"),)
    return collate(
        Telling("one", TEXT, first, Byline(outlet="Times")), Telling("two", "Other."), book=BOOK, notes=notes
    )


EXPECTED = """\
──────────────────────────────────────────────────
A  Headline
   Times · one.txt
   Claim 1 · Denial 1 · Note 2 · 1 doubtful
──────────────────────────────────────────────────
    Headline

  ▸ Aid must come, he said, and it must come soon
    to all who wait.

      A1 ▸ Claim · Lavrov · “said”
        Asserts: Aid should come
        “Aid must come”
        Tags: x, y

  ✗ No talks were held.

      A2 ✗ Denial · Zarif
        Denies: The talks took place
        “No talks were held”
        Hm.
        ✎ Note · Ada, 3 May 2026
          Really?

    Without a certain place

      A4 ▸ Claim · Zarif
        “gone”
        The quote is not in today's text.

    On the whole article

      A3 ✎ Note · Bo
        All of it.

──────────────────────────────────────────────────
B  Other.
   two.txt
   nothing recorded
──────────────────────────────────────────────────
    Other.

──────────────────────────────────────────────────
Comparison
   1 rejected · 1 told by one account · 1
   statement with a doubtful quote
──────────────────────────────────────────────────
The talks took place [rejected]
   A2 ✗ Denial · Zarif · “No talks were held”
   silent: B

Aid should come [told by one account]
   A1 ▸ Claim · Lavrov · “Aid must come”
   silent: B

──────────────────────────────────────────────────
Who speaks
──────────────────────────────────────────────────
Lavrov · A 1 · Claim 1
Zarif · A 1 · Denial 1 · 1 doubtful

──────────────────────────────────────────────────
Notes on propositions
──────────────────────────────────────────────────
✎ Note
  On: Aid should come
  Which aid?

"""


def test_the_text_is_as_expected() -> None:
    assert plain_text(sample(), 50) == EXPECTED


def test_ascii_only_text_has_ascii_glyphs_and_quotes() -> None:
    written = plain_text(sample(), 50, ascii_only=True)
    assert written.isascii()
    assert '> Claim - Lavrov - "Aid must come"' in written


def test_a_survey_without_articles_says_so() -> None:
    assert plain_text(collate()) == "There is no article here.\n"


outside = st.text(
    st.sampled_from("ab \n\t\x1b\x07\x9b\r\x00\x85\u202e\u2028\u200b漢🙂é[31m")
    | st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=30,
)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(outside, outside, st.integers(20, 90))
def test_no_control_character_reaches_the_terminal(text: str, name: str, width: int) -> None:
    claim = annotate("claim", text, (name,), "aid", body=name, cue=name, tags=(name,), annotator=name, created=name)
    note = annotate("note", id="n", on=claim.id, body=text, annotator=name)
    byline = Byline(name, name, name, name, name)
    written = plain_text(collate(Telling("one", f"x {text} y", (claim, note), byline), book=BOOK), width)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", written)


@pytest.mark.parametrize("width", [24, 40, 80, 132])
def test_lines_are_no_wider_than_the_page(width: int) -> None:
    assert max(map(cell_len, plain_text(sample(), width).split("\n"))) <= width

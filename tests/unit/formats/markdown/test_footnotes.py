"""Quotes that a draft can use, and where their footnotes lead."""

from pathlib import Path

from collations import Telling, annotate, codebook, collate
from markdown_it import MarkdownIt

from tui.analysis.survey import Survey
from tui.formats.markdown.footnotes import attributed_quote, footnote
from tui.model import Account, Article, Byline


def quote_of(text: str, byline: Byline, **more: str) -> str:
    annotation = annotate("claim", text, **more)
    survey = Survey(collate(Telling("one", text, (annotation,), byline)))
    (statement,) = survey.comparison.unplaced[0].statements
    return attributed_quote(statement, {})


def test_a_statement_without_a_speaker_is_the_outlets_own() -> None:
    assert quote_of("It rains", Byline(outlet="The Post")) == "Asserts: “It rains” — own voice of The Post[^A]"
    assert quote_of("It rains", Byline()) == "Asserts: “It rains” — own voice of account A[^A]"


def test_a_quote_of_several_lines_is_on_one() -> None:
    assert quote_of("It\n\n# rains", Byline(), speaker="Ada\nHolm") == "Asserts: “It # rains” — Ada Holm[^A]"


def test_what_weakens_a_statement_is_beside_it() -> None:
    assert quote_of("It", Byline(), hedge="reportedly") == (
        "Asserts: “It” — own voice of account A · hedged by “reportedly”[^A]"
    )


def test_a_footnote_has_the_source_and_only_a_web_address_as_a_link() -> None:
    byline = Byline("Rain", "The Post", "Bo", "2026-05-03", "https://post.example/rain")
    account = Account("A", Article("one", "", Path("one.txt"), byline))
    assert footnote(account) == "[^A]: Account A: Bo, The Post, “Rain”, 2026-05-03, <https://post.example/rain>"
    hostile = Account("B", Article("two", "", Path("two.txt"), Byline("T", url="javascript:alert(1)")))
    assert footnote(hostile) == "[^B]: Account B: T, javascript:alert(1)"


def test_a_reader_without_footnotes_takes_one_for_a_paragraph() -> None:
    source = footnote(Account("A", Article("one", "", Path("one.txt"), Byline("Rain"))))
    env: dict[str, object] = {}
    MarkdownIt("commonmark").parse(source, env)
    assert not env.get("references")


def test_a_speaker_whom_two_annotators_spell_differently_is_one() -> None:
    records = (
        annotate("agreement", "Rain", ["Cavusoglu", "Ada"], "p", annotator="Bo", id="a"),
        annotate("agreement", "Rain", ["Ada", "Mevlüt Çavuşoğlu"], "p", annotator="Cy", id="b"),
    )
    book = codebook({"p": "P"}, speakers={"Mevlüt Çavuşoğlu": ("Cavusoglu",)})
    (row,) = Survey(collate(Telling("one", "Rain", records), book=book)).comparison.rows
    assert attributed_quote(row.evidence[0], {}) == "Agrees: “Rain” — Cavusoglu and Ada · marked by Bo and Cy[^A]"

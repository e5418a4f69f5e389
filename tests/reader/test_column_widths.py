"""How wide columns are, where lines break, and how a cut is shown: pure."""

import pytest
from textual.content import Content

from tui.model import Byline
from tui.model.text_title import text_title
from tui.reader.screens.articles.rows import ArticleRows, article_head
from tui.reader.screens.people.rows import people_width
from tui.reader.screens.search.rows import HitRows, hit_lines
from tui.reader.widgets.inspector import InspectorLine
from tui.reader.widgets.pane.header import has_title
from tui.session.article_list import SharedPropositions
from tui.storage.fulltext.article_search import SNIPPET_MARGIN, ArticleHits, Snippet
from tui.storage.workspace.catalogue import CatalogueEntry

ENTRIES = (
    CatalogueEntry("a", "A short title", Byline(outlet="The Independent Regional Gazette", date="2026-03-16")),
    CatalogueEntry("b", "日本の短い題", Byline(outlet="The Post", date="2026-03-17")),
)


def article_list(width: int) -> list[str]:
    """Return the header and the rows of the list of articles."""
    rows = ArticleRows(ENTRIES, (), SharedPropositions.of(()))
    lines = [line for index in range(len(rows)) for line in rows.lines(index, width, current=False)]
    return [article_head(rows, width).plain.rstrip(), *(line.plain.rstrip() for line in lines)]


def test_columns_of_the_articles_are_as_wide_as_they_need() -> None:
    assert article_list(200) == [
        "open   title          outlet                            date              marked  in common",
        "       A short title  The Independent Regional Gazette  2026-03-16             ·          ·",
        "       日本の短い題   The Post                          2026-03-17             ·          ·",
    ]
    assert article_list(90)[1] == "       A short title  The Independent R…  2026-03-16             ·          ·"
    assert article_list(34)[1:] == ["       A short t…                ·", "       日本の短 …                ·"]


@pytest.mark.parametrize(("width", "accounts", "cells"), [(80, 2, 28), (80, 5, 40), (120, 5, 43), (200, 6, 56)])
def test_names_of_people_have_room_beside_many_numbers(width: int, accounts: int, cells: int) -> None:
    assert people_width(width, accounts) == cells


def test_a_speaker_and_the_sign_before_it_are_in_one_row() -> None:
    part = Content("A ▸ Ada Holm  ? The company  ✗ Two crew members of the ferry")
    line = InspectorLine((part, Content("B silent")), Content("  "), piece_gap="  ")
    assert [row.plain for row in line.rows(24)] == [
        "  A ▸ Ada Holm",
        "  ? The company",
        "  ✗ Two crew members of",
        "  the ferry   B silent",
    ]
    assert [row.plain for row in line.rows(80)] == [f"  {part.plain}   B silent"]


def test_words_around_a_hit_are_cut_with_a_sign_however_wide_the_list_is() -> None:
    long = "word " * (SNIPPET_MARGIN // 5)
    snippets = [Snippet(200, f"d{long[1:]}", "here", f" {long[1:]}"), Snippet(4, "The ", "end", ".")]
    rows = HitRows(hit_lines([ArticleHits("a", "Title", 2, tuple(snippets))]))
    cut, whole = (rows.lines(index, 180, current=False)[0].plain.rstrip() for index in (1, 2))
    assert cut == f"{' ' * 7}…{'word ' * 11}here{' ord' + ' word' * 11}…"
    assert whole == f"{' ' * 59}The end."


def test_a_title_is_in_a_line_with_whatever_quotation_marks() -> None:
    assert has_title('# "Less harm" than feared', "“Less harm” than feared")
    assert has_title("word " * 500, text_title("word " * 500))
    assert not has_title("Less harm", "Less harm …")
    assert not has_title("Less harm than feared", "“Less harm” than feared")

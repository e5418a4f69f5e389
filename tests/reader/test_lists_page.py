"""Test that docs/lists.md has every key of every list."""

import re
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from tui.reader.commands import key_display
from tui.reader.screens.agreement.screen import AgreementScreen
from tui.reader.screens.articles.screen import ArticlesScreen
from tui.reader.screens.codebook.screen import CodebookScreen
from tui.reader.screens.comparison.comparison_list import ComparisonList
from tui.reader.screens.comparison.screen import ComparisonScreen
from tui.reader.screens.hits.screen import HitsScreen
from tui.reader.screens.people.screen import PeopleScreen
from tui.reader.screens.records.screen import RecordsScreen
from tui.reader.screens.review.screen import ReviewScreen
from tui.reader.screens.search.screen import SearchScreen
from tui.reader.widgets.choosing_list import ChoosingList

PAGE = (Path(__file__).parents[2] / "docs" / "lists.md").read_text(encoding="utf-8")

SIGNS = {"slash": "/", "asterisk": "*"}
"""Textual's names of keys, and how the page writes them."""


@pytest.mark.parametrize(
    ("heading", "owners"),
    [
        ("Articles", [ArticlesScreen]),
        ("Records", [RecordsScreen, ChoosingList]),
        ("Comparison", [ComparisonScreen, ComparisonList]),
        ("People", [PeopleScreen]),
        ("Agreement", [AgreementScreen]),
        ("Codebook", [CodebookScreen]),
        ("Hits", [HitsScreen]),
        ("Search in every article", [SearchScreen]),
        ("Review", [ReviewScreen]),
    ],
)
def test_the_page_has_each_key_of_a_list(heading: str, owners: list[type[DOMNode]]) -> None:
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    bindings = [binding for owner in owners for binding in owner.BINDINGS if isinstance(binding, Binding)]
    keys = {key_display(SIGNS.get(key, key)) for binding in bindings for key in binding.key.split(",")}
    missing = keys - set(re.findall(r"`([^`]+)`", section)) - set("2345678")
    assert keys
    assert not missing

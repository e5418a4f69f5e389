"""A table of data becomes a table of Markdown."""

import pytest

from tui.intake.html_table import table_markdown
from tui.intake.html_tree import parse_html


def _table(html: str) -> str:
    return table_markdown(next(element for element in parse_html(html).iter() if element.name == "table"))


def test_a_table_has_its_caption_and_all_cells() -> None:
    html = "<table><caption>Seats</caption><tr><th>Party<th>Seats<tr><td>Left | right<td>12<tr><td>None</table>"
    lines = ["Seats", "", "| Party | Seats |", "| --- | --- |", "| Left \\| right | 12 |", "| None |  |"]
    assert _table(html).split("\n") == lines


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>only one row<td>x</table>",
        "<table><tr><td>one<tr><td>column</table>",
        "<table><tr><td><h1>a</h1><td>b<tr><td>c<td>d</table>",
        f"<table><tr><td>{'word ' * 61}<td>b<tr><td>c<td>d</table>",
        "<table><tr><td><table></table><td>b<tr><td>c<td>d</table>",
    ],
)
def test_a_table_for_layout_is_none(html: str) -> None:
    assert _table(html) == ""

"""A table of a page as a table of Markdown."""

from __future__ import annotations

from tui.intake.html_tree import BLOCKS, Element
from tui.intake.markdown_text import escape

_LAYOUT = BLOCKS - {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "p", "div"}
_LONG_CELL = 60
"""Words: a cell with more is a part of the page, and its table is for the layout."""
_MAX_COLUMNS = 100


def table_markdown(table: Element) -> str:
    """Return a table as Markdown, or an empty string if it is for layout.

    | Party | Seats |
    | --- | --- |
    | Left | 12 |
    """
    if any(element.name in _LAYOUT or (element.name == "table" and element is not table) for element in table.iter()):
        return ""
    rows = [row for element in table.iter() if element.name == "tr" and (row := _cells(element))]
    if not _has_data(rows):
        return ""
    width = max(map(len, rows))
    lines = [_line([cell.text for cell in row], width) for row in rows]
    return "\n".join((*_caption(table), lines[0], _line(["---"] * width, width, raw=True), *lines[1:]))


def _cells(row: Element) -> list[Element]:
    return [child for child in row.children if isinstance(child, Element) and child.name in ("td", "th")][:_MAX_COLUMNS]


def _has_data(rows: list[list[Element]]) -> bool:
    if len(rows) < 2 or max(map(len, rows), default=0) < 2:
        return False
    return all(len(cell.text.split()) <= _LONG_CELL for row in rows for cell in row)


def _caption(table: Element) -> list[str]:
    captions = [element.text for element in table.iter() if element.name == "caption"]
    return [part for caption in captions if caption for part in (escape(caption), "")]


def _line(cells: list[str], width: int, *, raw: bool = False) -> str:
    texts = [cell if raw else escape(cell).replace("|", r"\|") for cell in cells]
    return f"| {' | '.join([*texts, *[''] * (width - len(texts))])} |"

"""The rows of the entries of a document: pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from tui.formats.phrasing import format_day
from tui.reader.content import line_content
from tui.reader.widgets.list_view import Rows
from tui.reader.widgets.tick_list import BOX, box_content

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui.session.document_entries import DocumentEntry

_HEADING = re.compile(r"\s*#+ .*\n")
DATE, KNOWN = 16, 12
"""Cells of the columns right of the title."""
_FIRST_WORDS = 2_000
"""Code points of a text that are shown."""


class EntryRows(Rows):
    """Entries, one line each, with a box before it."""

    def __init__(self, entries: Sequence[DocumentEntry], chosen: Collection[int]) -> None:
        super().__init__(entries)
        self.entries = entries
        self.chosen = chosen
        """The numbers of the entries to add."""
        self._known = KNOWN if any(entry.is_known for entry in entries) else 0

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        entry = self.entries[index]
        is_chosen = entry.number in self.chosen
        title = line_content(entry.title, "bold" if is_chosen else "$quiet" if entry.is_known else "")
        room = max(10, width - BOX - DATE - self._known - 2)
        cells = [title.truncate(room, ellipsis=True, pad=True)]
        cells.append(line_content(format_day(entry.byline.date), "$quiet").truncate(DATE, ellipsis=True, pad=True))
        cells.append(Content.styled("here already" if entry.is_known else "", "$quiet"))
        return [Content.assemble(box_content(is_ticked=is_chosen), Content(" ").join(cells))]


def entry_detail(entry: DocumentEntry) -> list[Content]:
    """Return the lines on an entry: title, origin, and its first words."""
    byline = entry.byline
    origin = " · ".join(part for part in (byline.outlet, byline.author, format_day(byline.date), byline.url) if part)
    words = line_content(_HEADING.sub("", entry.text[:_FIRST_WORDS]))
    return [line_content(entry.title, "bold"), line_content(origin, "$quiet"), words]

"""The rows of the list of articles, its header and details: pure."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from textual.content import Content

from tui.reader.content import line_content, visible_line
from tui.reader.widgets.list_view import Rows
from tui.session.article_list import SharedPropositions, sigla_of
from tui.storage.workspace.catalogue import CatalogueEntry

SIGLA, READ, MARKED, SHARED, GAP = 5, 4, 6, 9, 2
"""Cells of the columns of one width, and between two columns."""
TITLE, OUTLET = 10, 18
"""Cells of the title and the outlet, at least, if they need them."""


class ArticleRows(Rows):
    """The articles, one line each."""

    def __init__(
        self,
        entries: Sequence[CatalogueEntry],
        chosen: Sequence[str],
        open_propositions: SharedPropositions,
        read: Collection[str] = (),
    ) -> None:
        super().__init__(entries)
        self.entries = entries
        self.chosen = chosen
        """The ids of the articles to open, in order."""
        self.open_propositions = open_propositions
        self.read = read
        """The ids of the articles that the user has read."""

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        entry = self.entries[index]
        sigla = sigla_of(entry.id, self.chosen)
        outlet, date, marked = self.optional_widths(width)
        cells = [
            (Content.styled(sigla, "bold $primary"), SIGLA),
            (line_content(entry.title, "bold" if sigla else ""), self.title_width(width)),
            (line_content(entry.byline.outlet, "$quiet"), outlet),
            (line_content(entry.byline.day, "$quiet"), date),
            (Content.styled("read" if entry.id in self.read else "", "$quiet"), READ),
            (_number(entry.records, MARKED), marked),
            (_number(self.open_propositions.count(entry), SHARED), SHARED),
        ]
        return [Content(" " * GAP).join([cell.truncate(size, ellipsis=True, pad=True) for cell, size in cells if size])]

    def optional_widths(self, width: int) -> tuple[int, int, int]:
        """Return the cells of outlet, date and annotations, or 0 for none."""
        outlet = min(max(OUTLET, width // 6), self._longest[1]) if width >= 90 else 0
        date = 10 if width >= 60 and self._has_dates else 0
        return outlet, date, MARKED if width >= 60 else 0

    def title_width(self, width: int) -> int:
        """Return the cells of the title: of the longest, if there is room."""
        others = (SIGLA, READ, SHARED, *filter(None, self.optional_widths(width)))
        return max(TITLE, min(self._longest[0], width - sum(others) - GAP * len(others)))

    @cached_property
    def _has_dates(self) -> bool:
        return any(entry.byline.date for entry in self.entries)

    @cached_property
    def _longest(self) -> tuple[int, int]:
        """The cells of the longest title, and of the longest outlet or 0."""
        title = max((entry.title for entry in self.entries), key=len, default="")
        outlet = max((entry.byline.outlet for entry in self.entries), key=len, default="")
        return line_content(title).cell_length, max(len("outlet"), line_content(outlet).cell_length) if outlet else 0


def _number(number: int, size: int) -> Content:
    return Content.styled(f"{number:>{size},}") if number else Content.styled(f"{'·':>{size}}", "$quiet")


def article_head(rows: ArticleRows, width: int) -> Content:
    """Return the header over the articles, `width` cells wide."""
    outlet, date, marked = rows.optional_widths(width)
    columns = (
        ("open", SIGLA),
        ("title", rows.title_width(width)),
        ("outlet", outlet),
        ("date", date),
        ("", READ),
        ("marked", marked),
        ("in common", SHARED),
    )
    return Content.styled((" " * GAP).join([name.ljust(size) for name, size in columns if size]), "$quiet")


def article_detail(
    entry: CatalogueEntry, open_propositions: SharedPropositions, sentences: Mapping[str, str]
) -> list[Content]:
    """Return the lines on an article: title, origin, and shared propositions."""
    byline = entry.byline
    origin = " · ".join(part for part in (byline.outlet, byline.author, byline.day, byline.url, entry.id) if part)
    propositions = [sentences.get(slug, slug) for slug in sorted(open_propositions.shared(entry))]
    lines = [line_content(entry.title, "bold"), line_content(origin, "$quiet")]
    if propositions:
        lines.append(Content.styled(visible_line(f"in common: {' · '.join(propositions)}"), "$quiet"))
    return lines

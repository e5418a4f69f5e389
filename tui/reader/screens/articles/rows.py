"""How articles are listed."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from tui.reader.content import line_content, visible_line
from tui.reader.widgets.list_view import Rows
from tui.session.article_list import SharedPropositions, sigla_of
from tui.storage.workspace.catalogue import CatalogueEntry

SIGLA, SHARED, GAP = 5, 5, 2
"""Cells of the first and the last column, and between two columns."""


class ArticleRows(Rows):
    """Articles, a line each."""

    def __init__(self, entries: Sequence[CatalogueEntry], chosen: Sequence[str], common: SharedPropositions) -> None:
        super().__init__(entries)
        self.entries = entries
        self.chosen = chosen
        """The ids of those that are to be open, in order."""
        self.common = common

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        """Return the article's line: its sigla, title, outlet, date, and what it has in common with those open."""
        entry = self.entries[index]
        here = sigla_of(entry.id, self.chosen)
        outlet, date = self._widths(width)
        beside = sum(room + GAP for room in (outlet, date) if room) + SIGLA + SHARED + 2 * GAP
        shares = self.common.count(entry)
        cells = [
            (Content.styled(here, "bold $primary"), SIGLA),
            (line_content(entry.title, "bold" if here else ""), max(10, width - beside)),
            (line_content(entry.byline.outlet, "$quiet"), outlet),
            (line_content(entry.byline.date, "$quiet"), date),
            (Content.styled(f"{shares:>5}" if shares else "    ·", "" if shares else "$quiet"), SHARED),
        ]
        return [Content(" " * GAP).join([cell.truncate(room, ellipsis=True, pad=True) for cell, room in cells if room])]

    def _widths(self, width: int) -> tuple[int, int]:
        """Return the cells for the outlet and for the date: none where no article has one, or there is no room."""
        outlet = 18 if width >= 90 and any(entry.byline.outlet for entry in self.entries) else 0
        date = 10 if width >= 60 and any(entry.byline.date for entry in self.entries) else 0
        return outlet, date


def article_head(width: int) -> Content:
    """Return the line over the articles."""
    return Content.styled(f"{'open':<5}  {'title':<{max(5, width - 16)}}{'in common':>9}", "$quiet")


def article_detail(entry: CatalogueEntry, common: SharedPropositions, sentences: Mapping[str, str]) -> list[Content]:
    """Return what an article's line has no room for: the whole title, where it is from, what it has in common."""
    byline = entry.byline
    origin = " · ".join(part for part in (byline.outlet, byline.author, byline.date, byline.url, entry.id) if part)
    shares = [sentences.get(slug, slug) for slug in sorted(common.shared(entry))]
    lines = [line_content(entry.title, "bold"), line_content(origin, "$quiet")]
    if shares:
        lines.append(Content.styled(visible_line(f"in common: {' · '.join(shares)}"), "$quiet"))
    return lines

"""The rows of the list of articles, its header and details: pure."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from tui.reader.content import line_content, visible_line
from tui.reader.widgets.list_view import Rows
from tui.session.article_list import SharedPropositions, sigla_of
from tui.storage.workspace.catalogue import CatalogueEntry

SIGLA, SHARED, GAP = 5, 5, 2
"""Cells of the first and the last column, and between two columns."""


class ArticleRows(Rows):
    """The articles, one line each."""

    def __init__(
        self, entries: Sequence[CatalogueEntry], chosen: Sequence[str], open_propositions: SharedPropositions
    ) -> None:
        super().__init__(entries)
        self.entries = entries
        self.chosen = chosen
        """The ids of the articles to open, in order."""
        self.open_propositions = open_propositions

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        entry = self.entries[index]
        sigla = sigla_of(entry.id, self.chosen)
        outlet, date = self._optional_widths(width)
        taken = sum(size + GAP for size in (outlet, date) if size) + SIGLA + SHARED + 2 * GAP
        number = self.open_propositions.count(entry)
        cells = [
            (Content.styled(sigla, "bold $primary"), SIGLA),
            (line_content(entry.title, "bold" if sigla else ""), max(10, width - taken)),
            (line_content(entry.byline.outlet, "$quiet"), outlet),
            (line_content(entry.byline.date, "$quiet"), date),
            (Content.styled(f"{number:>5}" if number else "    ·", "" if number else "$quiet"), SHARED),
        ]
        return [Content(" " * GAP).join([cell.truncate(size, ellipsis=True, pad=True) for cell, size in cells if size])]

    def _optional_widths(self, width: int) -> tuple[int, int]:
        """Return the cells of outlet and date, 0 if there is no room or value."""
        outlet = 18 if width >= 90 and any(entry.byline.outlet for entry in self.entries) else 0
        date = 10 if width >= 60 and any(entry.byline.date for entry in self.entries) else 0
        return outlet, date


def article_head(width: int) -> Content:
    """Return the header over the articles, `width` cells wide."""
    return Content.styled(f"{'open':<5}  {'title':<{max(5, width - 16)}}{'in common':>9}", "$quiet")


def article_detail(
    entry: CatalogueEntry, open_propositions: SharedPropositions, sentences: Mapping[str, str]
) -> list[Content]:
    """Return the lines on an article: title, origin, and shared propositions."""
    byline = entry.byline
    origin = " · ".join(part for part in (byline.outlet, byline.author, byline.date, byline.url, entry.id) if part)
    propositions = [sentences.get(slug, slug) for slug in sorted(open_propositions.shared(entry))]
    lines = [line_content(entry.title, "bold"), line_content(origin, "$quiet")]
    if propositions:
        lines.append(Content.styled(visible_line(f"in common: {' · '.join(propositions)}"), "$quiet"))
    return lines

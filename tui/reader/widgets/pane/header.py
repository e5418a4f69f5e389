"""The two lines above an account: its title and its counts."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.layout.glyphs import UNICODE, Glyphs
from tui.model import Account, AnchorState, Codebook
from tui.reader.content import kind_glyph, line_content, visible_line
from tui.reader.themes import color_variable

MIN_TITLE_WIDTH = 12
"""Cells of the title line, at least, before the size of the header is known."""
_INDENT = "    "


class PaneHeader(Widget):
    """An account's siglum, outlet and title, and its annotations by kind."""

    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """The header of an account was clicked."""

        article: str
        """The article's id."""

    def __init__(self, account: Account, codebook: Codebook, *, glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self.account = account
        self.codebook = codebook
        self.glyphs = glyphs
        self.is_read = False
        """Whether the user has marked the article as read."""
        self.hits: int | None = None
        """The number of search hits, or None without a search."""

    def show(self, account: Account, codebook: Codebook) -> None:
        """Show a new version of the account."""
        self.account = account
        self.codebook = codebook
        self.refresh()

    async def _on_click(self, event: events.Click) -> None:
        self.post_message(self.Clicked(self.account.article.id))

    def show_hits(self, hits: int | None) -> None:
        """Show the number of search hits, or nothing if it is None."""
        if hits != self.hits:
            self.hits = hits
            self.refresh()

    def render(self) -> Content:
        return Content("\n").join([self._title_line(), self._counts_line()])

    def _title_line(self) -> Content:
        byline = self.account.article.byline
        title = visible_line(self.account.article.title)
        source = ", ".join(visible_line(part) for part in (byline.outlet, byline.date) if part)
        if source:
            title = f"{source} · {title}"
        siglum = (f" {self.account.siglum} ", "bold $primary")
        line = Content.assemble(siglum, " ", line_content(title, "bold"))
        return line.truncate(max(MIN_TITLE_WIDTH, self.size.width - 1), ellipsis=True)

    def _counts_line(self) -> Content:
        parts = self._counts(labelled=True)
        if not parts and not self.is_read:
            return Content.styled(f"{_INDENT}nothing marked yet", "$quiet")
        line = Content.assemble(_INDENT, Content("  ").join(parts))
        if line.cell_length <= self.size.width:
            return line
        return Content.assemble(_INDENT, Content("  ").join(self._counts(labelled=False)))

    def _counts(self, *, labelled: bool) -> list[Content]:
        """Return the search hits, the records by kind, and what needs attention."""
        counts = self.account.kind_counts
        names = [name for name in dict.fromkeys((*self.codebook.kinds, *counts)) if counts.get(name)]
        hits = [] if self.hits is None else [Content.styled(f"{self.hits} found", "bold $accent")]
        return [*hits, *(self._kind_count(name, counts[name], labelled=labelled) for name in names), *self._warnings()]

    def _kind_count(self, name: str, number: int, *, labelled: bool) -> Content:
        kind = self.codebook.kind(name)
        label = visible_line(kind.label).lower()
        text = f" {number} {label if number == 1 else _plural(label)}" if labelled else f" {number}"
        return Content.assemble(kind_glyph(kind, self.glyphs), Content.styled(text, f"${color_variable(kind)}"))

    def _warnings(self) -> list[Content]:
        """Return the number of moved quotes, and of problems, and `read`."""
        counts = self.account.state_counts
        states = (AnchorState.ADJUSTED, AnchorState.REVIEW, AnchorState.ORPHAN)
        parts = [Content.styled(f"{counts[state]} {state.value}", "$warning") for state in states if counts[state]]
        problems = len(self.account.problems)
        if problems:
            parts.append(Content.styled(f"! {problems} wrong in the file", "$error"))
        if self.is_read:
            parts.append(Content.styled("read", "$quiet"))
        return parts


def _plural(label: str) -> str:
    """Return a kind's label in the plural: `claims`, but `no comment`."""
    return label if label.startswith("no ") or label.endswith("s") else f"{label}s"

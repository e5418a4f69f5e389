"""The two lines above an account: whose it is, and what is marked in it."""

from textual.content import Content
from textual.widget import Widget

from tui.analysis.counts import count_kinds
from tui.layout.glyphs import UNICODE, Glyphs
from tui.model import Account, AnchorState, Codebook
from tui.reader.content import kind_glyph, line_content, visible_line
from tui.reader.themes import color_variable


class PaneHeader(Widget):
    """Says the account's siglum, its outlet or title, and how much of each kind it holds."""

    ALLOW_SELECT = False

    def __init__(self, account: Account, codebook: Codebook, *, glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self.account = account
        self.codebook = codebook
        self.glyphs = glyphs
        self.hits: int | None = None
        """How many places a search found; None while nothing is searched."""

    def show(self, account: Account, codebook: Codebook) -> None:
        """Show the account as it is now."""
        self.account = account
        self.codebook = codebook
        self.refresh()

    def find(self, hits: int | None) -> None:
        """Tell how many places a search found; None where nothing is searched."""
        if hits != self.hits:
            self.hits = hits
            self.refresh()

    def render(self) -> Content:
        """Return both lines."""
        return Content("\n").join([self._title_line(), self._counts_line()])

    def _title_line(self) -> Content:
        byline = self.account.article.byline
        room = max(8, self.size.width - 5)
        name = visible_line(self.account.article.title)
        source = ", ".join(visible_line(part) for part in (byline.outlet, byline.date) if part)
        if source:
            name = f"{source} · {name}"
        return Content.assemble(
            (f" {self.account.siglum} ", "bold $primary"), " ", line_content(name, "bold")
        ).truncate(room + 4, ellipsis=True)

    def _counts_line(self) -> Content:
        found = count_kinds(self.account)
        counts = {name: found[name] for name in (*self.codebook.kinds, *found) if name in found}
        parts = self._found()
        parts += [self._count(name, number, words=True) for name, number in counts.items() if number]
        parts += self._states()
        if not parts:
            return Content.styled("    nothing marked yet", "$quiet")
        whole = Content.assemble("    ", Content("  ").join(parts))
        if whole.cell_length <= self.size.width:
            return whole
        short = [self._count(name, number, words=False) for name, number in counts.items() if number]
        return Content.assemble("    ", Content("  ").join([*self._found(), *short, *self._states()]))

    def _found(self) -> list[Content]:
        return [] if self.hits is None else [Content.styled(f"{self.hits} found", "bold $accent")]

    def _count(self, name: str, number: int, *, words: bool) -> Content:
        kind = self.codebook.kind(name)
        label = visible_line(kind.label).lower()
        said = f" {number} {label if number == 1 else _plural(label)}" if words else f" {number}"
        return Content.assemble(kind_glyph(kind, self.glyphs), Content.styled(said, f"${color_variable(kind)}"))

    def _states(self) -> list[Content]:
        lost = {
            state: sum(1 for each in self.account.placed if each.state is state)
            for state in (AnchorState.ADJUSTED, AnchorState.REVIEW, AnchorState.ORPHAN)
        }
        parts = [Content.styled(f"{number} {state.value}", "$warning") for state, number in lost.items() if number]
        wrong = len(self.account.problems)
        if wrong:
            parts.append(Content.styled(f"! {wrong} wrong in the file", "$error"))
        return parts


def _plural(label: str) -> str:
    return label if label.startswith("no ") or label.endswith("s") else f"{label}s"

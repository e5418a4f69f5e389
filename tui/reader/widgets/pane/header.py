"""The lines above an account: its source, its counts and a rule."""

from collections.abc import Mapping

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.formats.phrasing import count_noun, plural_label
from tui.layout.glyphs import UNICODE, Glyphs
from tui.model import NOTE, Account, AnchorState, Codebook, Kind, Stance
from tui.model.text_title import CUT, MAX_TITLE
from tui.reader.content import kind_glyph, line_content, visible_line
from tui.reader.themes import color_variable

MIN_TITLE_WIDTH = 12
"""Cells of the title line, at least, before the size of the header is known."""
MIN_WIDTH_FOR_WORDS = 50
"""Cells from which the counts are in words: `34 claims`, not `▸ 34`."""
LOW = 2
"""Lines of a header without counts."""
OPEN = "open"
"""What the kinds that leave a proposition open are counted as."""
_INDENT = "    "
_BLIND = Content.styled("blind", "$quiet")
"""What an account shows in blind mode."""


class TitleMoved(Message):
    """The title was scrolled into the view of a pane or out of it."""

    def __init__(self, *, is_in_view: bool) -> None:
        super().__init__()
        self.is_in_view = is_in_view


def has_title(line: str, title: str) -> bool:
    """Return whether a line has a title, with whatever quotation marks."""
    if len(title) > MAX_TITLE // 2:
        title = title.removesuffix(CUT)
    if title in line:
        return True
    from tui.analysis.folding import fold  # noqa: PLC0415 - most titles are as in the text

    return fold(title) in fold(line)


class PaneHeader(Widget):
    """An account's siglum, outlet and title, its counts, and a rule below.

    The rule is heavy, and the siglum reversed, if the account has the cursor. In two lines, the counts are left out.
    """

    ALLOW_SELECT = False

    class Clicked(Message):
        """The header of an account was clicked."""

        def __init__(self, article: str) -> None:
            super().__init__()
            self.article = article
            """The article's id."""

    def __init__(self, account: Account, codebook: Codebook, *, glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self.account = account
        self.codebook = codebook
        self.glyphs = glyphs
        self.counts: Mapping[str, int] = account.kind_counts
        """The number of statements and notes by kind; of records, until statements are known."""
        self.is_read = False
        """Whether the user has marked the article as read."""
        self.hits: int | None = None
        """The number of search hits, or None without a search."""
        self.suggested: int | None = None
        """The number of suggestions, or None if they are not shown."""
        self.scope = ("", 0)
        """What a filter or a view shows, in words, if it leaves something out, and how many annotations these are."""
        self.is_active = False
        """Whether the account has the cursor."""
        self.is_title_in_view = False
        """Whether the pane shows the title, so that the header need not."""

    def show(self, account: Account, codebook: Codebook) -> None:
        """Show a new version of the account."""
        self.account = account
        self.codebook = codebook
        self.counts = account.kind_counts
        self.refresh()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show the number of statements and notes by kind."""
        if counts is not self.counts:
            self.counts = counts
            self.refresh()

    async def _on_click(self, event: events.Click) -> None:
        self.post_message(self.Clicked(self.account.article.id))

    def show_hits(self, hits: int | None) -> None:
        """Show the number of search hits, or nothing if it is None."""
        if hits != self.hits:
            self.hits = hits
            self.refresh()

    def show_suggested(self, suggested: int | None) -> None:
        """Show the number of suggestions, or nothing if it is None."""
        if suggested != self.suggested:
            self.suggested = suggested
            self.refresh()

    def show_scope(self, scope: str, number: int) -> None:
        """Show what a filter or a view leaves of the account, if anything less."""
        if (scope, number) != self.scope:
            self.scope = (scope, number)
            self.refresh()

    def show_active(self, is_active: bool) -> None:
        """Show whether the account has the cursor."""
        if is_active != self.is_active:
            self.is_active = is_active
            self.refresh()

    def show_title(self, is_in_view: bool) -> None:
        """Show the title, unless the pane shows it."""
        if is_in_view != self.is_title_in_view:
            self.is_title_in_view = is_in_view
            self.refresh()

    def render(self) -> Content:
        counts = [self._counts_line()] if self.size.height != LOW else []
        return Content("\n").join([self._title_line(), *counts, self._rule()])

    def _title_line(self) -> Content:
        style = "bold reverse $primary" if self.is_active else "bold $secondary"
        line = Content.assemble((f" {self.account.siglum} ", style), " ", self._source())
        return line.truncate(max(MIN_TITLE_WIDTH, self.size.width - 1), ellipsis=True)

    def _source(self) -> Content:
        """Return the outlet, the date, and the title unless the pane shows it."""
        byline = self.account.article.byline
        separator = Content.styled(self.glyphs.own(" · "), "$quiet")
        parts = [line_content(byline.outlet, "bold")] if byline.outlet else []
        if self.size.height == LOW and self.scope[0]:
            return separator.join([*parts, *self._shown(in_words=False)])  # there is no other line for it
        parts += [line_content(byline.day, "$quiet")] if byline.date else []
        if not self.is_title_in_view:
            parts.append(line_content(self.account.article.title, "" if byline.outlet else "bold"))
        return separator.join(parts) if parts else Content.styled("Outlet not named", "$quiet")

    def _rule(self) -> Content:
        if self.is_active:
            return Content.styled(self.glyphs.heavy_rule * self.size.width, "$primary")
        return Content.styled(self.glyphs.rule * self.size.width, "$line")

    def _counts_line(self) -> Content:
        in_words = self.size.width >= MIN_WIDTH_FOR_WORDS
        parts = self.counts_in_words() if in_words else self._counts(in_words=False)
        if not parts or parts == [_BLIND]:
            words = "nothing marked yet  blind" if parts else "nothing marked yet"
            return Content.styled(f"{_INDENT}{words}", "$quiet")
        line = Content.assemble(_INDENT, Content("  ").join(parts))
        if line.cell_length > self.size.width and in_words:
            line = Content.assemble(_INDENT, Content("  ").join(self._counts(in_words=False)))
        return line.truncate(max(MIN_TITLE_WIDTH, self.size.width), ellipsis=True)

    def counts_in_words(self) -> list[Content]:
        """Return the counts with words, as in `34 claims` and `2 orphan`."""
        return self._counts(in_words=True)

    def _counts(self, *, in_words: bool) -> list[Content]:
        """Return the search hits, what is said by kind, and what needs attention."""
        hits = [] if self.hits is None else [Content.styled(f"{self.hits} found", "bold $accent")]
        suggested = [] if self.suggested is None else [Content.styled(f"{self.suggested} suggested", "$accent")]
        said = self._shown(in_words=in_words) if self.scope[0] else self._said(in_words=in_words)
        return [*hits, *said, *suggested, *self._warnings()]

    def _shown(self, *, in_words: bool) -> list[Content]:
        """Return what a filter or a view shows, so that it is not taken for all."""
        scope, number = self.scope
        total = len(self.account.anchored)
        words = count_noun(total, "annotation") if in_words else f"{total:,}"
        return [Content.styled(f"{number:,} of {words}: {scope}", "bold $accent")]

    def _said(self, *, in_words: bool) -> list[Content]:
        names = [name for name in dict.fromkeys((*self.codebook.kinds, *self.counts)) if self.counts.get(name)]
        kinds = [self.codebook.kind(name) for name in names]
        left_open = [kind for kind in kinds if kind.stance is Stance.NEUTRAL and kind.name != NOTE.name]
        said = [kind for kind in kinds if kind not in left_open and kind.name != NOTE.name]
        notes = [kind for kind in kinds if kind.name == NOTE.name]
        parts = [self._count(kind, self.counts[kind.name], in_words=in_words) for kind in said]
        if left_open:
            number = sum(self.counts[kind.name] for kind in left_open)
            parts.append(self._count(left_open[0], number, in_words=in_words, label=OPEN))
        return [*parts, *(self._count(kind, self.counts[kind.name], in_words=in_words) for kind in notes)]

    def _count(self, kind: Kind, number: int, *, in_words: bool, label: str = "") -> Content:
        color = f"${color_variable(kind)}"
        if not in_words:
            return Content.assemble(kind_glyph(kind, self.glyphs), Content.styled(f" {number}", color))
        singular = visible_line(kind.label).lower()
        return Content.styled(f"{number} {label or (singular if number == 1 else plural_label(singular))}", color)

    def _warnings(self) -> list[Content]:
        """Return the moved quotes, the problems, and what else is so."""
        counts = self.account.state_counts
        states = (AnchorState.ADJUSTED, AnchorState.REVIEW, AnchorState.ORPHAN)
        parts = [Content.styled(f"{counts[state]} {state.value}", "$warning") for state in states if counts[state]]
        problems = len(self.account.problems)
        if problems:
            parts.append(Content.styled(f"! {problems} wrong in the file", "$error"))
        if self.account.is_read_only:
            parts.append(Content.styled("cannot be changed here", "$warning"))
        if self.is_read:
            parts.append(Content.styled("read", "$quiet"))
        if self.codebook.blind:
            parts.append(_BLIND)
        return parts

"""One account on the reading screen: a header over a pane."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical

from tui.reader.commands import Scope, bindings
from tui.reader.widgets.pane.header import PaneHeader, TitleMoved
from tui.reader.widgets.pane.pane import Pane
from tui.session.places import landing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.layout.glyphs import Glyphs
    from tui.model import Account
    from tui.reader.widgets.pane.segments import Emphasis
    from tui.session.session import Session


class AccountRow(Horizontal):
    """The accounts, side by side, with the keys of suggestions if shown."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SUGGESTIONS)]
    is_suggesting = False
    """Whether suggestions are shown."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_suggesting if action == "run" else super().check_action(action, parameters)

    async def action_run(self, command_id: str) -> None:
        """Run a command on suggestions."""
        await self.run_action(f"screen.run('{command_id}')")


class AccountColumn(Vertical):
    """A header over a pane."""

    def __init__(self, account: Account, session: Session, glyphs: Glyphs, *, has_left_neighbor: bool) -> None:
        super().__init__()
        self.header = PaneHeader(account, session.codebook, glyphs=glyphs)
        self.header.is_read = account.article.id in session.reader_state.read
        self.pane = Pane(account, session.codebook, glyphs=glyphs)
        self.header.is_title_in_view = self.pane.is_title_in_view
        self._counted_for: tuple[object, ...] = (None, None, None)
        """The annotations, and those that view and filter left out when they were counted."""
        self._shown = 0
        self.draw_divider(has_left_neighbor)

    def compose(self) -> ComposeResult:
        yield self.header
        yield self.pane

    @property
    def article(self) -> str:
        """The article's id."""
        return self.pane.account.article.id

    @property
    def siglum(self) -> str:
        return self.pane.account.siglum

    def draw_divider(self, has_left_neighbor: bool) -> None:
        """Draw a line on the left if there is a neighbor, else spare its cell."""
        self.set_class(has_left_neighbor, "-inner")
        self.pane.right_margin = 0 if has_left_neighbor else 1

    def emphasise(self, emphasis: Emphasis) -> None:
        """Show what stands out in the pane, and in the header what is left out."""
        self.pane.emphasise(emphasis)
        self.header.show_scope(emphasis.scope, self._number_shown(emphasis))

    def _number_shown(self, emphasis: Emphasis) -> int:
        """Return how many annotations are shown, if some are left out.

        They are counted again only if that changes: a key may not wait for thousands.
        """
        anchored = self.pane.account.anchored if emphasis.scope else {}
        inputs = (anchored, emphasis.view.hidden, emphasis.dimmed)
        if any(value is not old for value, old in zip(inputs, self._counted_for, strict=True)):
            self._counted_for, self._shown = inputs, emphasis.number_shown(anchored.keys())
        return self._shown

    def show(self, account: Account, session: Session) -> None:
        """Show the account as it is now."""
        self.header.is_read = account.article.id in session.reader_state.read
        self.header.show(account, session.codebook)
        if account is not self.pane.account or session.codebook is not self.pane.codebook:
            self.pane.show(account, session.codebook)
        self.header.show_title(self.pane.is_title_in_view)

    @on(TitleMoved)
    def _show_title(self, message: TitleMoved) -> None:
        self.header.show_title(message.is_in_view)


def new_columns(session: Session, glyphs: Glyphs) -> list[AccountColumn]:
    """Return a column for each open account, each at the place of last time."""
    columns = [
        AccountColumn(account, session, glyphs, has_left_neighbor=position > 0)
        for position, account in enumerate(session.accounts)
    ]
    places = {article: [*places] for article, places in session.reader_state.places.items()}
    for column in columns:
        if of_article := places.get(column.article):
            place = of_article.pop(0)
            column.pane.cursor = landing(place, column.pane.article_text)
            column.pane.first_rows_above = max(0, place.rows_above)
    return columns

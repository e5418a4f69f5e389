"""The reading screen's frame: accounts side by side, the inspector, the keys; it owns the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen

from tui.layout.visible import make_visible
from tui.reader.commands import Scope, bindings
from tui.reader.reading.footer_hints import FooterContext, footer_hints
from tui.reader.reading.inspector_content import InspectorView, inspector_content
from tui.reader.widgets.inspector import Inspector
from tui.reader.widgets.key_bar import KeyBar
from tui.reader.widgets.pane.header import PaneHeader
from tui.reader.widgets.pane.pane import Pane
from tui.reader.widgets.pane.segments import Emphasis
from tui.reader.widgets.status_line import StatusLine
from tui.reader.widgets.welcome import Welcome

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.config import Config
    from tui.model import Account, Placed, Problem
    from tui.session.session import Session

NARROWEST = 40
"""Cells a pane needs; where there is less, one pane is shown at a time."""


class AccountRow(Horizontal):
    """The panes, side by side."""

    BLANK = True


class AccountColumn(Vertical):
    """A header over a pane."""

    def __init__(self, account: Account, session: Session, *, ascii_only: bool) -> None:
        super().__init__()
        self.header = PaneHeader(account, session.codebook, ascii_only=ascii_only)
        self.pane = Pane(account, session.codebook, ascii_only=ascii_only)

    def compose(self) -> ComposeResult:
        """Yield the header and the pane."""
        yield self.header
        yield self.pane

    def stand(self, *, beside: bool) -> None:
        """Draw a line to the left where another account stands there; the text is as wide with it as without."""
        self.set_class(beside, "-inner")
        self.pane.spare = 0 if beside else 1

    def show(self, account: Account, session: Session) -> None:
        """Show the account as it is now."""
        self.header.show(account, session.codebook)
        self.pane.show(account, session.codebook)


class ReadingFrame(Screen[None]):
    """What every part of the reading screen stands on: the state, the panes, what follows from the cursor."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SCREEN)]

    def __init__(self, session: Session, config: Config) -> None:
        super().__init__()
        self.session = session
        self.config = config
        self.columns: list[AccountColumn] = []
        self.active = 0
        self.zoomed = False
        self.inspector_wanted = True
        self._inspected: InspectorView | None = None
        self.preferred = ("", -1)
        """Of several annotations at a cursor, the one that the user was sent to, and the cursor."""

    def compose(self) -> ComposeResult:
        """Yield the panes, the inspector and the keys, or a word of welcome where nothing is open."""
        if not self.session.accounts:
            yield Welcome(self.session.workspace, self.session.problems)
        else:
            self.columns = self._new_columns()
            with AccountRow(id="accounts"):
                yield from self.columns
            yield Inspector()
        yield StatusLine()
        yield KeyBar()

    def _new_columns(self) -> list[AccountColumn]:
        columns = [
            AccountColumn(account, self.session, ascii_only=self.config.ascii) for account in self.session.accounts
        ]
        for position, column in enumerate(columns):
            column.stand(beside=position > 0)  # before it is styled, so that it is styled once
        return columns

    async def show_accounts(self) -> None:
        """Put the session's accounts side by side, instead of those that stand there.

        What tells of the cursor stays where it is meanwhile: a pane that goes or comes may have something to tell.
        """
        if not (self.columns and self.session.accounts):
            await self.recompose()
            return
        row = self.query_one(AccountRow)
        columns = self._new_columns()
        async with self.batch():
            await row.remove_children()
            await row.mount_all(columns)
            self.columns = columns

    def on_mount(self) -> None:
        """Show what is open and what is wrong."""
        if self.columns:
            self.columns[self.active].pane.focus()
        self.lay_out()
        self.tell_cursor()
        if self.session.problems:
            self.tell_problems()
        self.call_after_refresh(self.look_around)

    @dataclass
    class LookedAround(Message):
        """Annotation files that no article owns were looked for."""

        found: tuple[Problem, ...]

    @work(thread=True, group="strays")
    def look_around(self) -> None:
        """Look for annotation files that no article owns, and keep what was read for the next time.

        Behind the first picture, for there may be many files.
        """
        from tui.storage.cache.parse_cache import CachedLoader
        from tui.storage.workspace.orphaned_files import orphaned_files

        if isinstance(self.session.loader.source, CachedLoader):
            self.session.loader.source.save()
        self.post_message(self.LookedAround(tuple(orphaned_files(self.session.workspace))))

    @on(LookedAround)
    def _looked_around(self, message: LookedAround) -> None:
        self.session.strays = message.found
        if message.found:
            self.tell_problems()

    # What is in front of the user

    @property
    def pane(self) -> Pane | None:
        """The pane that has the cursor."""
        return self.columns[self.active].pane if self.columns else None

    def placed_under_cursor(self) -> list[Placed]:
        """Return the annotations at the cursor, innermost first."""
        pane = self.pane
        if pane is None:
            return []
        known = pane.account.by_id
        return [known[key] for key in self.keys_under_cursor() if key in known]

    def keys_under_cursor(self) -> tuple[str, ...]:
        """Return the ids of the annotations at the cursor: the one that the user was sent to first, then innermost."""
        pane = self.pane
        found = pane.under_cursor() if pane else ()
        sent_to, cursor = self.preferred
        if pane and cursor == pane.cursor and sent_to in found:
            return (sent_to, *(key for key in found if key != sent_to))
        return found

    def tell(self, message: str, *, wrong: bool = False) -> None:
        """Say something in passing."""
        if wrong:
            self.notify(make_visible(message), severity="error", markup=False, timeout=8)
        else:
            self.query_one(KeyBar).say(message)

    def tell_problems(self) -> None:
        """Say how much is wrong in the files, and where to see it."""
        found = self.session.problems
        more = f" ({len(found)} in all; ! lists them)" if len(found) > 1 else " (! shows it)"
        self.tell(f"{found[0]}{more}", wrong=True)

    # What follows from the cursor

    @on(Pane.Moved)
    def _cursor_moved(self, message: Pane.Moved) -> None:
        for position, column in enumerate(self.columns):
            if column.pane is message.pane and column.pane.has_focus:
                self.active = position
        if message.pane is self.pane:
            self.tell_cursor()

    def tell_cursor(self) -> None:
        """Bring highlight, inspector and keys up to what is under the cursor."""
        pane = self.pane
        found = self.keys_under_cursor()
        for column in self.columns:
            column.pane.emphasise(self.emphasis_of(column.pane, found[:1] if column.pane is pane else ()))
        if pane:
            self._inspect(self.view_of(pane, found))
        situation = FooterContext(
            accounts=len(self.columns),
            selecting=bool(pane and pane.selected_from is not None),
            on_annotation=bool(found),
            can_undo=bool(self.session.history.done),
            overlapping=len(found) > 1,
            partner=self.partner_here(),
        )
        situation = self.situated(situation)
        self.query_one(KeyBar).show(footer_hints(situation, self.config.keys))
        self.query_one(StatusLine).show(self.status())

    def _inspect(self, view: InspectorView) -> None:
        if not view.tells_as(self._inspected):
            self._inspected = view
            self.query_one(Inspector).show(inspector_content(view))

    def partner_here(self) -> str:
        """Return the siglum of whom `=` would bring here, "all" for several; empty where it has nothing to go by."""
        return ""

    def situated(self, situation: FooterContext) -> FooterContext:
        """Return the situation with what a part of the screen knows beside."""
        return situation

    def status(self) -> list[Content]:
        """Return what is in force just now, for the line over the keys."""
        return []

    def emphasis_of(self, pane: Pane, current: tuple[str, ...]) -> Emphasis:
        """Return what stands out in a pane when these annotations are current."""
        del pane
        return Emphasis(current=frozenset(current))

    def view_of(self, pane: Pane, found: tuple[str, ...]) -> InspectorView:
        """Return what the inspector has to know."""
        return InspectorView(self.session.collation, pane.account, found, self.config.ascii, self.session.annotator)

    def show_session(self) -> None:
        """Show the session as it is now, with every cursor where it was."""
        for column in self.columns:
            shown = column.pane.account
            same = [each for each in self.session.accounts if each.article.id == shown.article.id]
            if same:
                # An article that is open twice keeps a siglum for each of its panes.
                column.show(next((each for each in same if each.siglum == shown.siglum), same[0]), self.session)
        self.tell_cursor()

    # Panes

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as fit."""
        self.lay_out(event.size.width, event.size.height)

    def lay_out(self, width: int = 0, height: int = 0) -> None:
        """Show as many panes as fit around the active one, and give the inspector its share of the rows."""
        if not self.columns:
            return
        width, height = width or self.size.width, height or self.size.height
        fit = 1 if self.zoomed else max(1, width // NARROWEST)
        first = max(0, min(self.active - fit // 2, len(self.columns) - fit))
        for position, column in enumerate(self.columns):
            column.display = first <= position < first + fit
            column.stand(beside=position > first)
        inspector = self.query_one(Inspector)
        inspector.display = self.inspector_wanted and height >= 12
        inspector.styles.height = max(6, min(10, height * 3 // 10))

    def go_to_pane(self, position: int) -> None:
        """Give the cursor to the account at `position`, from 0."""
        if not 0 <= position < len(self.columns):
            return
        self.active = position
        self.lay_out()
        self.columns[position].pane.focus()
        self.tell_cursor()

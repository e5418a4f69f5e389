"""The reading screen: accounts, inspector, status line and footer."""

from __future__ import annotations

from importlib import import_module
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on, work
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.layout.glyphs import glyphs_for
from tui.layout.visible import make_visible
from tui.reader.commands import Scope, bindings, command, command_keys
from tui.reader.reading.account_column import AccountColumn, AccountRow, new_columns
from tui.reader.reading.features import Features
from tui.reader.reading.follow import Follow
from tui.reader.reading.footer_hints import FooterContext, footer_hints, lasting_hints, unseen_sign
from tui.reader.reading.inspector_content import InspectorView, inspector_content
from tui.reader.reading.views import Views
from tui.reader.runtime.current_size import ignore_old_sizes
from tui.reader.widgets.inspector import Inspector
from tui.reader.widgets.key_bar import KeyBar
from tui.reader.widgets.pane.cursor_moved import CursorMoved
from tui.reader.widgets.pane.header import PaneHeader
from tui.reader.widgets.pane.pane import Pane
from tui.reader.widgets.pane.segments import Emphasis
from tui.reader.widgets.status_line import StatusLine
from tui.storage.workspace.reader_state import is_first_start, update_reader_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.config import Config
    from tui.model import Placed, Problem
    from tui.reader.widgets.number_line import NumberLine
    from tui.reader.widgets.search_line import SearchLine
    from tui.session.session import Session
    from tui.session.view_state import ViewState

MIN_PANE_WIDTH = 40
"""Cells of a pane, at least; a narrower screen shows fewer panes."""
MIN_HEIGHT_WITH_INSPECTOR = 12
MIN_HEIGHT_FOR_ALL = 18
"""Rows from which headers have counts and the line above the footer is kept."""


SHOWN_PARTS = ("COMPARISON", "TEXTS")
"""The parts of the overview that the panes show: numbers, and what a filter dims."""

LIST_FEATURES = ("compare", "filter")
"""The features that show long lists."""


@ignore_old_sizes
class ReadingScreen(Screen[None]):
    """Owns the session, panes and focus, and leaves the rest to features."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SCREEN)]

    class OrphanedFilesFound(Message):
        """The search for annotation files without an article has ended."""

        def __init__(self, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.problems = problems

    class Compared(Message):
        """A thread computed what this screen shows."""

    def __init__(self, session: Session, config: Config) -> None:
        super().__init__()
        self.session = session
        self.config = config
        self.glyphs = glyphs_for(ascii_only=config.ascii)
        self.columns: list[AccountColumn] = []
        self.active = 0
        """The position of the account that has the cursor, from 0."""
        self._reported = ""
        """The last error that was shown."""
        self.zoomed = False
        self.inspector_enabled = True
        self.saved_views: dict[Pane, ViewState] = {}
        """The view of each pane before a list was opened over them; empty if none is open."""
        self.preferred = ("", -1)
        """The annotation that the user went to, and the cursor there: it comes first among those at the cursor."""
        self._inspected: InspectorView | None = None
        self._is_greeting = False
        """Whether the inspector shows the greeting of the first start."""
        self.features = Features(self)

    def compose(self) -> ComposeResult:
        yield from self._new_accounts()
        yield StatusLine()
        yield KeyBar()

    def _new_accounts(self) -> Sequence[Widget]:
        """Return what shows the session's accounts, or that none is open."""
        self.columns = new_columns(self.session, self.glyphs)
        if not self.columns:
            from tui.reader.widgets.welcome import Welcome  # noqa: PLC0415 - seldom needed

            open_key = command_keys("articles", self.config.keys)
            return [Welcome(self.session.workspace, self.session.problems, open_key)]
        self.active = next(iter(self.positions_of(self.session.reader_state.active)), 0)
        return [AccountRow(*self.columns, id="accounts"), Inspector()]

    async def show_accounts(self) -> None:
        """Replace the accounts on the screen by those of the session."""
        if not (self.columns and self.session.accounts):
            self.columns = []
            async with self.batch():
                await self.query("Welcome, AccountRow, Inspector").remove()
                await self.mount_all(self._new_accounts(), before=0)
            return
        # The inspector stays mounted: a pane may move its cursor while it is mounted or removed.
        row = self.query_one(AccountRow)
        columns = new_columns(self.session, self.glyphs)
        async with self.batch():
            await row.remove_children()
            await row.mount_all(columns)
            self.columns = columns
            # A cursor that moved meanwhile may have made a pane active that is gone.
            self.active = min(self.active, len(columns) - 1)

    def on_mount(self) -> None:
        if self.columns:
            self.columns[self.active].pane.focus()
        self.lay_out()
        self.refresh_context()
        if self.session.problems:
            self.report_problems()
        self.call_after_refresh(self._after_first_picture)

    def _after_first_picture(self) -> None:
        if self.session.overview.is_quick:
            self.save_parsed()
        self._compile_word_pattern()
        self._prepare_long_lists()
        self.find_orphaned_files()
        self.run_command("resume.save_regularly")
        if self.session.has_drafts():
            self.run_command("edit.offer_drafts")
        if self.session.tutorial:
            self.call_later(self.run_command, "tutorial.open")
        if not self.app.is_headless:
            self.run_command("reload.watch_files")

    @work(thread=True, group="parse cache")
    def save_parsed(self) -> None:
        """Save the parsed articles to the cache, in a thread."""
        self.session.save_parsed()

    @work(thread=True, group="word pattern")
    def _compile_word_pattern(self) -> None:
        """Compile, in a thread, what the first move by a word would wait for."""
        from tui.layout.units import word_pattern  # noqa: PLC0415 - not needed to open

        word_pattern()

    def _prepare_long_lists(self) -> None:
        """Compute the numbers and what long lists show, before it is needed."""
        if not self.session.overview.is_quick:
            self._prepare_lists()

    @work(thread=True, group="lists", exclusive=True)
    def _prepare_lists(self) -> None:
        # Not given the overview, for Textual describes a worker by the repr of its arguments: here, all texts.
        worker = get_current_worker()
        self.session.save_parsed()  # first, so that both do not need their memory at once
        for name in LIST_FEATURES:
            import_module(f"tui.reader.reading.{name}")  # else the first key would wait for it
        for part in self.session.overview.prepare():
            if worker.is_cancelled:
                return
            if part.name in SHOWN_PARTS:
                self.post_message(self.Compared())

    @on(Compared)
    def _show_comparison(self) -> None:
        self.refresh_context()

    @work(thread=True, group="orphaned files")
    def find_orphaned_files(self) -> None:
        """Search for annotation files without an article, in a thread."""
        from tui.storage.workspace.file_problems import file_problems  # noqa: PLC0415 - not needed to open
        from tui.storage.workspace.temporary_files import remove_abandoned_files  # noqa: PLC0415 - not needed to open

        workspace = self.session.workspace
        self.post_message(self.OrphanedFilesFound(file_problems(workspace)))
        remove_abandoned_files(workspace)

    @on(OrphanedFilesFound)
    def _report_orphaned_files(self, message: OrphanedFilesFound) -> None:
        from tui.storage.files.unfinished_change import JOURNAL  # noqa: PLC0415 - not needed to open

        self.session.orphaned_files = message.problems
        if message.problems:
            self.report_problems()
        if any(problem.file.name == JOURNAL for problem in message.problems):
            self.run_command("codebook.offer_to_finish")

    async def action_run(self, command_id: str) -> None:
        """Run the command with this id."""
        row = command(command_id)
        result = self.run_command(row.handler, *row.arguments)
        if isawaitable(result):
            await result
        for feature in self.features.loaded():
            feature.command_ran(command_id)

    def run_command(self, handler: str, *arguments: object) -> Any:
        """Return the result of a feature's method, named as in `find.open`."""
        feature, method = handler.split(".")
        return getattr(self.features.load(feature), method)(*arguments)

    def action_escape(self) -> None:
        """Clear the first active thing in `features.ESC_ORDER`."""
        if self.features.dismiss():
            self.refresh_context()

    # Handled by name, so that `SearchLine` is not imported at start.

    def on_search_line_query_changed(self, message: SearchLine.QueryChanged) -> None:
        self.run_command("find.preview", message.query)

    async def on_search_line_submitted(self) -> None:
        await self.run_command("find.submit")

    async def on_number_line_entered(self, message: NumberLine.Entered) -> None:
        await self.run_command("numbers.enter", message.number)

    async def on_search_line_cancelled(self) -> None:
        await self.run_command("find.cancel")

    @property
    def pane(self) -> Pane | None:
        """The pane that has the cursor."""
        return self.columns[self.active].pane if self.columns else None

    def positions_of(self, article: str) -> list[int]:
        """Return the positions, from 0, of the accounts that show an article."""
        return [position for position, column in enumerate(self.columns) if column.article == article]

    def placed_under_cursor(self) -> list[Placed]:
        """Return the annotations at the cursor, innermost first."""
        pane = self.pane
        if pane is None:
            return []
        by_id = pane.account.by_id
        return [by_id[key] for key in self.ids_under_cursor() if key in by_id]

    def ids_under_cursor(self) -> tuple[str, ...]:
        """Return the ids at the cursor: the preferred one, then innermost first."""
        pane = self.pane
        ids = pane.under_cursor() if pane else ()
        preferred, cursor = self.preferred
        if pane and cursor == pane.cursor and preferred in ids:
            return (preferred, *(key for key in ids if key != preferred))
        return ids

    def inspector_view(self, pane: Pane, ids: tuple[str, ...]) -> InspectorView:
        """Return what the inspector shows of annotations of a pane."""
        views, links, annotator = self.features.get(Views), self.features.get(Follow).links, self.session.annotator
        comparison, together = views.comparison, views.account_view(pane.account).together
        keys = self.config.keys
        return InspectorView(links, pane.account, ids, self.glyphs, annotator, comparison, keys, together)

    def show_message(self, message: str) -> None:
        """Show a message above the footer, and in that of a screen in front."""
        self.query_one(StatusLine).show_message(message)
        for footer in self.app.screen.query(KeyBar) if self.app.screen is not self else ():
            footer.show_message(message)

    def report(self, error: str) -> None:
        """Show an error for 8 seconds, once if it comes again."""
        if error == self._reported:
            self.app.clear_notifications()
        self._reported = error
        self.notify(make_visible(error), severity="error", markup=False, timeout=8)

    def report_problems(self) -> None:
        """Report the first problem in the files, and the key that lists all."""
        problems = self.session.problems
        more = f" ({len(problems)} in all; ! lists them)" if len(problems) > 1 else " (! shows it)"
        self.report(f"{problems[0]}{more}")

    @on(PaneHeader.Clicked)
    def _header_clicked(self, message: PaneHeader.Clicked) -> None:
        self.run_command("articles.source", message.article)

    @on(CursorMoved)
    def _cursor_moved(self, message: CursorMoved) -> None:
        if message.brought:
            return
        for position, column in enumerate(self.columns):
            if column.pane is message.pane and column.pane is self.focused:
                self.active = position
        if message.pane is self.pane:
            self.refresh_context()

    def refresh_context(self) -> None:
        """Update all that depends on the cursor."""
        if [id(column.pane.account) for column in self.columns] != [*map(id, self.session.accounts)]:
            return  # other articles or records are to be shown; this comes again when the panes have them
        for feature in self.features.loaded():
            feature.cursor_moved()
        pane, ids = self.pane, self.ids_under_cursor()
        for column in self.columns:
            column.header.show_active(column.pane is pane)
            column.emphasise(self._emphasis(column.pane, ids[:1] if column.pane is pane else ()))
        if pane:
            self._inspect(self.inspector_view(pane, ids))
        self._show_footer()

    def _show_footer(self) -> None:
        sigla = [column.siglum if column.display else f"‹{column.siglum}›" for column in self.columns]
        context, keys = self._footer_context(), self.config.keys
        is_blind = self.session.codebook.blind and self.size.height < MIN_HEIGHT_FOR_ALL
        sign = unseen_sign(sigla, self.session.unreadable_articles, context.view, blind=is_blind)
        self.query_one(KeyBar).show(footer_hints(context, keys), lasting_hints(context, keys))
        status = [part for feature in self.features.loaded() for part in feature.status()]
        self.query_one(StatusLine).show(status, self.glyphs.own(sign))

    def _emphasis(self, pane: Pane, current: tuple[str, ...]) -> Emphasis:
        emphasis = Emphasis(current=frozenset(current))
        for feature in self.features.loaded():
            emphasis = feature.emphasis(pane, emphasis)
        return emphasis

    def _footer_context(self) -> FooterContext:
        pane, placed = self.pane, self.placed_under_cursor()
        context = FooterContext(
            accounts=len(self.columns),
            selecting=bool(pane and pane.selection_start),
            on_annotation=bool(placed),
            can_undo=bool(self.session.history.done),
            overlapping=len(placed) > 1,
            has_unsure_quotes=self.session.has_unsure_quotes,
            has_adjusted_quote=any(record.is_adjusted for record in placed),
        )
        for feature in self.features.loaded():
            context = feature.hints(context)
        return context

    def _inspect(self, view: InspectorView) -> None:
        if lines := next(filter(None, (feature.inspection() for feature in self.features.loaded())), ()):
            self._inspected = None
            self.query_one(Inspector).show(lines)
            return
        if view.shows_same_as(self._inspected):
            return
        is_first, self._inspected = self._inspected is None, view
        if is_first and is_first_start() and not self.session.tutorial:
            self._greet()
            return
        self._forget_greeting()
        self.query_one(Inspector).show(inspector_content(view))

    def end_greeting(self) -> bool:
        """Show what is under the cursor in place of the greeting, if it is there.

        Return whether it was.
        """
        if not self._forget_greeting():
            return False
        self._inspected = None
        self.refresh_context()
        return True

    def _forget_greeting(self) -> bool:
        was_greeting, self._is_greeting = self._is_greeting, False
        if was_greeting:
            update_reader_state(self.session.workspace)
        return was_greeting

    def _greet(self) -> None:
        """Show at the very first start what this is, until a key needs the place."""
        from tui.reader.reading.greeting import greeting  # noqa: PLC0415 - needed once
        from tui.storage.workspace.sample import is_sample_workspace  # noqa: PLC0415 - needed once

        self._is_greeting = True
        is_sample = is_sample_workspace(self.session.workspace)
        lines = greeting(
            len(self.columns),
            self.config.keys,
            is_sample=is_sample,
            is_marked=any(account.placed for account in self.session.accounts),
            glyphs=self.glyphs,
        )
        self.query_one(Inspector).show(lines)

    def show_session(self) -> None:
        """Show the session as it is now, with every cursor where it was."""
        for column in self.columns:
            accounts = [account for account in self.session.accounts if account.article.id == column.article]
            if accounts:
                # An article that is open twice has a siglum for each of its panes.
                same = (account for account in accounts if account.siglum == column.siglum)
                column.show(next(same, accounts[0]), self.session)
        self.refresh_context()
        self._prepare_long_lists()
        for feature in self.features.loaded():
            feature.session_changed()

    def on_resize(self, event: events.Resize) -> None:
        self.lay_out(event.size.width, event.size.height)

    def lay_out(self, width: int = 0, height: int = 0) -> None:
        """Fit panes and inspector to the screen, or to these cells and rows."""
        if not self.columns:
            return
        width, height = width or self.size.width, height or self.size.height
        fitting = 1 if self.zoomed else max(1, width // MIN_PANE_WIDTH)
        first = max(0, min(self.active - fitting // 2, len(self.columns) - fitting))
        hidden = [column.siglum for column in self.columns if not column.display]
        for position, column in enumerate(self.columns):
            column.display = first <= position < first + fitting
            column.draw_divider(position > first)
        if hidden != [column.siglum for column in self.columns if not column.display]:
            self._show_footer()
        self._lay_out_bottom(height)

    def _lay_out_bottom(self, height: int) -> None:
        """Fit inspector, status line and headers to the rows of the screen."""
        under_list, is_short = bool(self.saved_views), height < MIN_HEIGHT_FOR_ALL
        self.set_class(is_short, "-short")
        self.query_one(StatusLine).keep(not is_short)
        inspector = self.query_one(Inspector)
        inspector.display = under_list or (self.inspector_enabled and height >= MIN_HEIGHT_WITH_INSPECTOR)
        if under_list:
            from tui.reader.widgets.list_view import list_height  # noqa: PLC0415 - not needed to open

            inspector.limit(2, list_height(height) - 2, fitted=False)
        else:
            inspector.limit(max(2, min(5, height // 8)), max(2, height // 3 - 1))

    def go_to_pane(self, position: int) -> None:
        """Focus the account at `position`, from 0, if there is one."""
        if not 0 <= position < len(self.columns):
            return
        self.active = position
        self.lay_out()
        self.columns[position].pane.focus()
        self.refresh_context()

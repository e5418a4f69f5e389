"""Watch the open files, and show what changed on disk."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from importlib import import_module
from typing import TYPE_CHECKING

from textual.content import Content

from tui.analysis.counts import count_states
from tui.model import AnchorState, Collation
from tui.reader.dialogs.marks_dialog import begin_blind_mode
from tui.reader.dialogs.overlay import tell_overlays
from tui.reader.reading.feature import Feature
from tui.reader.screens.review.rows import state_counts
from tui.session.disk_changes import compare_disk, records_in_words
from tui.storage.files.file_stamp import file_stamp
from tui.storage.files.watcher import watch_changes

_RETRY = 1.0
"""In seconds: how long nothing is watched after an error."""

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from tui.model import Account
    from tui.reader.reading.screen import ReadingScreen
    from tui.session.disk_changes import DiskChanges
    from tui.session.reread import RereadResult


class Reload(Feature):
    """Reloads changed files without moving cursors, views and editors."""

    name = "reload"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.watching = False
        self._watched: tuple[str, ...] | None = None
        """The articles whose files are watched; None before the first watch."""
        self._contents: Mapping[Path, bytes] = {}
        """The bytes of the record files, so that undo can restore those deleted by hand."""
        self._unread: set[Path] = set()
        """Files that changed and are not read yet."""
        self._reading = False
        self._is_held = False
        """Whether nothing is read, because the program itself is changing many files."""
        self._notices: list[Content] = []
        """The anchor states of each changed article, until Esc clears them."""
        self._reported = ""
        """The error that was shown last, until something changes again."""
        self._has_doubtful_quotes = False
        """Whether a changed article has quotes to review."""

    @property
    def idle(self) -> bool:
        """Whether everything that changed has been read."""
        return not self._reading and not self._unread

    def dismiss(self) -> bool:
        if not self._notices:
            return False
        self._notices = []
        return True

    def status(self) -> Sequence[Content]:
        if not self._notices:
            return ()
        keys = Content.styled("  r review  Esc clears" if self._has_doubtful_quotes else "  Esc clears", "$quiet")
        return [*self._notices[:-1], self._notices[-1] + keys]

    def session_changed(self) -> None:
        if self._watched not in (None, self.session.open_articles):
            self.watch_files()

    def watch_files(self) -> None:
        """Watch the files of the open articles until the screen is gone."""
        self.screen.run_worker(self._watch_files(), exclusive=True, group="watching")

    async def _watch_files(self) -> None:
        self._watched = self.session.open_articles
        self.watching = False
        await asyncio.to_thread(import_module, "watchfiles")
        reloader = await asyncio.to_thread(import_module, "tui.storage.workspace.reloader")
        workspace, collation = self.session.workspace, self.session.collation
        self._contents = await asyncio.to_thread(reloader.record_contents, collation, self._contents)
        while True:
            folders = reloader.watched_folders(workspace, collation.accounts)
            # Runs once the watch has begun: `_watch_folders` does not yield before that.
            self.screen.call_later(self._watch_begun)
            try:
                await self._watch_folders(folders, lambda: reloader.watched_folders(workspace, collation.accounts))
            except OSError as error:
                self.watching = False
                self._report_once(f"Changes on disk cannot be followed now: {error.strerror or error}; trying again.")
                await asyncio.sleep(_RETRY)
            # Read everything: files may have come into a new folder before it was watched.
            self.screen.call_later(self.files_changed, [workspace.annotations])

    async def _watch_folders(self, folders: Mapping[Path, int], current: Callable[[], Mapping[Path, int]]) -> None:
        """Report changes in folders until one of them is deleted, moved or new."""
        async with aclosing(watch_changes(folders, asyncio.Event(), deep=False)) as bursts:
            async for paths in bursts:
                self.files_changed(paths)
                self._reported = self._reported if paths else ""
                if not paths.isdisjoint(folders) or current() != folders:
                    return

    def _report_once(self, error: str) -> None:
        """Show an error, unless it is the one that was just shown."""
        if error != self._reported:
            self._reported = error
            self.screen.report(error)

    def _watch_begun(self) -> None:
        self.watching = True

    def files_changed(self, paths: Iterable[Path]) -> None:
        """Read changed files again, unless this program changed them."""
        stamps = self.session.stamps
        self._unread |= {path for path in paths if path not in stamps or stamps[path] != file_stamp(path)}
        self._read_next()

    def hold(self) -> None:
        """Read nothing until `release`: the program is changing many files."""
        self._is_held = True

    def release(self) -> None:
        """Read what somebody else has changed since `hold`."""
        self._is_held = False
        unread, self._unread = self._unread, set()
        self.files_changed(unread)

    def _read_next(self) -> None:
        if self._reading or self._is_held or not self._unread:
            return
        self._reading = True
        paths, self._unread = frozenset(self._unread), set()
        collation, contents, offsets = self.session.collation, self._contents, self._offsets()

        def read() -> None:
            from tui.session.reread import reread  # noqa: PLC0415 - in this thread: it loads SQLite and the saving code

            try:
                result = reread(self.session.workspace, collation, paths, contents, offsets)
            except OSError as error:
                self.screen.call_later(self._not_read, paths, error)
            else:
                self.screen.call_later(self._apply_if_current, result)

        self.screen.run_worker(read, thread=True, group="rereading")

    def _offsets(self) -> Mapping[str, set[int]]:
        """Return the code points of cursors, selections and views, by article."""
        offsets: dict[str, set[int]] = {}
        for column in self.screen.columns:
            state = column.pane.view_state
            states = (state, self.screen.saved_views.get(column.pane, state))
            offsets.setdefault(column.article, set()).update(offset for state in states for offset in state.offsets)
        return offsets

    def _apply_if_current(self, result: RereadResult) -> None:
        self._reading = False
        if result.before is self.session.collation:
            self._apply(result)
        else:
            self._unread |= result.paths
        self._read_next()

    def _not_read(self, paths: frozenset[Path], error: OSError) -> None:
        """Report changed files that could not be read, until the next change."""
        self._reading = False
        self._unread |= paths
        self._report_once(f"Changes on disk could not be read: {error}; trying again after the next one.")

    def _apply(self, result: RereadResult) -> None:
        screen, session = self.screen, self.session
        problems, was_blind = set(session.problems), session.codebook.blind
        view_states = {column.pane: column.pane.view_state for column in screen.columns}
        session.adopt(result.collation, result.deleted)
        self._contents = result.contents
        screen.show_session()
        for pane, view_state in view_states.items():
            offset_map = result.offset_maps.get(pane.account.article.id)
            if offset_map:
                pane.restore_view(view_state.moved(offset_map.at))
                if pane in screen.saved_views:
                    screen.saved_views[pane] = screen.saved_views[pane].moved(offset_map.at)
        if session.codebook.blind and not was_blind:
            begin_blind_mode(screen.app)
        tell_overlays(screen.app)
        changes = compare_disk(result.before, session.collation)
        message = records_in_words(changes, len(result.deleted))
        if session.codebook.blind is not was_blind:
            message = "Blind mode has begun." if session.codebook.blind else "Blind mode was lifted."
        self._show_changes(changes, message)
        if set(session.problems) - problems:
            screen.report_problems()

    def _show_changes(self, changes: DiskChanges, message: str) -> None:
        if changes.articles:
            self._notices = [_states_in_words(account) for account in changes.articles]
            states = {placed.state for account in changes.articles for placed in account.placed}
            self._has_doubtful_quotes = not states <= {None, AnchorState.EXACT}
        if message:
            self.screen.show_message(message)
        self.screen.refresh_context()


def _states_in_words(account: Account) -> Content:
    """Return a notice, as in `A changed: 4 exact, 1 adjusted, …`."""
    name = Content.styled(f"{account.siglum} changed: ", "bold")
    return Content.assemble(name, state_counts(count_states(Collation((account,)))))

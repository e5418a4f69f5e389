"""What changes on disk appears on the screen: articles anchored anew, records that come and go."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from textual.content import Content

from tui.analysis.counts import count_states
from tui.model import AnchorState, Collation
from tui.reader.dialogs.overlay import Overlay
from tui.reader.reading.feature import Feature
from tui.reader.screens.review.rows import state_counts
from tui.session.disk_changes import compare_disk, records_in_words
from tui.storage.files.file_stamp import file_stamp
from tui.storage.files.watcher import watch_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tui.model import Account
    from tui.reader.reading.screen import ReadingScreen
    from tui.session.disk_changes import DiskChanges
    from tui.session.reread import RereadResult


class Reload(Feature):
    """Follows the files of what is open; the user's place and what is being typed stay as they are."""

    name = "reload"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.following = False
        """Whether changes on disk are noticed by now."""
        self._watched: tuple[str, ...] | None = None
        """The articles whose files are watched; None while none are."""
        self._contents: Mapping[Path, bytes] = {}
        """What the records' own files hold, to bring back those that are deleted by hand."""
        self._waiting: set[Path] = set()
        """Files that changed and have not been read yet."""
        self._reading = False
        self._news: list[Content] = []
        """What became of the quotes of articles that changed."""
        self._news_are_doubtful = False
        """Whether the news leave something to review."""

    @property
    def idle(self) -> bool:
        """Whether everything that changed has been read."""
        return not self._reading and not self._waiting

    def dismiss(self) -> bool:
        if not self._news:
            return False
        self._news = []
        return True

    def status(self) -> Sequence[Content]:
        """Say what became of the quotes of an article that changed, until Esc clears it."""
        if not self._news:
            return ()
        keys = Content.styled("  r review  Esc clears" if self._news_are_doubtful else "  Esc clears", "$quiet")
        return [*self._news[:-1], self._news[-1] + keys]

    def session_changed(self) -> None:
        """Watch other files if other articles are open."""
        if self._watched not in (None, self.session.open_articles):
            self.follow_files()

    def forget_news(self) -> None:
        """Clear the news: the user has opened the review."""
        self._news = []

    # Watch

    def follow_files(self) -> None:
        """Follow the files of what is open until the screen is gone."""
        self.screen.run_worker(self._follow_files(), exclusive=True, group="watching")

    async def _follow_files(self) -> None:
        self._watched = self.session.open_articles
        self.following = False
        await asyncio.to_thread(import_module, "watchfiles")
        reloader = await asyncio.to_thread(import_module, "tui.storage.workspace.reloader")
        workspace, collation = self.session.workspace, self.session.collation
        self._contents = await asyncio.to_thread(reloader.record_contents, collation, self._contents)
        stop = asyncio.Event()
        try:
            while True:
                folders = reloader.watched_folders(workspace, collation.accounts)
                # Runs once the watch has begun: the loop below does not wait before that.
                self.screen.call_later(self._watch_begun)
                async with aclosing(watch_changes(folders, stop, deep=False)) as bursts:
                    async for paths in bursts:
                        self.changed_on_disk(paths)
                        if reloader.watched_folders(workspace, collation.accounts) != folders:
                            break
                # What came into a new folder before it was watched is found by reading everything.
                self.screen.call_later(self.changed_on_disk, [workspace.annotations])
        except OSError as error:
            self.screen.report(f"Changes on disk cannot be followed: {error.strerror or error}")

    def _watch_begun(self) -> None:
        self.following = True

    def changed_on_disk(self, paths: Iterable[Path]) -> None:
        """Read again what changed, unless this program changed it."""
        own = self.session.stamps
        self._waiting |= {path for path in paths if path not in own or own[path] != file_stamp(path)}
        self._read_waiting()

    # Read

    def _read_waiting(self) -> None:
        if self._reading or not self._waiting:
            return
        self._reading = True
        paths, self._waiting = frozenset(self._waiting), set()
        work = partial(self._read, self.session.collation, paths, self._contents, self._offsets())
        self.screen.run_worker(work, thread=True, group="rereading")

    def _offsets(self) -> Mapping[str, set[int]]:
        """Return the code points that the user's place depends on, by article."""
        offsets: dict[str, set[int]] = {}
        for column in self.screen.columns:
            state = column.pane.view_state
            states = (state, self.screen.saved_views.get(column.pane, state))
            offsets.setdefault(column.article, set()).update(offset for each in states for offset in each.offsets)
        return offsets

    def _read(
        self,
        before: Collation,
        paths: frozenset[Path],
        contents: Mapping[Path, bytes],
        offsets: Mapping[str, set[int]],
    ) -> None:
        """Read and anchor in a thread; it touches no widget."""
        from tui.session.reread import reread  # noqa: PLC0415 - in this thread: it loads SQLite, and what saves records

        result = reread(self.session.workspace, before, paths, contents, offsets)
        self.screen.call_later(self._take_over_if_current, result)

    def _take_over_if_current(self, result: RereadResult) -> None:
        self._reading = False
        if result.before is self.session.collation:
            self._take_over(result)
        else:
            self._waiting |= result.paths
        self._read_waiting()

    def _take_over(self, result: RereadResult) -> None:
        screen, session = self.screen, self.session
        problems = set(session.problems)
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
        for overlay in screen.app.screen_stack:
            if isinstance(overlay, Overlay):
                overlay.session_changed()
        self._show_changes(compare_disk(result.before, session.collation), len(result.deleted))
        if set(session.problems) - problems:
            screen.report_problems()

    def _show_changes(self, changes: DiskChanges, deleted: int) -> None:
        if changes.articles:
            self._news = [_states_in_words(account) for account in changes.articles]
            placed = (each for account in changes.articles for each in account.placed)
            self._news_are_doubtful = any(each.state not in (None, AnchorState.EXACT) for each in placed)
        records = records_in_words(changes, deleted)
        if records:
            self.screen.show_message(records)
        self.screen.refresh_context()


def _states_in_words(account: Account) -> Content:
    """Return what became of an account's quotes: `A changed: 4 exact, 1 adjusted, 0 in review, 1 orphaned`."""
    name = Content.styled(f"{account.siglum} changed: ", "bold")
    return Content.assemble(name, state_counts(count_states(Collation((account,)))))

"""What changes on disk appears on the screen: articles anchored anew, records that come and go."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.message import Message

from tui.analysis.counts import count_states
from tui.model import Account, AnchorState, Collation
from tui.reader.reading.review import Reviewing
from tui.storage.files.file_stamp import file_stamp
from tui.storage.files.watcher import watch_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tui.config import Config
    from tui.session.disk_changes import DiskChanges
    from tui.session.offset_map import OffsetMap
    from tui.session.quote_review import DoubtfulQuote
    from tui.session.session import Session
    from tui.storage.workspace.reloader import ReloadResult


class Reloading(Reviewing):
    """Follows the files of what is open; the reader's place and what is typed stay as they are."""

    @dataclass
    class Read(Message):
        """Files were read again."""

        before: Collation
        """What was open when the reading began."""
        paths: frozenset[Path]
        """What had changed."""
        found: ReloadResult
        offset_maps: Mapping[str, OffsetMap]
        """How to go from an article's old text to its new one, by the article's id."""

    def __init__(self, session: Session, config: Config) -> None:
        super().__init__(session, config)
        self._watched: tuple[str, ...] | None = None
        """The articles whose files are watched; None while none are."""
        self.following = False
        """Whether changes on disk are noticed by now."""
        self._contents: Mapping[Path, bytes] = {}
        """What the records' own files hold, to bring back those that are deleted by hand."""
        self._waiting: set[Path] = set()
        """What changed and is not read yet."""
        self._reading = False
        self._news: list[Content] = []
        self._doubtful = False
        """Whether the news leave something to settle."""

    def on_mount(self) -> None:
        """Begin to watch, once all is on the screen; a test that wants it calls `follow_files` itself."""
        if not self.app.is_headless:
            self.call_after_refresh(self.follow_files)

    # Watching

    @property
    def _open(self) -> tuple[str, ...]:
        return tuple(account.article.id for account in self.session.accounts)

    @work(exclusive=True, group="watching")
    async def follow_files(self) -> None:
        """Follow the files of what is open until the screen is gone."""
        self._watched = self._open
        self.following = False
        await asyncio.to_thread(import_module, "watchfiles")
        reloader = await asyncio.to_thread(import_module, "tui.storage.workspace.reloader")
        workspace, collation = self.session.workspace, self.session.collation
        self._contents = await asyncio.to_thread(reloader.record_contents, collation, self._contents)
        stop = asyncio.Event()
        try:
            while True:
                folders = reloader.watched_folders(workspace, collation.accounts)
                # Runs as soon as the watch stands: the loop below does not wait before that.
                self.call_later(self._begun)
                async with aclosing(watch_changes(folders, stop, deep=False)) as bursts:
                    async for paths in bursts:
                        self.changed_on_disk(paths)
                        if reloader.watched_folders(workspace, collation.accounts) != folders:
                            break
                # What came into a new folder before it was watched is seen by reading everything.
                self.call_later(self.changed_on_disk, [workspace.annotations])
        except OSError as error:
            self.tell(f"Changes on disk cannot be followed: {error.strerror or error}", wrong=True)

    def _begun(self) -> None:
        self.following = True

    def changed_on_disk(self, paths: Iterable[Path]) -> None:
        """Read again what changed, unless this program changed it."""
        ours = self.session.stamps
        self._waiting |= {path for path in paths if path not in ours or ours[path] != file_stamp(path)}
        self._read_waiting()

    def show_session(self) -> None:
        """Watch other files when other articles are open."""
        super().show_session()
        if self._watched not in (None, self._open):
            self.follow_files()

    # Reading

    def _read_waiting(self) -> None:
        if self._reading or not self._waiting:
            return
        self._reading = True
        paths, self._waiting = frozenset(self._waiting), set()
        work = partial(self._read, self.session.collation, paths, self._contents, self._offsets())
        self.run_worker(work, thread=True, group="rereading")

    def _offsets(self) -> Mapping[str, set[int]]:
        found: dict[str, set[int]] = {}
        for column in self.columns:
            standings = [column.pane.standing, self.came_from.get(column.pane, column.pane.standing)]
            offsets = found.setdefault(column.pane.account.article.id, set())
            offsets.update(offset for each in standings for offset in each.offsets)
        return found

    def _read(
        self,
        before: Collation,
        paths: frozenset[Path],
        contents: Mapping[Path, bytes],
        offsets: Mapping[str, set[int]],
    ) -> None:
        """Read and anchor in a thread; it touches no widget."""
        from tui.session.offset_map import map_offsets
        from tui.storage.cache.article_search import update_index
        from tui.storage.workspace.reloader import reload

        found = reload(self.session.workspace, before, paths, contents)
        update_index(self.session.workspace, paths)
        pairs = zip(before.accounts, found.collation.accounts, strict=True)
        moved = {
            new.article.id: map_offsets(old, new, offsets.get(new.article.id, ()))
            for old, new in pairs
            if old.article.text != new.article.text
        }
        self.post_message(self.Read(before, paths, found, moved))

    @on(Read)
    def _read_again(self, message: Read) -> None:
        self._reading = False
        if message.before is self.session.collation:
            self._take_over(message)
        else:
            self._waiting |= message.paths
        self._read_waiting()

    def _take_over(self, message: Read) -> None:
        from tui.reader.screens.review.screen import ReviewScreen
        from tui.session.disk_changes import compare_disk

        problems = set(self.session.problems)
        standings = {column.pane: column.pane.standing for column in self.columns}
        self.session.adopt(message.found.collation, message.found.deleted)
        self._contents = message.found.contents
        self.show_session()
        for pane, standing in standings.items():
            there = message.offset_maps.get(pane.account.article.id)
            if there:
                pane.stand(standing.moved(there.at))
                if pane in self.came_from:
                    self.came_from[pane] = self.came_from[pane].moved(there.at)
        for screen in self.app.screen_stack:
            if isinstance(screen, ReviewScreen):
                screen.show_session()
        self._tell_changes(compare_disk(message.before, self.session.collation), len(message.found.deleted))
        if set(self.session.problems) - problems:
            self.tell_problems()

    # Telling

    def _tell_changes(self, found: DiskChanges, deleted: int) -> None:
        from tui.session.disk_changes import records_in_words

        if found.articles:
            self._news = [_states_line(account) for account in found.articles]
            placed = (each for account in found.articles for each in account.placed)
            self._doubtful = any(each.state not in (None, AnchorState.EXACT) for each in placed)
        records = records_in_words(found, deleted)
        if records:
            self.tell(records)
        self.tell_cursor()

    def status(self) -> list[Content]:
        """Tell what became of the quotes of an article that changed, until it is taken note of."""
        if not self._news:
            return super().status()
        keys = Content.styled("  r review  Esc done" if self._doubtful else "  Esc done", "$quiet")
        return [*super().status(), *self._news[:-1], self._news[-1] + keys]

    async def _reviewed(self) -> DoubtfulQuote | None:
        self._news = []
        return await super()._reviewed()

    def action_escape(self) -> None:
        """Let go of the selection, else take note of what changed."""
        selecting = self.pane is not None and self.pane.selected_from is not None
        if selecting or not self._news:
            super().action_escape()
            return
        self._news = []
        self.tell_cursor()


def _states_line(account: Account) -> Content:
    """Return what became of an account's quotes: `A changed: 4 exact, 1 adjusted, 0 in review, 1 orphaned`."""
    from tui.reader.screens.review.rows import state_counts

    said = Content.styled(f"{account.siglum} changed: ", "bold")
    return Content.assemble(said, state_counts(count_states(Collation((account,)))))

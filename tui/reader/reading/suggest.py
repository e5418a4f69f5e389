"""Suggestions: who says what, as drafts to accept, edit or refuse."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.errors import DiptychError
from tui.formats.phrasing import count_noun
from tui.reader.dialogs.accept_dialog import AcceptDialog
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.reading.account_column import AccountRow
from tui.reader.reading.feature import Feature, opens_dialog
from tui.reader.reading.new_kind import KindMaker
from tui.reader.reading.suggestion_lines import (
    SuggestionView,
    accept_answers,
    accept_line,
    inspector_lines,
    nothing_complete,
    open_lines,
    suggestion_status,
)
from tui.reader.widgets.status_line import StatusLine
from tui.session.suggestion_queue import MAX_ACCEPTED, SuggestionQueue

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator, Sequence

    from textual.content import Content
    from textual.worker import WorkType

    from tui.analysis.alignment.aligned_drafts import AccountDrafts
    from tui.attribution.lexicon import Lexicon
    from tui.attribution.suggestion import Suggestion
    from tui.model import Account, Article, Codebook, Collation, Workspace
    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.inspector import InspectorLine
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis
    from tui.session.counterparts import Counterparts
    from tui.session.offered_suggestions import Offered
    from tui.session.proposition_offers import PropositionOffers

_DRAFTING, _INDEXING = "draft suggestions", "index propositions"
"""The groups of the workers."""
_TEXTS = 3
"""From where on the sources are texts."""
_WITH_PROPOSITIONS, _WITHOUT = 0, 1
"""The answers that accept the suggestions."""


class Suggest(Feature):
    """Shows suggestions in the panes, and settles them."""

    name = "suggest"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.queue = SuggestionQueue(screen.session)
        self.is_on = False
        self.is_reading = False
        self._sources: tuple[object, ...] = ()
        """What the drafts are made from: texts, names and the threshold."""
        self._unreadable: tuple[str, ...] = ()
        """The sigla of accounts in a language without rules."""
        self._came_back: tuple[Offered, ...] = ()
        """What the last change of the session made open again."""
        self._kept: dict[str, tuple[Account, frozenset[str]]] = {}
        """The records of each account, by siglum."""

    # What is shown

    def status(self) -> Sequence[Content]:
        queue = self.queue
        if not self.is_on:
            return ()
        return [
            suggestion_status(
                len(queue.offered),
                queue.threshold,
                by_score=queue.by_score,
                is_reading=self.is_reading,
                glyphs=self.screen.glyphs,
            )
        ]

    def hints(self, context: FooterContext) -> FooterContext:
        queue = self.queue
        return context._replace(
            suggesting=self.is_on,
            open_suggestions=min(2, len(queue.offered)),
            on_suggestion=queue.current is not None,
            other_offers=len(queue.offers()) > 1,
        )

    def inspection(self) -> Sequence[InspectorLine]:
        queue, keymap = self.queue, self.screen.config.keys
        if not self.is_on:
            return ()
        if queue.current:
            view = SuggestionView(
                queue.current.draft,
                queue.number,
                len(queue.offered),
                queue.offers(),
                queue.counterparts(),
                self.session.codebook,
                self.screen.glyphs,
                keymap,
            )
            return inspector_lines(view)
        if self.screen.ids_under_cursor():
            return ()
        return [open_lines(len(queue.offered), keymap, is_reading=self.is_reading, unreadable=self._unreadable)]

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        if not self.is_on:
            return emphasis
        position = next((number for number, column in enumerate(self.screen.columns) if column.pane is pane), -1)
        current = self.queue.current
        # Only suggestions stand out, so that none is taken for a record.
        return emphasis._replace(
            view=emphasis.view._replace(glyph_only=self._records(pane.account)),
            suggested=self.queue.of_account(position).words,
            suggested_current=current.parts if current and current.position == position else (),
        )

    def _records(self, account: Account) -> frozenset[str]:
        """Return the ids of an account's records, from a cache."""
        kept, records = self._kept.get(account.siglum, (None, frozenset()))
        if kept is not account:
            records = frozenset(account.anchored)
            self._kept[account.siglum] = (account, records)
        return records

    def cursor_moved(self) -> None:
        pane = self.screen.pane
        if not self.is_on or pane is None:
            return
        if self._sources != self._current_sources():
            self._draft_again()
        self.queue.go_to(self.screen.active, pane.cursor)

    def session_changed(self) -> None:
        if self.is_on and not self.screen.columns:
            self._end()
        elif self.is_on:
            self._index_propositions()
            self._came_back = self.queue.update()
            self._show()

    def command_ran(self, command_id: str) -> None:
        came_back, self._came_back = self._came_back, ()
        if command_id == "history.undo" and came_back:
            self._go_to(came_back[0])

    def _show(self) -> None:
        """Show the counts, and all that depends on the suggestions."""
        for position, column in enumerate(self.screen.columns):
            column.header.show_suggested(len(self.queue.of_account(position)) if self.is_on else None)
        self.screen.refresh_context()

    # On and off

    def toggle(self) -> None:
        """Show suggestions, or end showing them."""
        if self.is_on:
            self._end()
        elif self.screen.columns:
            self.screen.end_greeting()
            self.is_on = True
            self.screen.query_one(StatusLine).drop_message()
            self.screen.query_one(AccountRow).is_suggesting = True
            self._draft_again()
            self._index_propositions()
            self._show()

    def dismiss(self) -> bool:
        was_on = self.is_on
        if was_on:
            self._end()
        return was_on

    def _end(self) -> None:
        self.is_on = self.is_reading = False
        for group in (_DRAFTING, _INDEXING):
            self.screen.workers.cancel_group(self.screen, group)
        for row in self.screen.query(AccountRow):
            row.is_suggesting = False
        self.queue.clear()
        self._show()

    # Reading

    def _current_sources(self) -> tuple[object, ...]:
        codebook = self.session.codebook
        texts = (account.article.text for account in self.session.accounts)
        return (self.queue.threshold, codebook.speakers, codebook.kinds, *texts)

    def _draft_again(self) -> None:
        before, self._sources = self._sources, self._current_sources()
        if before[_TEXTS:] != self._sources[_TEXTS:]:
            self.queue.clear()
        self.is_reading = True
        self._work(self._draft, _DRAFTING)

    def _work(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> None:
        # Not given a coroutine, for one that is replaced before it starts would never be awaited.
        typed: WorkType[None] = work
        self.screen.run_worker(typed, group=group, exclusive=True)

    async def _draft(self) -> None:
        """Draft for one article after the other in threads, the active first."""
        unreadable: list[str] = []
        accounts = sorted(self.queue.accounts(), key=lambda placed: placed[0] != self.screen.active)
        for _, account in accounts:
            try:
                lexicon = await asyncio.to_thread(_lexicon, account.article, self.session.workspace)
            except DiptychError as error:
                self.screen.report(str(error))
                lexicon = None
            if lexicon is None:
                unreadable.append(account.siglum)
            else:
                await self._draft_article(account.article, lexicon)
        self.is_reading, self._unreadable = False, tuple(unreadable)
        self._show()
        if not self.queue.offered and not unreadable:
            self.screen.show_message("Nothing is suggested at this score that is not marked or refused already.")
        self.queue.set_counterparts(await asyncio.to_thread(_counterparts, self.queue.drafts()))
        self._show()

    async def _draft_article(self, article: Article, lexicon: Lexicon) -> None:
        parts = _parts(article, lexicon, self.session.codebook, self.queue.threshold)
        drafts: list[Suggestion] = []
        shown = 0
        while (part := await asyncio.to_thread(next, parts, None)) is not None:
            drafts += part
            # Shown each time that they have doubled, because tens of thousands take longer than a key may take.
            if len(drafts) >= 2 * shown:
                shown = len(drafts)
                await self._set_drafts(article.id, tuple(drafts))
        await self._set_drafts(article.id, tuple(drafts))

    async def _set_drafts(self, article: str, drafts: tuple[Suggestion, ...]) -> None:
        is_first = not self.queue.offered
        self.queue.keep_drafts(article, drafts)
        while not self.queue.show_open(await asyncio.to_thread(self.queue.find_open)):
            pass
        self._show()
        if is_first and self.queue.offered and self.queue.current is None:
            self.step(1)

    def _index_propositions(self) -> None:
        self._work(self._index, _INDEXING)

    async def _index(self) -> None:
        self.queue.set_offers(await asyncio.to_thread(_offers, self.session.collation))
        self._show()

    # Steps

    def step(self, by: int) -> None:
        """Go to the next suggestion (`by` 1) or the one before, around the end."""
        pane, queue = self.screen.pane, self.queue
        if not self._is_ready() or pane is None:
            return
        if queue.step(self.screen.active, pane.cursor, by):
            self.screen.show_message("From the top again." if by > 0 else "From the end again.")
        if queue.current:
            self._go_to(queue.current)

    def _go_to(self, offered: Offered) -> None:
        if offered.position != self.screen.active:
            self.screen.go_to_pane(offered.position)
        pane = self.screen.columns[offered.position].pane
        pane.select_from(None)
        pane.go_to(offered.start, with_context=True)
        self.queue.choose(offered)
        self.screen.refresh_context()

    def _is_ready(self) -> bool:
        if not self.is_on:
            self.screen.show_message("S shows suggestions first.")
        return self.is_on

    def move_threshold(self, by: int) -> None:
        """Show suggestions from a higher score (`by` 1) or a lower one."""
        if self._is_ready() and self.queue.move_threshold(by):
            self._draft_again()
            self._show()

    def turn_order(self) -> None:
        """Sort by score, or by place again."""
        if self._is_ready():
            self.queue.turn_order()
            self._show()

    def turn_about(self) -> None:
        """Offer the next proposition for the suggestion."""
        if self._is_ready():
            self.queue.turn_offer()
            self._show()

    # Settling

    def accept(self) -> None:
        """Save the suggestion as a record, or open the form if it lacks a speaker."""
        if not self._is_ready():
            return
        if self.queue.current is None:
            self.screen.run_command("edit.open")
        elif not self.queue.current.draft.speaker:
            self.edit()
        else:
            self._settle(self.queue.accept, "Accepted. u undoes it.")

    def refuse(self) -> None:
        """Refuse the suggestion, or delete the record under the cursor."""
        if not self._is_ready():
            return
        if self.queue.current is None:
            self.screen.run_command("edit.delete")
        else:
            self._settle(self.queue.refuse, "Refused: it does not come back. u undoes it.")

    def _settle(self, save: Callable[[], object], message: str) -> None:
        """Save a decision, and go to the next suggestion."""
        following = self.queue.following
        try:
            save()
        except DiptychError as error:
            self.screen.report(f"Not saved: {error}")
            return
        self._go_on(following, message)

    def _go_on(self, following: Offered | None, message: str) -> None:
        self.screen.show_session()
        if following and self.queue.is_open(following):
            self._go_to(following)
        self.screen.show_message(message)

    @opens_dialog
    async def edit(self) -> None:
        """Open the form filled in, and accept the suggestion if it is saved."""
        if not self._is_ready():
            return
        filled, following = self.queue.form(), self.queue.following
        if filled is None:
            self.screen.run_command("edit.edit")
            return
        title, maker = "A suggestion: saving accepts it", KindMaker(self.session)
        form = StatementForm(
            filled.annotation, title, filled.names, filled.edit, glyphs=self.screen.glyphs, kind_maker=maker
        )
        if await self.screen.app.push_screen_wait(form):
            self._go_on(following, "Accepted. u undoes it.")
        else:
            self.screen.show_session()

    @opens_dialog
    async def accept_all(self) -> None:
        """Show what would be accepted, and accept it as one step."""
        if not self._is_ready():
            return
        complete = self.queue.complete()
        if not complete:
            self.screen.show_message(nothing_complete(len(self.queue.offered), is_reading=self.is_reading))
            return
        if len(complete) > MAX_ACCEPTED:
            message = f"{len(complete):,} suggestions; {MAX_ACCEPTED} can be accepted at once. Raise the score with +."
            self.screen.show_message(message)
            return
        question = f"Accept {count_noun(len(complete), 'suggestion')}?"
        texts = [account.article.text for account in self.session.accounts]
        codebook, glyphs = self.session.codebook, self.screen.glyphs
        lines = [accept_line(each.draft, texts[each.position], codebook, glyphs) for each in complete]
        dialog = AcceptDialog(question, lines, accept_answers(*self.queue.offered_counts()))
        answer = await self.screen.app.push_screen_wait(dialog)
        if answer in (_WITH_PROPOSITIONS, _WITHOUT):
            self._accept_all(complete, with_propositions=answer == _WITH_PROPOSITIONS)

    def _accept_all(self, complete: Sequence[Offered], *, with_propositions: bool) -> None:
        try:
            number = self.queue.accept_all(complete, with_propositions=with_propositions)
        except DiptychError as error:
            self.screen.report(f"Not saved: {error}")
        else:
            gone = f" {len(complete) - number:,} not open any more." if number < len(complete) else ""
            accepted = f"{count_noun(number, 'suggestion')} accepted.{gone} u undoes all of it."
            self._go_on(None, accepted if number else "The article has changed: look at the suggestions again.")


# What loads the rules of a language runs in a thread, from the import on.


def _lexicon(article: Article, workspace: Workspace) -> Lexicon | None:
    from tui.session.suggestion_drafts import article_lexicon  # noqa: PLC0415 - takes longer than a key may take

    return article_lexicon(article, workspace)


def _parts(
    article: Article, lexicon: Lexicon, codebook: Codebook, threshold: float
) -> Iterator[tuple[Suggestion, ...]]:
    from tui.session.suggestion_drafts import draft_in_parts  # noqa: PLC0415 - takes longer than a key may take

    yield from draft_in_parts(article, lexicon, codebook, threshold)


def _counterparts(drafts: Sequence[AccountDrafts]) -> Counterparts:
    from tui.session.counterparts import Counterparts  # noqa: PLC0415 - takes longer than a key may take

    return Counterparts(drafts)


def _offers(collation: Collation) -> PropositionOffers:
    from tui.session.proposition_offers import PropositionOffers  # noqa: PLC0415 - takes longer than a key may take

    return PropositionOffers(collation)

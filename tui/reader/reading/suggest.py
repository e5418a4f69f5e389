"""Suggestions: who says what, as drafts to accept, edit or refuse."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.errors import DiptychError
from tui.formats.phrasing import count_noun
from tui.reader.dialogs.accept_dialog import AcceptDialog
from tui.reader.reading.account_column import AccountRow
from tui.reader.reading.feature import Feature, opens_dialog
from tui.reader.reading.suggestion_form import suggestion_form
from tui.reader.reading.suggestion_lines import SuggestionView, no_suggestion_lines, suggestion_lines, suggestion_status
from tui.reader.widgets.pane.segments import SuggestedRange
from tui.session.accepted_suggestions import Accepted, accept_all, is_complete, suggested_annotation
from tui.session.offered_suggestions import Offered, in_order, next_offered, offered_at, suggested_words
from tui.session.suggestions import open_suggestions, refuse_suggestion
from tui.storage.workspace.refused_suggestions import read_refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content

    from tui.attribution.suggestion import Suggestion
    from tui.model import Account, Article, Codebook
    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.inspector import InspectorLine
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis
    from tui.session.proposition_offers import PropositionOffer, PropositionOffers

LOWEST, HIGHEST = 0.2, 0.9
"""The scores between which the threshold moves."""
_READING, _INDEXING = "suggestions", "proposition index"
"""The groups of the workers."""


class Suggest(Feature):
    """Shows suggestions in the panes, and settles them."""

    name = "suggest"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self.is_on = False
        self.threshold = 0.5
        self.by_score = False
        self.offered: tuple[Offered, ...] = ()
        """What is neither marked nor refused, in the order of the steps."""
        self.current: Offered | None = None
        """The suggestion under the cursor."""
        self._drafts: dict[str, tuple[Suggestion, ...]] = {}
        """What was drafted by article id, settled or not."""
        self._read: tuple[object, ...] = ()
        """What it was drafted from: articles, names, and the threshold."""
        self._unreadable: tuple[str, ...] = ()
        """The sigla of accounts in a language without rules."""
        self.is_reading = False
        self._offers: PropositionOffers | None = None
        """The propositions that are offered, once they are indexed."""
        self._turned = 0
        """How often another proposition was asked for."""
        self._gone_to: tuple[int, int] = (0, 0)
        """The pane and the cursor at which the current suggestion was gone to."""
        self._came_back: tuple[Offered, ...] = ()
        """What the last change of the session made open again."""

    # What is shown

    def status(self) -> Sequence[Content]:
        if not self.is_on:
            return ()
        number = self.offered.index(self.current) + 1 if self.current in self.offered else 0
        return [suggestion_status(len(self.offered), number, self.threshold, self.by_score, is_reading=self.is_reading)]

    def hints(self, context: FooterContext) -> FooterContext:
        return context._replace(suggesting=self.is_on, on_suggestion=self.current is not None)

    def inspection(self) -> Sequence[InspectorLine]:
        if not self.is_on:
            return ()
        if self.current is None:
            is_on_record = bool(self.screen.ids_under_cursor())
            return () if is_on_record else no_suggestion_lines(self._view(None), self._unreadable)
        return suggestion_lines(self._view(self.current))

    def _view(self, offered: Offered | None) -> SuggestionView:
        number = self.offered.index(offered) + 1 if offered in self.offered else 0
        offers = self._turned_offers() if offered else ()
        return SuggestionView(
            offered.draft if offered else None,
            number,
            len(self.offered),
            offers,
            self.session.codebook,
            self.screen.glyphs,
            self.screen.config.keys,
            is_reading=self.is_reading,
        )

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        if not self.is_on:
            return emphasis
        positions = [position for position, column in enumerate(self.screen.columns) if column.pane is pane]
        own = [each for each in self.offered if each.position in positions]
        suggested = tuple(
            SuggestedRange(*words.span, _style(is_cue=words.is_cue, is_current=words.is_current))
            for words in suggested_words(own, self.current)
        )
        # Only suggestions stand out, so that none is taken for a record.
        records = frozenset(pane.account.anchored)
        return emphasis._replace(view=emphasis.view._replace(glyph_only=records), suggested=suggested)

    # Reading

    def toggle(self) -> None:
        """Show suggestions, or end showing them."""
        if self.is_on:
            self._end()
        elif self.screen.columns:
            self.is_on = True
            self.screen.query_one(AccountRow).is_suggesting = True
            self._start()

    def dismiss(self) -> bool:
        if not self.is_on:
            return False
        self._end()
        return True

    def _end(self) -> None:
        self.is_on = self.is_reading = False
        for group in (_READING, _INDEXING):
            self.screen.workers.cancel_group(self.screen, group)
        for row in self.screen.query(AccountRow):
            row.is_suggesting = False
        self._read, self.current, self.offered = (), None, ()
        for column in self.screen.columns:
            column.header.show_suggested(None)
        self.screen.refresh_context()

    def _start(self) -> None:
        """Draft in a worker, and index the propositions in another."""
        self._read = self._sources()
        self.is_reading = True
        self.screen.run_worker(self._draft(), name="draft suggestions", group=_READING, exclusive=True)
        self._index_propositions()
        self._update()

    def _sources(self) -> tuple[object, ...]:
        codebook = self.session.codebook
        texts = tuple(account.article.text for account in self.session.accounts)
        return (*texts, codebook.speakers, codebook.kinds, self.threshold)

    async def _draft(self) -> None:
        """Draft the suggestions for one article after the other, the active first."""
        unreadable: list[str] = []
        for position in sorted(self._positions(), key=lambda position: position != self.screen.active):
            account, drafts = self.session.accounts[position], ()
            parts = _parts(account.article, self.session.codebook, self.threshold)
            while (part := await asyncio.to_thread(next, parts, None)) is not None:
                drafts = (*drafts, *part)
                self._show_drafts(account, drafts)
            if not drafts and not await asyncio.to_thread(_language, account.article):
                unreadable.append(account.siglum)
        self.is_reading, self._unreadable = False, tuple(unreadable)
        self._update()

    def _show_drafts(self, account: Account, drafts: tuple[Suggestion, ...]) -> None:
        is_first = not self.offered
        self._drafts[account.article.id] = drafts
        self._update()
        if is_first and self.current is None:
            self.step(1)

    def _positions(self) -> list[int]:
        """Return the positions of the accounts, an article that is open twice once."""
        firsts = {account.article.id: position for position, account in reversed([*enumerate(self.session.accounts)])}
        return sorted(firsts.values())

    @property
    def _accounts(self) -> Iterator[tuple[int, Account]]:
        return ((position, self.session.accounts[position]) for position in self._positions())

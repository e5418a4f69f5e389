"""Mark the hits of a search in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.search import SearchQuery
from tui.formats.phrasing import count_noun
from tui.model import NOTE, Annotation
from tui.reader.content import line_content
from tui.reader.dialogs.note_editor import NoteEditor, NoteSubject
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.reading.feature import Feature, opens_dialog
from tui.reader.reading.find import Find
from tui.reader.screens.hits.screen import HitsScreen
from tui.session.codebook_names import known_names
from tui.session.hit_marks import MAX_MARKS, PendingMarks, hit_marks

if TYPE_CHECKING:
    from tui.reader.screens.hits.screen import HitChoice


class MarkHits(Feature):
    """Marks chosen hits with the same values."""

    name = "mark_hits"

    @opens_dialog
    async def open(self) -> None:
        """List the hits of the search, or of what is selected, and mark some."""
        find = self.screen.features.get(Find)
        self._search_selection(find)
        if find.is_searching or not find.query.text:
            message = "Still searching." if find.is_searching else "/ finds words first, or select some; then M."
            self.screen.show_message(message)
        elif not len(find.hits):
            self.screen.show_message("Nothing is found.")
        elif len(find.hits) > MAX_MARKS:
            self.screen.show_message(
                f"{len(find.hits):,} hits; {MAX_MARKS} can be marked at once. Search for more words."
            )
        elif choice := await self._choose(find):
            await self._mark(choice, find.query.text)

    def _search_selection(self, find: Find) -> None:
        pane = self.screen.pane
        words = " ".join(pane.selection.of(pane.article_text).split()) if pane and pane.selection else ""
        if words:
            find.search(SearchQuery(words))

    async def _choose(self, find: Find) -> HitChoice | None:
        screen = HitsScreen(
            find.query.text,
            hit_marks(find.hits, self.session.accounts),
            glyphs=self.screen.glyphs,
            keymap=self.screen.config.keys,
        )
        return await self.screen.app.push_screen_wait(screen)

    async def _mark(self, choice: HitChoice, words: str) -> None:
        """Open the form, and report how many were marked."""
        annotation = Annotation("", choice.kind, article=choice.marks[0].article)
        pending = PendingMarks(self.session, choice.marks)
        hits = count_noun(len(choice.marks), "hit")
        dialog: NoteEditor | StatementForm
        if choice.kind == NOTE.name:
            subject = NoteSubject(annotation, f"A note on {hits}", line_content(f"“{words}”"))
            dialog = NoteEditor([subject], pending)
        else:
            title = f"Mark {hits}: {self.session.codebook.kind(choice.kind).label.lower()}"
            names = known_names(self.session.collation)
            dialog = StatementForm(annotation, title, names, pending, glyphs=self.screen.glyphs, words=words)
        saved = await self.screen.app.push_screen_wait(dialog)
        if saved and self.screen.pane:
            self.screen.pane.select_from(None)
        self.screen.show_session()
        if saved:
            self.screen.show_message(f"{hits} marked. u undoes all of it.")

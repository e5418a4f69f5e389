"""Mark, note, edit and delete; undo and redo; offer the drafts that an earlier program left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.anchoring import describe
from tui.errors import DiptychError
from tui.formats.phrasing import count_noun
from tui.layout.units import sentence_at
from tui.model import NOTE, Annotation, RecordRef
from tui.reader.content import annotation_line, line_content, visible_line
from tui.reader.dialogs.choice import ChoiceDialog
from tui.reader.dialogs.detail_dialog import DetailDialog
from tui.reader.dialogs.note_editor import NoteEditor
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.reading.feature import Feature, opens_dialog
from tui.session import drafts
from tui.session.codebook_names import known_names
from tui.session.history import step_in_words
from tui.session.pending_edit import PendingEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.model import Placed, Span
    from tui.reader.widgets.pane.pane import Pane
    from tui.session.history import Step
    from tui.storage.workspace.draft_files import Draft


class Edit(Feature):
    """Changes records; each change is on disk before the screen says so."""

    name = "edit"

    # Mark and note

    @opens_dialog
    async def mark(self, kind: str) -> None:
        """Mark the selection, or the sentence under the cursor, as a statement of this kind."""
        pane = self.screen.pane
        if pane is None:
            return
        span = pane.selection or sentence_at(pane.article_text, pane.cursor)
        annotation = _on_words(pane, span, kind)
        if annotation is None:
            self.screen.show_message("Put the cursor on a sentence, or select words with v.")
            return
        label = self.session.codebook.kind(kind).label.lower()
        if await self._fill_in(annotation, f"Mark a {label}", PendingEdit(self.session)):
            pane.select_from(None)
            pane.go_to(span.start)

    @opens_dialog
    async def note(self) -> None:
        """Write a note: on the selection, else on the annotation under the cursor, else on the article."""
        pane = self.screen.pane
        if pane is None:
            return
        placed = self.screen.placed_under_cursor()
        annotation: Annotation | None = Annotation("", NOTE.name, article=pane.account.article.id)
        title = "A note on the whole article"
        if pane.selection:
            annotation = _on_words(pane, pane.selection, NOTE.name)
            title = "A note on these words"
        elif placed:
            subject = await self.choose(placed, "Note on which?")
            annotation = _note_on(subject) if subject else None
            title = "A note on this annotation"
        if annotation and await self._write(annotation, title, PendingEdit(self.session)):
            pane.select_from(None)

    # What is there already

    @opens_dialog
    async def open(self) -> None:
        """Show what is under the cursor; ask which if there are several."""
        screen, pane = self.screen, self.screen.pane
        chosen = await self.choose(screen.placed_under_cursor(), "Open which?")
        if pane is None or chosen is None:
            return
        details = DetailDialog(chosen, screen.view_of(pane, (chosen.annotation.id,)))
        next_step = await screen.app.push_screen_wait(details)
        if next_step == "edit":
            await self._edit(chosen)
        elif next_step == "delete":
            await self._delete(chosen)
        elif next_step == "note":
            await self._write(_note_on(chosen), "A note on this annotation", PendingEdit(self.session))

    @opens_dialog
    async def edit(self) -> None:
        """Edit the annotation under the cursor, or a note on it."""
        chosen = await self.choose(self._editable(), "Edit which?")
        if chosen:
            await self._edit(chosen)

    @opens_dialog
    async def delete(self) -> None:
        """Delete the annotation under the cursor, or a note on it."""
        chosen = await self.choose(self._editable(), "Delete which?")
        if chosen:
            await self._delete(chosen)

    def _editable(self) -> list[Placed]:
        """Return what is under the cursor with the notes on it; if nothing is, what has no place in the text."""
        pane = self.screen.pane
        if pane is None:
            return []
        placed = self.screen.placed_under_cursor()
        if not placed:
            return [each for each in pane.account.placed if each.span is None and not each.annotation.on]
        notes = [note for each in placed for note in pane.account.notes_on(each.annotation.id)]
        return [*placed, *notes]

    async def _edit(self, chosen: Placed) -> None:
        pending = PendingEdit(self.session, chosen)
        if chosen.annotation.kind == NOTE.name:
            await self._write(chosen.annotation, "Edit the note", pending)
        else:
            await self._fill_in(chosen.annotation, "Edit the annotation", pending)

    async def _delete(self, chosen: Placed) -> None:
        pane = self.screen.pane
        notes = pane.account.notes_on(chosen.annotation.id) if pane else ()
        if notes and await self._ask(f"Delete it with {count_noun(len(notes), 'note')} on it?", ["Yes", "No"]) != 0:
            return
        try:
            self.session.delete([*(note.record for note in notes), chosen.record])
        except DiptychError as error:
            self.screen.report(str(error))
        else:
            self.screen.show_message("Deleted. u undoes it.")
        self.screen.show_session()

    # Undo and redo

    def undo(self) -> None:
        """Undo the last change."""
        self._step("Undone", self.session.undo)

    def redo(self) -> None:
        """Redo the last change that was undone."""
        self._step("Redone", self.session.redo)

    def _step(self, done: str, take: Callable[[], Step]) -> None:
        try:
            step = take()
        except DiptychError as error:
            self.screen.show_message(str(error))
            return
        self.screen.show_session()
        self.screen.show_message(f"{done}: {step_in_words(step, self.session.codebook)}.")
        pane, placed = self.screen.pane, self.session.find(step[-1].annotation.ref)
        if pane and placed and placed.span and pane.account.article.id == placed.annotation.article:
            pane.go_to(placed.span.start)

    # Drafts

    @opens_dialog
    async def offer_drafts(self) -> None:
        """Offer what was being typed when an earlier program ended."""
        for draft in drafts.abandoned_drafts(self.session.workspace):
            article = draft.annotation.article
            if article and self.session.account(article) is None:
                continue
            question = f"Typed and not saved: {_beginning(draft.annotation)}"
            chosen = await self._ask(question, ["Go on with it", "Later", "Throw it away"])
            if chosen == 0:
                await self._resume(draft)
            elif chosen == 2:
                drafts.discard(self.session.workspace, draft.id)

    async def _resume(self, draft: Draft) -> None:
        annotation = draft.annotation
        old = self.session.find(annotation.ref) if annotation.id else None
        annotation = annotation if old else replace(annotation, id="")
        pending = PendingEdit(self.session, old, draft.id)
        if annotation.kind == NOTE.name:
            await self._write(annotation, "A note that was not saved", pending)
        else:
            await self._fill_in(annotation, "A statement that was not saved", pending)

    # Dialogs

    async def _fill_in(self, annotation: Annotation, title: str, pending: PendingEdit) -> bool:
        names = known_names(self.session.collation)
        form = StatementForm(annotation, title, names, pending, glyphs=self.screen.glyphs)
        return self._show_saved(await self.screen.app.push_screen_wait(form))

    async def _write(self, annotation: Annotation, title: str, pending: PendingEdit) -> bool:
        subject = self.session.find(RecordRef(annotation.article, annotation.on)) if annotation.on else None
        if subject:
            about = annotation_line(subject.annotation, self.session.codebook, glyphs=self.screen.glyphs)
        else:
            about = line_content(annotation.quote or self.session.title_of(annotation.article))
        editor = NoteEditor(annotation, title, about, pending)
        return self._show_saved(await self.screen.app.push_screen_wait(editor))

    def _show_saved(self, saved: bool | None) -> bool:
        self.screen.show_session()
        if saved:
            self.screen.show_message("Saved.")
        return bool(saved)

    async def choose(self, placed: Sequence[Placed], question: str) -> Placed | None:
        """Ask which of several annotations is meant; call it from a worker."""
        if not placed:
            self.screen.show_message("Nothing is marked here. ] goes to the next annotation.")
            return None
        if len(placed) == 1:
            return placed[0]
        codebook, glyphs = self.session.codebook, self.screen.glyphs
        lines = [annotation_line(each.annotation, codebook, glyphs=glyphs) for each in placed]
        chosen = await self.screen.app.push_screen_wait(ChoiceDialog(question, lines))
        return None if chosen is None else placed[chosen]

    async def _ask(self, question: str, answers: Sequence[str]) -> int | None:
        lines = [line_content(answer) for answer in answers]
        return await self.screen.app.push_screen_wait(ChoiceDialog(question, lines))


def _on_words(pane: Pane, span: Span, kind: str) -> Annotation | None:
    """Return an annotation of these words, or None if there is only white space."""
    start, end = span.stripped(pane.article_text)
    if start >= end:
        return None
    return Annotation("", kind, article=pane.account.article.id, target=describe(pane.article_text, start, end))


def _note_on(subject: Placed) -> Annotation:
    """Return a note on an annotation; a note on a note is on the same annotation."""
    annotation = subject.annotation
    return Annotation("", NOTE.name, article=annotation.article, on=annotation.on or annotation.id)


def _beginning(annotation: Annotation) -> str:
    words = visible_line(annotation.body or annotation.quote)
    return f"“{words[:60]}{'…' if len(words) > 60 else ''}”"

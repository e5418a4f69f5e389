"""Change records, undo and redo, and restore unsaved drafts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.anchoring import describe
from tui.errors import DiptychError
from tui.formats.phrasing import count_noun, with_article
from tui.layout.units import sentence_at
from tui.model import NOTE, Annotation, RecordRef
from tui.reader.commands import command_keys
from tui.reader.content import annotation_line, line_content, visible_line
from tui.reader.dialogs.choice import AnnotationChoice, ChoiceDialog
from tui.reader.dialogs.detail_dialog import DetailDialog
from tui.reader.dialogs.note_editor import NoteEditor, NoteSubject
from tui.reader.dialogs.statement_form import StatementForm
from tui.reader.dialogs.work_dialog import run_work
from tui.reader.reading.feature import Feature, opens_dialog
from tui.reader.reading.new_kind import KindMaker
from tui.reader.reading.reload import Reload
from tui.reader.reading.requote import Requote
from tui.reader.reading.unused_proposition import UnusedProposition
from tui.session import drafts
from tui.session.codebook_names import known_names
from tui.session.history import Direction, RecordChange, Refusal, refusal_in_words, step_in_words
from tui.session.pending_edit import PendingEdit
from tui.session.shown_records import hides_edited, is_of_others

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.content import Content

    from tui.model import Placed, Span
    from tui.reader.widgets.pane.pane import Pane
    from tui.session.history import Replay
    from tui.storage.workspace.draft_files import Draft


MANY_FILES = 50
"""A step that changes more is undone in a thread: each file is fsynced."""


class Edit(Feature):
    """Changes records, and reports a change only once it is on disk."""

    name = "edit"

    @opens_dialog
    async def mark(self, kind: str) -> None:
        """Mark the selection, else the sentence, as a statement of this kind."""
        pane = self.screen.pane
        if pane is None:
            return
        span = pane.selection or sentence_at(pane.article_text, pane.cursor, pane.account.article.byline.language)
        annotation = _annotate(pane, span, kind)
        if annotation is None:
            self.screen.show_message("Put the cursor on a sentence, or select words with v.")
            return
        label = with_article(self.session.codebook.kind(kind).label.lower())
        if await self._save(annotation, f"Mark {label}", PendingEdit(self.session)):
            pane.select_from(None)
            pane.go_to(span.start)
            self._inspect_new(pane)

    def _inspect_new(self, pane: Pane) -> None:
        """Show what was just marked, even if other annotations begin there."""
        change = self.session.history.done[-1][-1] if self.session.history.done else None
        if isinstance(change, RecordChange):
            self.screen.preferred = (change.annotation.id, pane.cursor)
            self.screen.refresh_context()

    @opens_dialog
    async def note(self) -> None:
        """Write a note on the selection, else the annotation, else the article.

        The editor offers the others too.
        """
        pane = self.screen.pane
        if pane is None:
            return
        on_words = _annotate(pane, pane.selection, NOTE.name) if pane.selection else None
        on_article = Annotation("", NOTE.name, article=pane.account.article.id)
        placed = [_note_on(subject) for subject in self.screen.placed_under_cursor()]
        notes = [*([on_words] if on_words else []), *dict.fromkeys(placed), on_article]
        if await self._open_editor(NoteEditor(list(map(self._subject, notes)), PendingEdit(self.session))):
            pane.select_from(None)

    def _subject(self, note: Annotation, title: str = "") -> NoteSubject:
        """Return what a note is on, with a title or the one of a new note."""
        subject = "this annotation" if note.on else "these words" if note.quote else "the whole article"
        return NoteSubject(note, title or f"A note on {subject}", self._heading(note))

    @opens_dialog
    async def open(self) -> None:
        """Show an annotation under the cursor, and edit, delete or note on it."""
        screen, pane = self.screen, self.screen.pane
        chosen = await self.choose(screen.placed_under_cursor(), "Open which?")
        if pane is None or chosen is None:
            return
        details = DetailDialog(chosen, screen.inspector_view(pane, (chosen.annotation.id,)))
        next_step = await screen.app.push_screen_wait(details)
        if next_step is None or not self._is_there(chosen):
            return
        if next_step == "edit":
            await self._edit(chosen)
        elif next_step == "delete":
            await self._delete(chosen)
        elif next_step == "note":
            await self._save(_note_on(chosen), "A note on this annotation", PendingEdit(self.session))

    def _is_there(self, placed: Placed) -> bool:
        """Return whether a record is still there, or report that it is not."""
        is_there = self.session.find(placed.annotation.ref) is not None
        if not is_there:
            self.screen.show_message("It is no longer there.")
        return is_there

    @opens_dialog
    async def edit(self) -> None:
        """Edit the annotation or a note under the cursor, or its quote.

        A selection is offered as the new quote.
        """
        pane = self.screen.pane
        if pane and pane.selection:
            await self.screen.features.get(Requote).offer(pane, pane.selection)
            return
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
        """Return what is under the cursor with its notes, else what has no place."""
        pane = self.screen.pane
        if pane is None:
            return []
        placed = self.screen.placed_under_cursor()
        if not placed:
            return [record for record in pane.account.placed if record.span is None and not record.annotation.on]
        notes = [note for record in placed for note in pane.account.notes_on(record.annotation.id)]
        return [*placed, *notes]

    async def _edit(self, chosen: Placed) -> None:
        noun = "note" if chosen.annotation.kind == NOTE.name else "annotation"
        slug = chosen.annotation.about
        if await self._save(chosen.annotation, f"Edit the {noun}", PendingEdit(self.session, chosen)):
            edited = self.session.find(chosen.annotation.ref)
            if edited and edited.annotation.about != slug:
                await self.screen.features.get(UnusedProposition).offer(slug, "Saved.")

    async def _delete(self, chosen: Placed) -> None:
        pane = self.screen.pane
        notes = pane.account.notes_on(chosen.annotation.id) if pane else ()
        if notes and await self._ask(f"Delete it with {count_noun(len(notes), 'note')} on it?", ["Yes", "No"]) != 0:
            return
        try:
            self.session.delete([*(note.record for note in notes), chosen.record])
        except DiptychError as error:
            self.screen.report(str(error))
            self.screen.show_session()
        else:
            self.screen.show_message("Deleted. u undoes it.")
            self.screen.show_session()
            await self.screen.features.get(UnusedProposition).offer(chosen.annotation.about, "Deleted.")

    def undo(self) -> None:
        self._replay("Undone", Direction.UNDO)

    def redo(self) -> None:
        self._replay("Redone", Direction.REDO)

    def skip(self) -> None:
        """Skip the step that could not be undone or redone."""
        try:
            step = self.session.skip()
        except DiptychError as error:
            self.screen.show_message(str(error))
        else:
            self.screen.show_message(f"Skipped: {step_in_words(step, self.session.codebook)}.")
            self.screen.refresh_context()

    def _replay(self, made: str, direction: Direction) -> None:
        take_step = self.session.undo if direction is Direction.UNDO else self.session.redo
        if self.session.history.files_in_next(direction) > MANY_FILES:
            self._replay_in_thread(made, take_step)
            return
        try:
            replay = take_step()
        except DiptychError as error:
            self._show_refused(error)
        else:
            self._show_replayed(made, replay)

    @opens_dialog
    async def _replay_in_thread(self, made: str, take_step: Callable[[], Replay]) -> None:
        """Undo or redo a change of many files, which takes long."""
        reload = self.screen.features.get(Reload)
        reload.hold()
        try:
            replay = await run_work(self.screen.app, "Changing many files …", lambda _: take_step(), can_stop=False)
        except DiptychError as error:
            self._show_refused(error)
        else:
            if replay:
                self._show_replayed(made, replay)
        finally:
            reload.release()

    def _show_refused(self, error: DiptychError) -> None:
        self.screen.show_session()
        self._report_refusal(str(error))

    def _show_replayed(self, made: str, replay: Replay) -> None:
        step, kept = replay
        self.screen.show_session()
        stays = "".join(f" “{each.text}” stays: it is used, or somebody else changed it." for each in kept)
        self.screen.show_message(f"{made}: {step_in_words(step, self.session.codebook)}.{stays}")
        change, pane = step[-1], self.screen.pane
        placed = self.session.find(change.annotation.ref) if isinstance(change, RecordChange | Refusal) else None
        if pane and placed and placed.span and pane.account.article.id == placed.annotation.article:
            pane.go_to(placed.span.start)

    def _report_refusal(self, error: str) -> None:
        """Report why a step was refused, and the key that skips it."""
        refused = self.session.history.refused
        if refused is None:
            self.screen.show_message(error)
            return
        key = command_keys("history.skip", self.screen.config.keys)
        self.screen.report(refusal_in_words(refused, error, key))

    @opens_dialog
    async def offer_drafts(self) -> None:
        """Offer the drafts that earlier runs left unsaved."""
        for draft in drafts.abandoned_drafts(self.session.workspace):
            article = draft.annotation.article
            if article and self.session.account(article) is None:
                continue
            if hides_edited(self.session, draft.annotation):
                continue
            text = visible_line(draft.annotation.body or draft.annotation.quote)
            question = f"Typed and not saved: “{text[:60]}{'…' if len(text) > 60 else ''}”"
            kind = AnnotationChoice if is_of_others(self.session, draft.annotation) else ChoiceDialog
            answer = await self._ask(question, ["Keep editing it", "Later", "Discard it"], kind)
            if answer == 0:
                await self._resume(draft)
            elif answer == 2:
                drafts.discard(self.session.workspace, draft.id)

    async def _resume(self, draft: Draft) -> None:
        annotation = draft.annotation
        old = self.session.find(annotation.ref) if annotation.id else None
        annotation = annotation if old else replace(annotation, id="")
        noun = "note" if annotation.kind == NOTE.name else "statement"
        await self._save(annotation, f"A {noun} that was not saved", PendingEdit(self.session, old, draft.id))

    async def _save(self, annotation: Annotation, title: str, pending: PendingEdit) -> bool:
        """Open the dialog of a note or statement, and return whether it was saved."""
        dialog: NoteEditor | StatementForm
        if annotation.kind == NOTE.name:
            dialog = NoteEditor([self._subject(annotation, title)], pending)
        else:
            names = known_names(self.session.collation, annotation)
            maker = KindMaker(self.session)
            dialog = StatementForm(annotation, title, names, pending, glyphs=self.screen.glyphs, kind_maker=maker)
        return await self._open_editor(dialog)

    async def _open_editor(self, dialog: NoteEditor | StatementForm) -> bool:
        """Open a dialog, and return whether it saved."""
        saved = await self.screen.app.push_screen_wait(dialog)
        self.screen.show_session()
        if saved:
            self.screen.show_message("Saved.")
        return bool(saved)

    def _heading(self, annotation: Annotation) -> Content:
        """Return the annotation, the quote or the title that a note is on."""
        subject = self.session.find(RecordRef(annotation.article, annotation.on)) if annotation.on else None
        if subject:
            return annotation_line(subject.annotation, self.session.codebook, glyphs=self.screen.glyphs)
        return line_content(annotation.quote or self.session.title_of(annotation.article))

    async def choose(self, placed: Sequence[Placed], question: str) -> Placed | None:
        """Ask which of several annotations is meant, in a worker."""
        if not placed:
            key = command_keys("annotation.next", self.screen.config.keys).split()[0]
            self.screen.show_message(f"Nothing is marked here. {key} goes to the next annotation.")
            return None
        if len(placed) == 1:
            return placed[0]
        codebook, glyphs = self.session.codebook, self.screen.glyphs
        lines = [annotation_line(record.annotation, codebook, glyphs=glyphs) for record in placed]
        index = await self.screen.app.push_screen_wait(AnnotationChoice(question, lines))
        return None if index is None or not self._is_there(placed[index]) else placed[index]

    async def _ask(
        self, question: str, answers: Sequence[str], kind: type[ChoiceDialog] = AnnotationChoice
    ) -> int | None:
        lines = [line_content(answer) for answer in answers]
        return await self.screen.app.push_screen_wait(kind(question, lines))


def _annotate(pane: Pane, span: Span, kind: str) -> Annotation | None:
    """Return a new annotation of a span, or None if it holds only white space."""
    start, end = span.stripped(pane.article_text)
    if start >= end:
        return None
    return Annotation("", kind, article=pane.account.article.id, target=describe(pane.article_text, start, end))


def _note_on(subject: Placed) -> Annotation:
    """Return a new note on an annotation, or on the one that a note is on."""
    annotation = subject.annotation
    return Annotation("", NOTE.name, article=annotation.article, on=annotation.on or annotation.id)

"""Marking, noting, editing, deleting, and taking it back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from tui.anchoring import describe
from tui.errors import DiptychError
from tui.model import NOTE, Annotation, Placed, Proposition, RecordRef, Span
from tui.reader.content import annotation_line, line_content, visible_line
from tui.reader.reading.navigate import Viewing
from tui.reader.widgets.pane.pane import Pane
from tui.session.history import Step

if TYPE_CHECKING:
    from tui.reader.dialogs.draft_dialog import Drafting
    from tui.storage.workspace.draft_files import Draft


class Editing(Viewing):
    """The actions that change records; each is on disk before the screen says so."""

    def on_mount(self) -> None:
        """Offer what was left unsaved, once the first picture stands."""
        self.call_after_refresh(self.offer_drafts)

    # Marking and noting

    @work(exclusive=True, group="dialogue")
    async def action_mark(self, kind: str) -> None:
        """Mark the selection, or the sentence under the cursor, as a statement of this kind."""
        pane = self.pane
        if pane is None:
            return
        from tui.layout.units import sentence_at  # its patterns take 15 ms to compile

        span = pane.selection or sentence_at(pane.account.article.text, pane.cursor)
        annotation = self._on_text(pane, span, kind)
        if annotation is None:
            self.tell("Put the cursor on a sentence, or select words with v.")
            return
        saved = await self._fill_in(annotation, f"Mark a {self.session.codebook.kind(kind).label.lower()}")
        if saved:
            pane.select_from(None)
            pane.go_to(span.start)

    @work(exclusive=True, group="dialogue")
    async def action_note(self) -> None:
        """Write a note: on the selection, else on the annotation under the cursor, else on the article."""
        pane = self.pane
        if pane is None:
            return
        found = self.placed_under_cursor()
        if pane.selection:
            annotation = self._on_text(pane, pane.selection, NOTE.name)
            about = "A note on these words"
        elif found:
            chosen = await self._choose(found, "Note on which?")
            if chosen is None:
                return
            on = chosen.annotation
            annotation = Annotation("", NOTE.name, article=pane.account.article.id, on=on.on or on.id)
            about = "A note on this annotation"
        else:
            annotation = Annotation("", NOTE.name, article=pane.account.article.id)
            about = "A note on the whole article"
        if annotation and await self._write(annotation, about):
            pane.select_from(None)

    def _on_text(self, pane: Pane, span: Span, kind: str) -> Annotation | None:
        article = pane.account.article.text
        start, end = span.stripped(article)
        if start >= end:
            return None
        return Annotation("", kind, article=pane.account.article.id, target=describe(article, start, end))

    # What is there already

    @work(exclusive=True, group="dialogue")
    async def action_open(self) -> None:
        """Open what is under the cursor; with overlaps, ask which."""
        pane = self.pane
        chosen = await self._choose(self.placed_under_cursor(), "Open which?")
        if pane is None or chosen is None:
            return
        from tui.reader.dialogs.detail_dialog import DetailDialog

        then = await self.app.push_screen_wait(DetailDialog(chosen, self.view_of(pane, (chosen.annotation.id,))))
        if then == "edit":
            await self._edit(chosen)
        elif then == "delete":
            await self._delete(chosen)
        elif then == "note":
            on = chosen.annotation.on or chosen.annotation.id
            note = Annotation("", NOTE.name, article=pane.account.article.id, on=on)
            await self._write(note, "A note on this annotation")

    @work(exclusive=True, group="dialogue")
    async def action_edit(self) -> None:
        """Edit the annotation under the cursor, or a note on it."""
        chosen = await self._choose(self._reachable(), "Edit which?")
        if chosen:
            await self._edit(chosen)

    @work(exclusive=True, group="dialogue")
    async def action_delete(self) -> None:
        """Delete the annotation under the cursor, or a note on it."""
        chosen = await self._choose(self._reachable(), "Delete which?")
        if chosen:
            await self._delete(chosen)

    def _reachable(self) -> list[Placed]:
        """Return what is under the cursor with the notes on it; where nothing is, what has no place."""
        pane = self.pane
        if pane is None:
            return []
        found = self.placed_under_cursor()
        if not found:
            return [each for each in pane.account.placed if each.span is None and not each.annotation.on]
        notes = [note for each in found for note in pane.account.notes_on(each.annotation.id)]
        return [*found, *notes]

    async def _edit(self, chosen: Placed) -> None:
        annotation = chosen.annotation
        if annotation.kind == NOTE.name:
            await self._write(annotation, "Edit the note", chosen)
        else:
            await self._fill_in(annotation, "Edit the annotation", chosen)

    async def _delete(self, chosen: Placed) -> None:
        pane = self.pane
        notes = pane.account.notes_on(chosen.annotation.id) if pane else ()
        if notes and not await self._sure(f"Delete it with {_counted(len(notes), 'note')} on it?"):
            return
        try:
            self.session.delete([*(note.record for note in notes), chosen.record])
        except DiptychError as error:
            self.tell(str(error), wrong=True)
        else:
            self.tell("Deleted. u brings it back.")
        self.show_session()

    def action_undo(self) -> None:
        """Take the last change back."""
        try:
            self._told("Took back", self.session.undo())
        except DiptychError as error:
            self.tell(str(error), wrong=False)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        try:
            self._told("Did again", self.session.redo())
        except DiptychError as error:
            self.tell(str(error), wrong=False)

    def _told(self, what: str, step: Step) -> None:
        self.show_session()
        change = step[-1]
        kind = self.session.codebook.kind(change.annotation.kind).label.lower()
        self.tell(f"{what}: {kind} {change.verb}.")
        self._go_to(change.annotation)

    def _go_to(self, annotation: Annotation) -> None:
        pane = self.pane
        found = self.session.find(annotation.ref)
        if pane and found and found.span and pane.account.article.id == annotation.article:
            pane.go_to(found.span[0])

    # Dialogues

    async def _fill_in(self, annotation: Annotation, title: str, old: Placed | None = None, draft_id: str = "") -> bool:
        from tui.reader.dialogs.statement_form import StatementForm, known_words

        def save(filled: Annotation, proposition: Proposition | None) -> None:
            if proposition:
                self.session.add_proposition(proposition)
            self._save(filled, old)

        known = known_words(self.session.collation)
        drafting = self._drafting(draft_id)
        form = StatementForm(annotation, title, known, save, drafting, ascii_only=self.config.ascii)
        return self._shown(await self.app.push_screen_wait(form))

    async def _write(self, annotation: Annotation, title: str, old: Placed | None = None, draft_id: str = "") -> bool:
        from tui.reader.dialogs.note_editor import NoteEditor

        on = self.session.find(RecordRef(annotation.article, annotation.on)) if annotation.on else None
        about = (
            annotation_line(on.annotation, self.session.codebook, ascii_only=self.config.ascii)
            if on
            else line_content(annotation.quote or self._title(annotation))
        )
        screen = NoteEditor(annotation, title, about, lambda filled: self._save(filled, old), self._drafting(draft_id))
        return self._shown(await self.app.push_screen_wait(screen))

    def _drafting(self, draft_id: str = "") -> "Drafting":
        from tui.reader.dialogs.draft_dialog import Drafting
        from tui.session import drafts

        workspace = self.session.workspace
        kept = draft_id or drafts.new_draft_id()
        return Drafting(
            keep=lambda annotation: drafts.save_draft(workspace, kept, annotation),
            discard=lambda: drafts.discard(workspace, kept),
            resolve=self.session.resolve,
            recovered=bool(draft_id),
        )

    @work(exclusive=True, group="dialogue")
    async def offer_drafts(self) -> None:
        """Offer what was being typed when an earlier program ended."""
        from tui.session import drafts

        for draft in drafts.abandoned_drafts(self.session.workspace):
            article = draft.annotation.article
            if article and self.session.account(article) is None:
                continue
            chosen = await self._ask(
                f"Typed and not saved: {_beginning(draft.annotation)}", ["Go on with it", "Later", "Throw it away"]
            )
            if chosen == 0:
                await self._resume(draft)
            elif chosen == 2:
                drafts.discard(self.session.workspace, draft.id)

    async def _resume(self, draft: "Draft") -> None:
        annotation = draft.annotation
        old = self.session.find(annotation.ref) if annotation.id else None
        made = annotation if old else replace(annotation, id="")
        if annotation.kind == NOTE.name:
            await self._write(made, "A note that was not saved", old, draft.id)
        else:
            await self._fill_in(made, "A statement that was not saved", old, draft.id)

    def _title(self, annotation: Annotation) -> str:
        account = self.session.account(annotation.article)
        return account.article.title if account else annotation.article

    def _save(self, filled: Annotation, old: Placed | None) -> None:
        if old is None:
            self.session.add(filled)
        elif replace(filled, modified="") != replace(old.annotation, modified=""):
            self.session.edit(old.record, filled)

    def _shown(self, saved: bool | None) -> bool:
        self.show_session()
        if saved:
            self.tell("Saved.")
        return bool(saved)

    async def _choose(self, found: Sequence[Placed], question: str) -> Placed | None:
        if not found:
            self.tell("Nothing is marked here. ] goes to the next annotation.")
            return None
        if len(found) == 1:
            return found[0]
        from tui.reader.dialogs.choice import ChoiceDialog

        lines = [
            annotation_line(each.annotation, self.session.codebook, ascii_only=self.config.ascii) for each in found
        ]
        chosen = await self.app.push_screen_wait(ChoiceDialog(question, lines))
        return None if chosen is None else found[chosen]

    async def _sure(self, question: str) -> bool:
        return await self._ask(question, ["Yes", "No"]) == 0

    async def _ask(self, question: str, answers: Sequence[str]) -> int | None:
        from tui.reader.dialogs.choice import ChoiceDialog

        return await self.app.push_screen_wait(ChoiceDialog(question, [line_content(answer) for answer in answers]))


def _beginning(annotation: Annotation) -> str:
    words = visible_line(annotation.body or annotation.quote)
    return f"“{words[:60]}{'…' if len(words) > 60 else ''}”"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

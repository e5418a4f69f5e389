"""The form of a statement: kind, speaker, proposition, cue and so on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tui.formats.phrasing import in_quotes
from tui.model import Proposition
from tui.reader.content import line_content
from tui.reader.dialogs.draft_dialog import DraftDialog
from tui.reader.runtime.key_queue import DIALOG
from tui.reader.widgets.autocomplete import Autocomplete, Offer
from tui.reader.widgets.dialog_buttons import CANCEL_FORM, SAVE, DialogButtons
from tui.reader.widgets.kind_choice import KindChoice
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.text_input import TextInput
from tui.session.codebook_names import NEW_PREFIX, new_sentence
from tui.session.name_list import join_names, parse_names
from tui.session.quote_text import one_line, typed_target

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from tui.layout.glyphs import Glyphs
    from tui.model import Annotation
    from tui.reader.reading.new_kind import KindMaker
    from tui.session.codebook_names import CodebookNames
    from tui.session.pending_edit import PendingEdit


class StatementForm(DraftDialog):
    """Edit a statement."""

    def __init__(
        self,
        annotation: Annotation,
        title: str,
        names: CodebookNames,
        pending: PendingEdit,
        *,
        glyphs: Glyphs,
        words: str = "",
        kind_maker: KindMaker | None = None,
    ) -> None:
        super().__init__(annotation, pending)
        self.heading = title
        self.words = words or annotation.quote
        """What is marked."""
        self.codebook_names = names
        self.glyphs = glyphs
        self.kind_maker = kind_maker
        """Makes a new kind; None if only those there are can be chosen."""

    def compose(self) -> ComposeResult:
        names, statement = self.codebook_names, self.annotation
        with Vertical(classes="dialog -form"):
            yield Static(line_content(self.heading), classes="dialog-title")
            yield Static(line_content(in_quotes(self.words), "italic"), classes="dialog-about")
            with VerticalScroll(classes="fields", can_focus=False):
                kinds = names.kinds_with(statement.kind)
                yield from self._row(
                    "Kind", KindChoice(kinds, statement.kind, glyphs=self.glyphs, takes_new=bool(self.kind_maker))
                )
                yield from self._row(
                    "Speaker",
                    Autocomplete(
                        join_names(statement.speaker),
                        _speaker_offers(names),
                        placeholder="who says it; several separated by ;",
                        multiple=True,
                        describe_new=lambda typed: f"{typed}  (new)",
                        field_id="speaker",
                    ),
                )
                yield from self._row(
                    "About",
                    Autocomplete(
                        names.sentence(statement.about),
                        [Offer(proposition.text, proposition.text) for proposition in names.propositions],
                        placeholder="the proposition it is about; ↑ Enter makes a new one",
                        describe_new=lambda typed: f"{NEW_PREFIX}{typed}",
                        new_prefix=NEW_PREFIX,
                        likely=[Offer(sentence, sentence) for sentence in names.likely],
                        field_id="about",
                    ),
                )
                yield from self._row(
                    "Cue",
                    LineInput(statement.cue, placeholder="the words that report it: said, denied …", entry_id="cue"),
                )
                yield from self._row(
                    "Tags", LineInput(join_names(statement.tags), placeholder="separated by ;", entry_id="tags")
                )
                yield from self._row("Comment", TextInput(statement.body, entry_id="body", compact=True))
                yield from self._rare_rows()
            yield Static("", classes="dialog-error", id="error")
            yield DialogButtons(SAVE, CANCEL_FORM, hint="Tab next   Enter take   ↑ ↓ another")

    def _rare_rows(self) -> ComposeResult:
        statement = self.annotation
        lines = (
            ("As", "as", statement.speaker_words, "the article's words for the speaker: he, the ministry …"),
            ("Via", "via", join_names(statement.via), "who reports it, nearest to the speaker first"),
            ("Hedge", "hedge", statement.hedge, "the words that weaken it: reportedly, may …"),
        )
        for label, name, value, placeholder in lines:
            yield from self._row(label, LineInput(value, placeholder=placeholder, entry_id=name))
        if statement.target:
            quote = LineInput(one_line(statement.quote), placeholder="[…] where words are left out", entry_id="quote")
            yield from self._row("Quote", quote)

    def _row(self, label: str, widget: Widget) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Static(Content(label), classes="field-label")
            yield widget

    def on_mount(self) -> None:
        self.query_one("#speaker", Input).focus()

    def hide_others(self) -> None:
        names = self.pending.known_names(self.annotation)
        self.query_one("#speaker").query_ancestor(Autocomplete).offer(_speaker_offers(names))

    @on(KindChoice.NewKindWanted)
    @work(group=DIALOG)
    async def _make_kind(self) -> None:
        maker = self.kind_maker
        if maker is None:
            return
        saved = await self.app.push_screen_wait(maker.form())
        if saved and maker.made:
            self.query_one(KindChoice).add(maker.made)

    @property
    def new_proposition(self) -> Proposition | None:
        """The proposition to be created, if the user asked for a new one."""
        sentence = new_sentence(self._line("about"))
        if not sentence or self.codebook_names.proposition(sentence):
            return None
        return self.codebook_names.new_proposition(sentence)

    def validation_error(self) -> str:
        """Return what to do with a sentence that names no proposition."""
        sentence = self._line("about")
        is_unchanged = sentence == self.annotation.about and not self.pending.recovered
        if not sentence or is_unchanged or new_sentence(sentence):
            return ""
        about = self.codebook_names.proposition(sentence)
        if about and (about.slug == self.annotation.about or not self.pending.lacks_proposition(about.slug)):
            return ""
        return f"About: choose a proposition with Enter, or with ↑ Enter “{NEW_PREFIX}…” to make one."

    def focus_error(self) -> None:
        self.query_one("#about", Input).focus()

    @property
    def edited_annotation(self) -> Annotation:
        sentence = self._line("about")
        about = self.codebook_names.proposition(new_sentence(sentence) or sentence) or self.new_proposition
        return replace(
            self.annotation,
            kind=self.query_one(KindChoice).kind.name,
            speaker=parse_names(self._line("speaker"), self.annotation.speaker),
            about=about.slug if about else sentence,
            cue=self._same_or("cue", self.annotation.cue),
            speaker_words=self._same_or("as", self.annotation.speaker_words),
            via=parse_names(self._line("via"), self.annotation.via),
            hedge=self._same_or("hedge", self.annotation.hedge),
            target=typed_target(self._line("quote"), self.annotation.target) if self.annotation.target else None,
            tags=parse_names(self._line("tags"), self.annotation.tags),
            body=self.query_one(TextInput).value,
        )

    @property
    def draft(self) -> Annotation:
        # A new proposition has no slug yet: its sentence takes the slug's place.
        new = self.new_proposition
        return replace(self.edited_annotation, about=f"{NEW_PREFIX}{new.text}") if new else self.edited_annotation

    def _same_or(self, field_id: str, original: str) -> str:
        """Return a field's text, with the white space of an unchanged one."""
        typed = self._line(field_id)
        return original if typed == original.strip() else typed

    def _line(self, field_id: str) -> str:
        return self.query_one(f"#{field_id}", Input).value.strip()

    def save(self) -> None:
        self.pending.save(self.edited_annotation, self.new_proposition)


def _speaker_offers(names: CodebookNames) -> list[Offer]:
    return [Offer(name, name) for name in names.speakers]

"""The form for a statement: kind, speaker, proposition, cue, tags, comment."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.layout.glyphs import Glyphs
from tui.model import Annotation, Proposition
from tui.reader.content import line_content
from tui.reader.dialogs.draft_dialog import DraftDialog
from tui.reader.widgets.autocomplete import Autocomplete, Offer
from tui.reader.widgets.kind_choice import KindChoice
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.text_input import TextInput
from tui.session.codebook_names import CodebookNames
from tui.session.name_list import join_names, parse_names
from tui.session.pending_edit import PendingEdit


class StatementForm(DraftDialog):
    """Fills in a statement."""

    def __init__(
        self,
        annotation: Annotation,
        title: str,
        known: CodebookNames,
        pending: PendingEdit,
        *,
        glyphs: Glyphs,
    ) -> None:
        super().__init__(annotation, pending)
        self.heading = title
        self.known = known
        self.glyphs = glyphs

    def compose(self) -> ComposeResult:
        """Yield the fields, the speaker first to be filled."""
        note = self.annotation
        with Vertical(classes="dialogue -tall"):
            yield Static(line_content(self.heading), classes="dialogue-title")
            yield Static(line_content(f"“{note.quote}”", "italic"), classes="dialogue-about")
            with VerticalScroll(classes="fields", can_focus=False):
                yield from self._row("Kind", KindChoice(self.known.kinds, note.kind, glyphs=self.glyphs))
                yield from self._row(
                    "Speaker",
                    Autocomplete(
                        join_names(note.speaker),
                        [Offer(name, name) for name in self.known.speakers],
                        placeholder="who says it; several separated by ;",
                        several=True,
                        describe_new=lambda typed: f"{typed}  (new)",
                        field_id="speaker",
                    ),
                )
                yield from self._row(
                    "About",
                    Autocomplete(
                        self.known.sentence(note.about),
                        [Offer(each.text, each.text) for each in self.known.propositions],
                        placeholder="the statement it is about, as a full sentence",
                        describe_new=lambda typed: f"{typed}  (new proposition)",
                        field_id="about",
                    ),
                )
                yield from self._row(
                    "Cue",
                    LineInput(note.cue, placeholder="the words that report it: said, denied …", entry_id="cue"),
                )
                yield from self._row(
                    "Tags", LineInput(join_names(note.tags), placeholder="separated by ;", entry_id="tags")
                )
                yield from self._row("Comment", TextInput(note.body, entry_id="body", compact=True))
            yield Static("", classes="dialogue-wrong", id="wrong")
            yield Static(
                Content("Ctrl+S save   Esc cancel   Tab next field   ↑ ↓ Enter take an offer"),
                classes="dialogue-keys",
            )

    def _row(self, label: str, widget: Widget) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Static(Content(label), classes="field-label")
            yield widget

    def on_mount(self) -> None:
        """Begin with the speaker."""
        self.query_one("#speaker", Input).focus()

    @property
    def new_proposition(self) -> Proposition | None:
        """The proposition that has to be made for what is typed, if any."""
        sentence = self._line("about")
        unknown_slug = sentence == self.annotation.about and not any(map(str.isspace, sentence))
        if not sentence or unknown_slug or self.known.proposition(sentence):
            return None
        return self.known.new_proposition(sentence)

    @property
    def filled(self) -> Annotation:
        """The statement as it is filled in now."""
        sentence = self._line("about")
        about = self.known.proposition(sentence) or self.new_proposition
        return replace(
            self.annotation,
            kind=self.query_one(KindChoice).kind.name,
            speaker=parse_names(self._line("speaker"), self.annotation.speaker),
            about=about.slug if about else sentence,
            cue=self._cue,
            tags=parse_names(self._line("tags"), self.annotation.tags),
            body=self.query_one(TextInput).words,
        )

    @property
    def draft(self) -> Annotation:
        """The statement with a new proposition's sentence in the place of its slug: it has none yet."""
        new = self.new_proposition
        return replace(self.filled, about=new.text) if new else self.filled

    @property
    def _cue(self) -> str:
        cue, before = self._line("cue"), self.annotation.cue
        return before if cue == before.strip() else cue

    def _line(self, field_id: str) -> str:
        return self.query_one(f"#{field_id}", Input).value.strip()

    def save(self) -> None:
        """Save the statement, and first its proposition where that is new; raises DiptychError."""
        self.pending.save(self.filled, self.new_proposition)

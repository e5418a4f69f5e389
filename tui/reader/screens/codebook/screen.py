"""The screen that lists and edits the codebook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.errors import DiptychError
from tui.model import BUILT_IN_KINDS
from tui.reader.commands import command_keys
from tui.reader.content import visible_line
from tui.reader.dialogs.choice import ChoiceDialog
from tui.reader.dialogs.entry_form import EntryForm
from tui.reader.dialogs.line_dialog import LineDialog
from tui.reader.dialogs.overlay import Overlay
from tui.reader.dialogs.value_picker import ValuePicker
from tui.reader.runtime.key_queue import DIALOG
from tui.reader.screens.codebook.forms import WITH_FORM, entry_fields_of, merged_values, plan_entry
from tui.reader.screens.codebook.keys import CODEBOOK_KEYS, codebook_hints
from tui.reader.screens.codebook.rows import CodebookRows, codebook_detail, section_totals
from tui.reader.widgets.detail_lines import DetailLines
from tui.reader.widgets.filter_field import FilterField
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import BAR, EDGE, ListView
from tui.session.codebook_list import SECTIONS, CodebookEntry, NameCounts, codebook_entries, count_open
from tui.session.history import step_in_words
from tui.session.told_replay import told_replay
from tui.storage.records.name_edits import NameKind, Renaming
from tui.storage.records.rename_plan import plan_extent, plan_removal, plan_rename
from tui.storage.workspace.name_uses import read_name_uses

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from tui.layout.glyphs import Glyphs
    from tui.reader.dialogs.entry_form import Field
    from tui.session.history import Replay
    from tui.session.session import Session
    from tui.storage.records.rename_plan import ChangePlan


@dataclass
class CodebookState:
    """What the screen showed when it was closed."""

    section: NameKind = NameKind.PROPOSITION
    name: str = ""
    """The entry under the cursor."""


class CodebookScreen(Overlay[None]):
    """Lists and edits propositions, speakers, kinds, tags and annotators."""

    BLANK = True
    PAGE_KEYS = ("In the codebook", CODEBOOK_KEYS)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("q,b", "dismiss(None)", "Close"),
        Binding("slash", "type", "Words"),
        Binding("question_mark,f1", "app.page_help", "Help"),
        Binding("tab", "turn(1)", "Next section", priority=True),
        Binding("shift+tab", "turn(-1)", "Section before", priority=True),
        Binding("right", "turn(1)", "Next section"),
        Binding("left", "turn(-1)", "Section before"),
        *(Binding(str(key), f"section({key - 1})", str(kind)) for key, kind in enumerate(SECTIONS, 1)),
        Binding("e", "edit", "Edit"),
        Binding("a", "add", "Add"),
        Binding("r", "rename", "Rename"),
        Binding("m", "merge", "Merge"),
        Binding("x", "delete", "Delete"),
        Binding("n", "unused", "Unused"),
        Binding("B", "blind", "Blind mode"),
        Binding("u", "undo", "Undo"),
        Binding("ctrl+r", "redo", "Redo"),
        Binding("U", "skip", "Skip step"),
    ]

    @dataclass
    class Counted(Message):
        """The records of all articles were counted."""

        counts: NameCounts

    def __init__(self, session: Session, state: CodebookState, keymap: Mapping[str, str], *, glyphs: Glyphs) -> None:
        super().__init__(classes="page")
        self.session = session
        self.state = state
        self.keymap = keymap
        self.glyphs = glyphs
        self.words = ""
        self.is_unused_only = False
        self.is_complete = False
        """Whether the records of other articles are counted."""
        self.entries = codebook_entries(session.collation, count_open(session.collation))
        self.shown: tuple[CodebookEntry, ...] = ()
        self.rows = CodebookRows((), session.codebook, glyphs, is_complete=False)
        self.list = ListView(glyphs=glyphs, empty_text="Nothing is like that. Esc shows all.")
        self.field = FilterField(self.list, placeholder="words of the name or the sentence")
        self.detail = DetailLines()

    def compose(self) -> ComposeResult:
        yield Static("", id="totals", classes="page-title")
        yield Static("", id="filter", classes="page-query")
        yield self.field
        yield Static("", id="head", classes="page-head")
        yield self.list
        yield self.detail
        yield KeyBar()

    def on_mount(self) -> None:
        self.list.focus()
        self._show()
        self._count_all()

    def on_resize(self) -> None:
        self.detail.set_class(self.size.height < 30, "-low")
        self._show_summary()

    def session_changed(self) -> None:
        """Show what is in the files now, and count the other articles again."""
        self.is_complete = False
        self.entries = codebook_entries(self.session.collation, count_open(self.session.collation))
        self._show()
        self._count_all()

    @work(thread=True, exclusive=True, group="counting")
    def _count_all(self) -> None:
        try:
            uses = read_name_uses(self.session.workspace)
        except DiptychError:
            return  # a file that cannot be read is reported with the other problems
        self.post_message(self.Counted({kind: uses.counts(kind) for kind in SECTIONS}))

    @on(Counted)
    def _show_counts(self, message: Counted) -> None:
        self.is_complete = True
        self.entries = codebook_entries(self.session.collation, message.counts)
        self._show()

    @property
    def entry(self) -> CodebookEntry | None:
        """The entry under the cursor."""
        return self.shown[self.list.cursor] if self.shown else None

    def _show(self) -> None:
        entries = self.entries[self.state.section]
        self.shown = tuple(
            entry for entry in entries if entry.matches(self.words) and not (self.is_unused_only and entry.total)
        )
        self.rows = CodebookRows(self.shown, self.session.codebook, self.glyphs, is_complete=self.is_complete)
        name = self.state.name
        cursor = next((index for index, entry in enumerate(self.shown) if entry.name == name), self.list.cursor)
        self.list.show(self.rows, cursor)
        self._show_summary()

    def _show_summary(self) -> None:
        wide = self.size.width >= 100
        accounts = self.session.collation.articles_once
        head = self.rows.head(accounts, max(1, self.size.width - EDGE - BAR))
        self.query_one("#totals", Static).update(section_totals(self.entries, self.state.section, wide=wide))
        self.query_one("#filter", Static).update(self._filter_in_words())
        self.query_one("#head", Static).update(Content.assemble(" " * EDGE, head))
        self.query_one(KeyBar).show(self._hints())

    def _filter_in_words(self) -> Content:
        parts = [f"“{visible_line(self.words)}”" if self.words else "", "unused" if self.is_unused_only else ""]
        label = ", ".join(filter(None, parts))
        if not label and self.session.codebook.blind:
            return Content.styled("blind: only your own records are counted   B lifts it", "$quiet")
        if not label:
            return Content.styled("everything", "$quiet")
        number = f"{label}: {len(self.shown)} of {len(self.entries[self.state.section])}"
        return Content.assemble((number, "$accent bold"), ("   Esc clears", "$quiet"))

    def _hints(self) -> list[Hint]:
        return codebook_hints(
            has_form=self.state.section in WITH_FORM,
            can_undo=bool(self.session.history.done),
            filtered=bool(self.words or self.is_unused_only),
        )

    @on(ListView.Moved)
    def _moved(self) -> None:
        entry = self.entry
        self.detail.show(codebook_detail(entry, self.session.codebook) if entry else ())
        if entry:
            self.state.name = entry.name

    # What is shown

    def action_turn(self, by: int) -> None:
        self.action_section((SECTIONS.index(self.state.section) + by) % len(SECTIONS))

    def action_section(self, position: int) -> None:
        """Show another section, from its first entry."""
        self.state.section = SECTIONS[position]
        self.state.name = ""
        self.list.cursor = 0
        self._show()

    def action_unused(self) -> None:
        """Show only what no record uses, or all again."""
        self.is_unused_only = not self.is_unused_only
        self._show()

    def action_type(self) -> None:
        """Show and focus the field for words to find."""
        self.field.open()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.words = event.value.strip()
        self._show()

    def action_back(self) -> None:
        """Clear the words and the filter, or close if there are none."""
        if not (self.words or self.is_unused_only or self.field.has_focus):
            self.dismiss(None)
            return
        self.is_unused_only = False
        self.field.close()
        self._show()

    # Changes

    @on(ListView.Selected)
    def _selected(self) -> None:
        self.action_edit()

    @work(group=DIALOG, exclusive=True)
    async def action_edit(self) -> None:
        """Edit what an entry says, or the name if it says no more."""
        entry = self.entry
        if entry is None:
            return
        if entry.kind not in WITH_FORM:
            await self._ask_new_name(entry)
        elif self._is_built_in(entry):
            self._tell(f"The kind “{entry.text}” is built in and stays as it is.")
        else:
            await self._open_form(entry.kind, entry.name)

    @work(group=DIALOG, exclusive=True)
    async def action_add(self) -> None:
        """Add an entry to the codebook."""
        if self.state.section in WITH_FORM:
            await self._open_form(self.state.section, "")
        else:
            self._tell(f"A {self.state.section} is there once a record has it.")

    @work(group=DIALOG, exclusive=True)
    async def action_rename(self) -> None:
        """Rename an entry everywhere."""
        if self.entry:
            await self._ask_new_name(self.entry)

    @work(group=DIALOG, exclusive=True)
    async def action_merge(self) -> None:
        """Ask for another entry, and merge the one under the cursor into it."""
        entry = self.entry
        if entry is None:
            return
        values = {other.name: (other.text, other.total) for other in self.entries[entry.kind] if other is not entry}
        picker = ValuePicker(f"Merge “{entry.text}” into which?", values, glyphs=self.glyphs)
        name = await self.app.push_screen_wait(picker)
        if name is not None:
            await self._rename(entry, name)

    def action_delete(self) -> None:
        """Delete an entry that no record uses, or tell what uses it."""
        entry = self.entry
        if entry is None:
            return
        if self._is_built_in(entry) or not entry.is_declared:
            self._tell(f"“{entry.text}” is not in the codebook's file, so it cannot be deleted.")
            return
        self._save("Deleted", lambda: plan_removal(read_name_uses(self.session.workspace), entry.kind, entry.name))

    @work(group=DIALOG, exclusive=True)
    async def action_blind(self) -> None:
        """Begin blind mode, or lift it, after a question."""
        from tui.reader.dialogs.blind_dialog import ask_blind_mode  # noqa: PLC0415 - few use it

        try:
            message = await ask_blind_mode(self.app, self.session)
        except DiptychError as error:
            self._tell_error(error)
            return
        if message:
            self.session_changed()
            self._tell(message)

    async def _ask_new_name(self, entry: CodebookEntry) -> None:
        what = "slug" if entry.kind is NameKind.PROPOSITION else "name"
        question = f"Another {what} for “{entry.text}”, in every file"
        name = await self.app.push_screen_wait(LineDialog(question, entry.name, answer="rename"))
        if name and name != entry.name:
            await self._rename(entry, name)

    async def _rename(self, entry: CodebookEntry, name: str) -> None:
        """Rename an entry, but ask first if that merges two."""
        try:
            plan = plan_rename(read_name_uses(self.session.workspace), Renaming(entry.kind, entry.name, name))
        except DiptychError as error:
            self._tell_error(error)
            return
        if plan.is_merge and not await self._confirm(entry, name, plan):
            return
        if self._save("Merged" if plan.is_merge else "Renamed", lambda: plan):
            self.state.name = name
            self.session_changed()

    async def _confirm(self, entry: CodebookEntry, name: str, plan: ChangePlan) -> bool:
        target = next((other.text for other in self.entries[entry.kind] if other.name == name), name)
        question = f"Merge “{entry.text}” into “{target}”? This changes {plan_extent(plan)}. u undoes it."
        answers = [Content("Merge them"), Content("Cancel")]
        return await self.app.push_screen_wait(ChoiceDialog(question, answers)) == 0

    async def _open_form(self, kind: NameKind, name: str) -> None:
        title = f"Edit “{visible_line(name)}”" if name else f"A new {kind}"
        fields = entry_fields_of(kind, self.session.codebook, name)
        if await self.app.push_screen_wait(EntryForm(title, fields, partial(self._save_entry, kind, name, fields))):
            self.session_changed()
            self._tell("Saved. u undoes it.")

    def _save_entry(self, kind: NameKind, name: str, fields: Sequence[Field], values: Mapping[str, str]) -> None:
        uses, codebook = read_name_uses(self.session.workspace), self.session.codebook
        merged = merged_values(kind, codebook, name, fields, values)
        planned = plan_entry(kind, uses, codebook, name, merged)
        if planned.plan.changes:
            self.session.change_files(planned.plan)
        self.state.name = planned.name

    def _save(self, done: str, make_plan: Callable[[], ChangePlan]) -> bool:
        """Save a plan, show what was done, and return whether that was possible."""
        try:
            plan = make_plan()
            if plan.changes:
                self.session.change_files(plan)
        except DiptychError as error:
            self._tell_error(error)
            return False
        self.session_changed()
        self._tell(f"{done}: {plan_extent(plan)}. u undoes it.")
        return True

    def action_undo(self) -> None:
        self._replay("Undone", self.session.undo)

    def action_redo(self) -> None:
        self._replay("Redone", self.session.redo)

    def action_skip(self) -> None:
        """Skip the step that could not be undone or redone."""
        try:
            step = self.session.skip()
        except DiptychError as error:
            self._tell_error(error)
        else:
            self._tell(f"Skipped: {step_in_words(step, self.session.codebook)}.")

    def _replay(self, label: str, take_step: Callable[[], Replay]) -> None:
        replayed = told_replay(self.session, label, take_step, command_keys("history.skip", self.keymap))
        self._tell(replayed.message)
        self.session_changed()

    def _is_built_in(self, entry: CodebookEntry) -> bool:
        return entry.kind is NameKind.KIND and entry.name in {kind.name for kind in BUILT_IN_KINDS}

    def _tell(self, message: str) -> None:
        self.query_one(KeyBar).show_message(message)

    def _tell_error(self, error: DiptychError) -> None:
        self.notify(visible_line(str(error)), severity="error", markup=False, timeout=8)

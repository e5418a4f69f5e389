"""The screen that chooses which entries of a document become articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.formats.phrasing import count_noun
from tui.reader.dialogs.overlay import Overlay
from tui.reader.screens.entries.rows import EntryRows, entry_detail
from tui.reader.widgets.detail_lines import DetailLines
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import ListView
from tui.reader.widgets.tick_list import TickList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tui.session.document_entries import DocumentEntry


class EntriesScreen(Overlay["frozenset[int] | None"]):
    """Chooses entries, none at first, and returns their numbers."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Cancel"),
        Binding("space", "tick", "Choose or not", priority=True),
        Binding("ctrl+a,asterisk", "tick_all", "All or none"),
    ]

    def __init__(self, entries: Sequence[DocumentEntry]) -> None:
        super().__init__(classes="page")
        self.entries = entries
        self.chosen: set[int] = set()
        self.list = TickList()
        self.detail = DetailLines()

    def compose(self) -> ComposeResult:
        yield Static("", id="heading", classes="page-title")
        yield self.list
        yield self.detail
        yield KeyBar()

    def on_mount(self) -> None:
        self.list.focus()
        self._show()

    def on_resize(self) -> None:
        self.detail.set_class(self.size.height < 30, "-low")

    def _show(self) -> None:
        self.list.show(EntryRows(self.entries, self.chosen), self.list.cursor)
        heading = Content.styled(f"Add which of {count_noun(len(self.entries), 'entry', 'entries')}?", "bold")
        count = Content.styled(f"   {len(self.chosen):,} chosen", "$accent bold") if self.chosen else Content("")
        self.query_one("#heading", Static).update(Content.assemble(heading, count))
        add = f"add these {len(self.chosen):,}" if self.chosen else "add this one"
        hints = [Hint("Enter", add, "take"), Hint("Space", "choose", "tick"), Hint("Ctrl+A", "all or none", "tick_all")]
        self.query_one(KeyBar).show([*hints, Hint("Esc", "cancel", "dismiss(None)")])

    @on(ListView.Moved)
    def _moved(self) -> None:
        self.detail.show(entry_detail(self.entries[self.list.cursor]))

    @on(TickList.Ticked)
    def action_tick(self) -> None:
        """Choose the entry under the cursor, or leave it out."""
        self.chosen ^= {self.entries[self.list.cursor].number}
        self._show()

    def action_tick_all(self) -> None:
        """Choose all entries that are not here, or none if all are chosen."""
        new = {entry.number for entry in self.entries if not entry.is_known}
        self.chosen = set() if self.chosen >= new else self.chosen | new
        self._show()

    @on(ListView.Selected)
    def _selected(self, event: ListView.Selected) -> None:
        if event.x is None:
            self.action_take()

    def action_take(self) -> None:
        """Return the chosen entries, or else the one under the cursor."""
        self.dismiss(frozenset(self.chosen or {self.entries[self.list.cursor].number}))

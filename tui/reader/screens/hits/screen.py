"""The screen that lists the hits of a search, to mark some of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.model import NOTE
from tui.reader.commands import command_keys
from tui.reader.content import line_content
from tui.reader.dialogs.overlay import Overlay
from tui.reader.screens.hits.rows import HitMarkRows
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import ListView
from tui.reader.widgets.tick_list import TickList

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from tui.layout.glyphs import Glyphs
    from tui.session.hit_marks import HitMark

KINDS = ("claim", "denial", "agreement", NOTE.name)
"""The kinds with a key; the form offers all."""


class HitChoice(NamedTuple):
    """The hits to mark, and as which kind."""

    marks: tuple[HitMark, ...]
    kind: str


class HitsScreen(Overlay["HitChoice | None"]):
    """Chooses hits, all at first, and returns them with a kind."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Cancel"),
        Binding("space", "tick", "Choose or not", priority=True),
        Binding("ctrl+a,asterisk", "tick_all", "All or none"),
        *(
            Binding(key, f"mark('{kind}')", f"Mark as {kind}", id=f"mark.{kind}")
            for key, kind in zip("cdan", KINDS, strict=True)
        ),
    ]

    def __init__(
        self,
        words: str,
        marks: Sequence[HitMark],
        *,
        glyphs: Glyphs,
        keymap: Mapping[str, str],
    ) -> None:
        super().__init__(classes="page")
        self.words = words
        self.marks = marks
        self.keymap = keymap
        self.chosen = set(range(len(marks)))
        """The positions of the hits to mark."""
        self.list = TickList(glyphs=glyphs)

    def compose(self) -> ComposeResult:
        yield Static("", id="heading", classes="page-title")
        yield self.list
        yield KeyBar()

    def on_mount(self) -> None:
        self.list.focus()
        self.query_one(KeyBar).show(self._hints())
        self._show()

    def _hints(self) -> list[Hint]:
        marking = [Hint(command_keys(f"mark.{kind}", self.keymap), kind, f"mark('{kind}')") for kind in KINDS]
        tick = Hint("Space", "choose", "tick")
        return [tick, Hint("Ctrl+A", "all or none", "tick_all"), *marking, Hint("Esc", "cancel", "dismiss(None)")]

    def _show(self) -> None:
        self.list.show(HitMarkRows(self.marks, self.chosen), self.list.cursor)
        sigla = Counter(self.marks[index].siglum for index in sorted(self.chosen))
        accounts = " · ".join(f"{siglum} {number}" for siglum, number in sigla.items())
        counts = f"   {len(self.chosen)} of {len(self.marks)} chosen   {accounts}"
        heading = Content.assemble(("Mark every hit of ", "bold"), line_content(f"“{self.words}”", "bold"))
        self.query_one("#heading", Static).update(Content.assemble(heading, (counts, "$accent bold")))

    @on(TickList.Ticked)
    def action_tick(self) -> None:
        """Choose the hit under the cursor, or leave it out."""
        self.chosen ^= {self.list.cursor}
        self._show()

    def action_tick_all(self) -> None:
        """Choose all hits, or none if all are chosen."""
        self.chosen = set() if len(self.chosen) == len(self.marks) else set(range(len(self.marks)))
        self._show()

    @on(ListView.Selected)
    def _taken(self, event: ListView.Selected) -> None:
        if event.x is None:
            self.action_mark(KINDS[0])

    def action_mark(self, kind: str) -> None:
        """Return the chosen hits."""
        if self.chosen:
            self.dismiss(HitChoice(tuple(self.marks[index] for index in sorted(self.chosen)), kind))
        else:
            self.query_one(KeyBar).show_message("Choose at least one hit: Space, or Ctrl+A for all.")

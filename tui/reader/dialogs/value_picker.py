"""One of many words: typed at, and taken from a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.analysis.folding import fold
from tui.layout.glyphs import Glyphs
from tui.reader.content import line_content
from tui.reader.dialogs.overlay import Overlay
from tui.reader.widgets.inputs import LineInput
from tui.reader.widgets.list_view import ListView


@dataclass(frozen=True)
class ValueRows:
    """Words with how often they occur."""

    words: Sequence[tuple[str, int]]

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self.words)

    def height(self, index: int, width: int) -> int:
        """Return 1."""
        return 1

    def can_take(self, index: int) -> bool:
        """Return True."""
        return True

    def ground(self, index: int, *, current: bool) -> str:
        """Return the colour behind the word under the cursor."""
        return "$selection" if current else ""

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        """Return the word and its number."""
        word, number = self.words[index]
        return [
            Content.assemble(
                line_content(word).truncate(width - 6, ellipsis=True, pad=True), (f"{number:>6}", "$quiet")
            )
        ]


class ValuePicker(Overlay[str | None]):
    """Finds a word as one types; returns its key, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave", priority=True),
        Binding("down", "move(1)", "Down", priority=True),
        Binding("up", "move(-1)", "Up", priority=True),
        Binding("pagedown", "page(1)", "Page down", priority=True),
        Binding("pageup", "page(-1)", "Page up", priority=True),
    ]

    def __init__(self, question: str, words: Mapping[str, tuple[str, int]], *, glyphs: Glyphs) -> None:
        super().__init__()
        self.question = question
        self.words = words
        """By key: what is shown, and how often it occurs."""
        self.keys: list[str] = []
        self.listing = ListView(glyphs=glyphs, nothing="Nothing is called that.")
        self.listing.can_focus = False

    def compose(self) -> ComposeResult:
        """Yield the question, the line to type in, and the words."""
        with Vertical(classes="dialogue -tall"):
            yield Static(line_content(self.question), classes="dialogue-title")
            yield LineInput(placeholder="type to find")
            yield self.listing
            yield Static(Content("↑ ↓ choose   Enter take   Esc leave"), classes="dialogue-keys")

    def on_mount(self) -> None:
        """Show all the words."""
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, typed: str) -> None:
        wanted = fold(typed).split()
        self.keys = [
            key for key, (word, _) in self.words.items() if all(part in fold(f"{key} {word}") for part in wanted)
        ]
        self.listing.show(ValueRows([self.words[key] for key in self.keys]))

    @on(Input.Submitted)
    @on(ListView.Taken)
    def _take(self) -> None:
        if self.keys:
            self.dismiss(self.keys[self.listing.cursor])

    def action_move(self, by: int) -> None:
        """Go to another word."""
        self.listing.action_move(by)

    def action_page(self, by: int) -> None:
        """Go to another page."""
        self.listing.action_page(by)

"""The last line of a dialog: buttons to click or press, and other keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.reader.widgets.offered import offered

if TYPE_CHECKING:
    from textual.app import ComposeResult


DOUBLE_CLICK_SECONDS = 0.5
"""As in Textual."""


class ButtonWords(NamedTuple):
    """What a button says and does."""

    key: str
    """The key that does the same."""
    label: str
    action: str
    """An action of the dialog."""


SAVE = ButtonWords("Ctrl+S", "save", "save")
CANCEL_FORM = ButtonWords("Esc", "cancel", "cancel")
CANCEL = ButtonWords("Esc", "cancel", "dismiss(None)")
CLOSE = ButtonWords("Esc", "close", "dismiss(None)")


class DialogButton(Widget, can_focus=True):
    """A button with its key."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "press", "Press", show=False)]

    def __init__(self, words: ButtonWords) -> None:
        super().__init__()
        self.words = words
        self._clicked = -DOUBLE_CLICK_SECONDS
        """When a click last pressed it, by the clock of events."""

    def render(self) -> Content:
        key, label, _ = self.words
        style = "reverse" if self.has_focus else "$foreground"
        return Content.assemble(("[", "$quiet"), (f" {key}", f"bold {style}"), (f" {label} ", style), ("]", "$quiet"))

    async def action_press(self) -> None:
        await self.screen.run_action(self.words.action)

    async def _on_click(self, event: events.Click) -> None:
        event.stop()
        if event.time - self._clicked < DOUBLE_CLICK_SECONDS:
            return  # the second click of a double click would answer what the first has asked
        self._clicked = event.time
        await self.action_press()


class DialogButtons(Horizontal):
    """Buttons, and a hint at other keys."""

    def __init__(self, *buttons: ButtonWords, hint: str = "") -> None:
        super().__init__(classes="dialog-keys")
        self.buttons = buttons
        self.hint = hint

    def compose(self) -> ComposeResult:
        yield from map(DialogButton, offered(self.buttons, self.screen))
        yield Static(Content(self.hint), classes="dialog-hint")

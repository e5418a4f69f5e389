"""The base of every screen over the reading screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, Generic

from textual import events, on
from textual._styles_cache import StylesCache
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, ScreenResultType

from tui.reader.runtime.answer_once import is_in_front
from tui.reader.runtime.current_size import ignore_old_sizes
from tui.reader.widgets.offered import action_in_words, is_refused

LOW_ROWS = 16
"""With fewer, a dialog gives its rows to its fields, and scrolls."""
FRAME_ROWS = 6
"""Rows of a dialog around its text: border, title and buttons."""
SLIM_COLUMNS = 20
"""With fewer, a scrollbar takes the last column of a field, which then needs no scrollbar, and so on without end."""
SPACED_ROWS = 38
"""With as many, there are free rows between the fields of a form."""


@ignore_old_sizes
class Overlay(ModalScreen[ScreenResultType], Generic[ScreenResultType]):
    """A dialog or a page.

    Its styles are parsed when the first one opens.
    """

    CSS_PATH: ClassVar[Path] = Path(__file__).with_name("overlay.tcss")
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (LOW_ROWS, "-high"), (SPACED_ROWS, "-spaced")]  # noqa: RUF012 - so in Textual

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c,ctrl+q", "explain_quit", "Quit", show=False)]
    PAGE_KEYS: ClassVar[tuple[str, Sequence[tuple[str, str]]] | None] = None
    """A heading and a page's own keys with what they do, which the help shows first. A dialog shows its keys itself."""
    CHANGES: ClassVar[frozenset[str]] = frozenset()
    """Its actions that change files, written as in hints. They are not offered if files can only be read."""
    QUIT_ADVICE = "Esc closes this; then q quits."

    def action_explain_quit(self) -> None:
        """Tell how to quit, which does not happen with a dialog open."""
        self.notify(self.QUIT_ADVICE, markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not is_refused(action_in_words(action, parameters), self)

    @on(events.Resize)
    def _fit_text(self) -> None:
        self.set_class(self.size.width < SLIM_COLUMNS, "-slim")
        # A container that fits its content measures what is scrolled in it with all its rows, shown or not.
        rows = max(3, self.size.height * 94 // 100 - FRAME_ROWS)
        for text in self.query(".dialog-text"):
            text.styles.max_height = rows

    def _on_prune(self) -> None:
        # Textual cancels them when the widgets are gone already, and a worker that looks for one then raises an error.
        self.workers.cancel_node(self)

    def on_unmount(self) -> None:
        # Textual keeps the arguments of the last 1,024 calls, and with them all that closed screens have painted.
        StylesCache.get_inner_outer.cache_clear()

    def session_changed(self) -> None:
        """Handle files that changed on disk while the overlay is open."""

    def leave(self) -> None:
        """Close without an answer, unless something typed would be lost."""
        self.dismiss(None)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        return super().dismiss(result) if is_in_front(self) else AwaitComplete()


def close_above(page: Overlay[Any]) -> None:
    """Close the dialogs above a page: they may show what is to be hidden now."""
    app = page.app
    while page in app.screen_stack and isinstance(front := app.screen, Overlay) and front is not page:
        front.leave()
        if app.screen is front:
            return


def tell_overlays(app: App[Any]) -> None:
    """Tell every open overlay that the session has changed.

    One that is being opened has no widgets yet; it will show the session as it is then.
    """
    for screen in app.screen_stack:
        if isinstance(screen, Overlay) and screen.is_mounted:
            screen.session_changed()

"""Long work in a thread: what it does now, and Esc to stop it."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from tui.errors import DiptychError, StoppedError
from tui.reader.content import line_content
from tui.reader.dialogs.overlay import Overlay
from tui.reader.runtime.key_queue import BusyScreen, drop_held_keys, release_keys
from tui.reader.widgets.dialog_buttons import ButtonWords, DialogButton, DialogButtons

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App, ComposeResult

    from tui.session.long_work import Watch

T = TypeVar("T")
DELAY = 0.3
"""In seconds: work that ends sooner shows no dialog."""
PERIOD = 0.1
"""In seconds: how often the progress is shown at most."""


class WorkDialog(BusyScreen, Overlay[DiptychError | OSError | None]):
    """Run work in a thread, and return the error that ended it, if any.

    Its button takes no focus, because an Enter meant for the dialog below would press it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", "Stop", priority=True)]
    QUIT_ADVICE = "Esc stops this; then q quits."

    @dataclass
    class Progress(Message):
        """The work does something else now."""

        words: str

    def __init__(self, title: str, run: Callable[[Watch], None], *, must_end: bool, can_stop: bool) -> None:
        super().__init__(classes="-waiting")
        self.heading = title
        self.must_end = must_end
        """Whether the dialog stays until stopped work has taken back what it did."""
        self.can_stop = can_stop
        """Whether the work looks at all whether it is to stop."""
        self._work = run
        self._stop = Event()
        self._error: DiptychError | OSError | None = None
        self._has_ended = False
        """Whether the work has, with that error if any."""
        self._last = 0.0
        """When the progress was shown last."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(line_content(self.heading), classes="dialog-title")
            yield Static("", id="progress")
            if self.can_stop:
                yield DialogButtons(ButtonWords("Esc", "stop", "stop"))

    def leave(self) -> None:
        """Stay open, for the dialog closes when the work has ended."""

    def on_mount(self) -> None:
        for button in self.query(DialogButton):
            button.can_focus = False
        self.set_timer(DELAY, lambda: self.remove_class("-waiting"))
        self._run_work()

    @work(exclusive=True, group="work")
    async def _run_work(self) -> None:
        try:
            await to_thread(self._work, self._watch)
        except (DiptychError, OSError) as error:
            self._error = error
        self._has_ended = True
        self.dismiss(self._error)

    def on_screen_resume(self) -> None:
        if self._has_ended:
            self.dismiss(self._error)  # the work ended while a question was over this dialog

    def _watch(self, words: str) -> None:
        """Show in the work's thread what it does, or raise StoppedError."""
        if self._stop.is_set():
            raise StoppedError("Stopped.")
        if monotonic() - self._last >= PERIOD:
            self._last = monotonic()
            self.post_message(self.Progress(words))

    @on(Progress)
    def _show_progress(self, message: Progress) -> None:
        if not self._stop.is_set():
            self.query_one("#progress", Static).update(line_content(message.words))

    def action_stop(self) -> None:
        """Stop the work, and close when it has ended, or at once."""
        if not self.can_stop:
            return
        self._stop.set()
        if not self.must_end:
            self.dismiss(StoppedError("Stopped."))
            return
        self.remove_class("-waiting")
        self.query_one("#progress", Static).update("Stopping …")


async def run_work(
    app: App[None], title: str, run: Callable[[Watch], T], *, must_end: bool = False, can_stop: bool = True
) -> T | None:
    """Run long work under a dialog, and return its result, or None if stopped.

    Call it from a worker. What the work raises is raised here.
    """
    results: list[T] = []
    dialog = WorkDialog(title, lambda watch: results.append(run(watch)), must_end=must_end, can_stop=can_stop)
    try:
        error = await app.push_screen_wait(dialog)
        if isinstance(error, StoppedError):
            drop_held_keys(app)
    finally:
        release_keys(app)
    if isinstance(error, StoppedError):
        return None
    if error:
        raise error
    return results[0]

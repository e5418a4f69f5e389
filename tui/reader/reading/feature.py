"""The base class of the reading screen's features."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, ParamSpec, TypeVar

from tui.reader.runtime.key_queue import DIALOG

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from textual.content import Content

    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.inspector import InspectorLine
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis


class Feature:
    """A feature of the reading screen, with hooks that do nothing by default."""

    name: ClassVar[str]
    """Its key in `features.FEATURES`."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.session = screen.session

    def status(self) -> Sequence[Content]:
        """Return this feature's parts of the status line."""
        return ()

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        """Return a pane's emphasis with what this feature adds to it."""
        return emphasis

    def inspection(self) -> Sequence[InspectorLine]:
        """Return what the inspector shows instead of records, if anything."""
        return ()

    def hints(self, context: FooterContext) -> FooterContext:
        """Return the footer's context with what this feature knows."""
        return context

    def dismiss(self) -> bool:
        """Clear what Esc clears, and return whether there was anything."""
        return False

    def cursor_moved(self) -> None:
        """Respond to a cursor that moved, before anything is painted."""

    def command_ran(self, command_id: str) -> None:
        """Respond to a command of the screen that has run."""

    def session_changed(self) -> None:
        """Respond to changed accounts or records in the session."""


F = TypeVar("F", bound=Feature)
P = ParamSpec("P")


def opens_dialog(method: Callable[Concatenate[F, P], Coroutine[Any, Any, None]]) -> Callable[Concatenate[F, P], None]:
    """Run a method in an exclusive worker, so that it can await a dialog."""

    @wraps(method)
    def start(feature: F, /, *args: P.args, **kwargs: P.kwargs) -> None:
        work = method(feature, *args, **kwargs)
        feature.screen.run_worker(work, name=method.__name__, group=DIALOG, exclusive=True)

    return start

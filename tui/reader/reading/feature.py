"""What every feature of the reading screen has in common."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, ParamSpec, TypeVar

from tui.reader.runtime.key_queue import DIALOG

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from textual.content import Content

    from tui.reader.reading.footer_hints import FooterContext
    from tui.reader.reading.screen import ReadingScreen
    from tui.reader.widgets.pane.pane import Pane
    from tui.reader.widgets.pane.segments import Emphasis


class Feature:
    """One thing that the reading screen can do; each of these methods does nothing unless a feature overrides it."""

    name: ClassVar[str]
    """What `features.FEATURES` calls it."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.session = screen.session

    def status(self) -> Sequence[Content]:
        """Return what the line above the footer says of this feature."""
        return ()

    def emphasis(self, pane: Pane, emphasis: Emphasis) -> Emphasis:
        """Return what stands out in a pane, given what the features before this one made of it."""
        del pane
        return emphasis

    def hints(self, context: FooterContext) -> FooterContext:
        """Return the context of the footer with what this feature knows."""
        return context

    def dismiss(self) -> bool:
        """Clear what Esc clears, and return whether there was something to clear."""
        return False

    def cursor_moved(self) -> None:
        """React to another place under the cursor, before anything is painted."""

    def session_changed(self) -> None:
        """React to other accounts or records in the session."""


F = TypeVar("F", bound=Feature)
Given = ParamSpec("Given")


def opens_dialog(
    method: Callable[Concatenate[F, Given], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[F, Given], None]:
    """Run a method in a worker of the screen, so that it can wait for a dialog; a new one ends the one before."""

    @wraps(method)
    def start(feature: F, /, *args: Given.args, **kwargs: Given.kwargs) -> None:
        work = method(feature, *args, **kwargs)
        feature.screen.run_worker(work, name=method.__name__, group=DIALOG, exclusive=True)

    return start

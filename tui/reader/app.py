"""The Textual application: colours, keys of its own, and the screen to read on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from tui.reader.commands import Scope, bindings
from tui.reader.reading.screen import ReadingScreen
from tui.reader.runtime.key_queue import SequentialKeysApp
from tui.reader.themes import DARK, DEFAULT_VARIABLES, TERMINAL, THEMES
from tui.session.session import Session
from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.workspace.loader import WorkspaceLoader
from tui.terminal.shutdown import CHECK_INTERVAL, GRACE_SECONDS, ShutdownWatcher, block_signals, exit_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType
    from textual.command import Provider

    from tui.config import Config
    from tui.session.start import Start


def _commands() -> type[Provider]:
    from tui.reader.palette import CommandProvider  # noqa: PLC0415 - not needed to open

    return CommandProvider


class DiptychApp(SequentialKeysApp):
    """Reads the accounts of one session."""

    CSS_PATH = "app.tcss"
    TITLE = "Diptych"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.APP)]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}

    def __init__(self, session: Session, config: Config, after_first_picture: Callable[[], None] | None = None) -> None:
        # Only an app that is told so from the start paints with no colour at all; a later change leaves black on black.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.session = session
        self.config = config
        self._after_first_picture = after_first_picture
        for theme in THEMES:
            self.register_theme(theme)
        self._begin_with(self._first_theme())
        self.set_keymap(config.keys)

    def _begin_with(self, name: str) -> None:
        """Take a theme before anything is painted.

        One like the default, dark and in 24-bit colours, is taken without telling those who watch for another:
        nothing is styled yet, and they would have all styles parsed twice.
        """
        if name != DARK.name:
            self.theme = name
            return
        self.set_reactive(DiptychApp.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())

    def _first_theme(self) -> str:
        if "NO_COLOR" in os.environ:
            return TERMINAL.name
        wanted = {theme.removeprefix("diptych-"): theme for theme in self.available_themes}
        named = wanted.get(self.config.theme)
        if named:
            return named
        return TERMINAL.name if self.console.color_system == "standard" else DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours of the kinds for themes that are not ours."""
        return dict(DEFAULT_VARIABLES)

    def get_default_screen(self) -> ReadingScreen:
        """Return the reading screen: it is the first, and there is no empty one under it to lay out and style."""
        return ReadingScreen(self.session, self.config)

    def on_mount(self) -> None:
        """Listen for the ends that nobody asks about."""
        if not self.is_headless:
            endings = ShutdownWatcher(self.end)
            endings.watch_signals()
            self.set_interval(CHECK_INTERVAL, endings.check_terminal)
        if self._after_first_picture:
            self.call_after_refresh(self._after_first_picture)

    def end(self, status: int) -> None:
        """Put what is being typed into safety and leave, whatever the terminal still takes."""
        from tui.reader.dialogs.draft_dialog import DraftDialog  # noqa: PLC0415 - not needed to open

        for screen in self.screen_stack:
            if isinstance(screen, DraftDialog):
                screen.keep_draft()
        exit_after(GRACE_SECONDS, status)
        self.exit(return_code=status)


def run(start: Start, after_first_picture: Callable[[], None] | None = None) -> int:
    """Read what `start` says until the user quits; return the exit status."""
    session = Session(WorkspaceLoader(start.workspace, CachedLoader(start.workspace)), start.annotator)
    session.open(start.articles)
    app = DiptychApp(session, start.config, after_first_picture)
    block_signals()
    app.run()
    return app.return_code or 0

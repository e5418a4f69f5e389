"""The Textual application: themes, key map and the reading screen."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual.drivers.linux_driver import LinuxDriver

from tui.reader.commands import Command, Scope, bindings
from tui.reader.content import shorten_message
from tui.reader.reading.screen import ReadingScreen
from tui.reader.runtime.charset_filter import CharsetFilter
from tui.reader.runtime.input_driver import InputDriver
from tui.reader.runtime.key_queue import SequentialKeysApp
from tui.reader.runtime.shown_frame import ShownFrame
from tui.reader.themes import DARK, DEFAULT_VARIABLES, TERMINAL, THEMES
from tui.session.session import Session
from tui.storage.workspace.cached_loader import cached_loader
from tui.storage.workspace.kept_theme import kept_theme
from tui.terminal.capabilities import is_in_browser, shows_glyphs, terminal_charset
from tui.terminal.shutdown import CHECK_INTERVAL, GRACE_SECONDS, ShutdownWatcher, block_signals, exit_after

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rich.console import RenderableType
    from textual.binding import BindingType
    from textual.driver import Driver
    from textual.notifications import Notify
    from textual.screen import Screen

    from tui.config import Config
    from tui.model import Problem
    from tui.session.start import Start


SWITCH_SECONDS = 0.0005
"""How long a key waits, each time that it needs the interpreter, for a thread that computes: with Python's 5 ms, a list
that is opened meanwhile takes half as long again to show."""


def _named_keys(keys: Mapping[str, str]) -> dict[str, str]:
    """Return keys as Textual names them: `?` as `question_mark`."""
    if not keys:
        return {}
    from tui.storage.workspace.settings_rules import key_names  # noqa: PLC0415 - few users have settings

    return {command_id: ",".join(key_names(names)) for command_id, names in keys.items()}


class DiptychApp(SequentialKeysApp):
    """Show the accounts of one session."""

    CSS_PATH = "app.tcss"
    TITLE = "Diptych"
    ENABLE_COMMAND_PALETTE = True
    ALLOW_SELECT = False
    """Panes select text themselves; Textual's own selection fails on a message that is just closing."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.APP)]

    def __init__(
        self,
        session: Session,
        config: Config,
        after_first_paint: Callable[[], None] | None = None,
        *,
        charset: str = "utf-8",
    ) -> None:
        # Colours can only be turned off at the start: later, the text would be black on black.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.session = session
        self.config = config
        self._after_first_paint = after_first_paint
        self.crash: Exception | None = None
        """The error that ended the program, if one did."""
        self.asked_to_quit = False
        """Whether the user quit. Nothing else ends it with status 0."""
        self._shown = ShownFrame()
        for theme in THEMES:
            self.register_theme(theme)
        self._set_initial_theme(self._initial_theme())
        self.set_keymap(_named_keys(config.keys))
        self._limit_charset(charset)

    def _limit_charset(self, charset: str) -> None:
        """Draw with the characters of an encoding only, unless it has all."""
        if not charset.startswith("utf"):
            self._filters.append(CharsetFilter(charset))

    def _set_initial_theme(self, name: str) -> None:
        """Set the theme before anything is painted.

        The dark one is set without calling watchers: nothing is styled yet, and they would parse all styles again.
        """
        if name != DARK.name:
            self.theme = name
            return
        self.set_reactive(DiptychApp.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())

    def _initial_theme(self) -> str:
        if "NO_COLOR" in os.environ:
            return TERMINAL.name
        names = {name.removeprefix("diptych-"): name for name in self.available_themes}
        if self.config.theme in names:
            return names[self.config.theme]
        if self.console.color_system == "standard":
            return TERMINAL.name
        return names.get(kept_theme(), DARK.name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def get_default_screen(self) -> ReadingScreen:
        # The reading screen is the first one, so that no empty screen below it is laid out and styled.
        return ReadingScreen(self.session, self.config)

    def on_mount(self) -> None:
        if not self.is_headless:
            watcher = ShutdownWatcher(self.shut_down)
            watcher.watch_signals()
            self.set_interval(CHECK_INTERVAL, watcher.check_terminal)
            self.app_resume_signal.subscribe(self, lambda _: self._shown.forget())
        if self._after_first_paint:
            self.call_after_refresh(self._after_first_paint)

    async def action_quit(self) -> None:
        """Remember where the user is, and exit."""
        self.asked_to_quit = True
        self._remember_places()
        await super().action_quit()

    def _remember_places(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.run_command("resume.save")

    def shut_down(self, status: int) -> None:
        """Keep drafts and exit, even if the terminal no longer responds."""
        self._keep_drafts()
        exit_after(GRACE_SECONDS, status)
        self._remember_places()
        self.exit(return_code=status)

    async def _shutdown(self) -> None:
        # Textual has cancelled those that ran when it stopped to read messages, and a screen may have started others.
        self.workers.cancel_all()
        await super()._shutdown()

    def _keep_drafts(self) -> None:
        from tui.reader.dialogs.draft_dialog import DraftDialog  # noqa: PLC0415 - not needed to open

        for screen in self.screen_stack:
            if isinstance(screen, DraftDialog):
                screen.keep_draft()

    def action_command_palette(self) -> None:
        from tui.reader.palette import Palette  # noqa: PLC0415 - not needed to open

        front = self.screen
        if isinstance(front, ReadingScreen):
            self.push_screen(Palette(self.config.keys, glyphs=front.glyphs), self._run_command)

    async def _run_command(self, command: Command | None) -> None:
        """Run a command of the palette where its keys would run it."""
        if command:
            target = (self.focused or self.screen) if command.scope is Scope.PANE else self.screen
            await self.run_action(command.action, target)

    def action_page_help(self) -> None:
        """Show the keys of the page in front, then all others."""
        from tui.reader.dialogs.help_dialog import HelpDialog  # noqa: PLC0415 - not needed to open
        from tui.reader.dialogs.overlay import Overlay  # noqa: PLC0415 - not needed to open

        if isinstance(self.screen, Overlay) and self.screen.PAGE_KEYS:
            self.push_screen(HelpDialog(self.config.keys, self.screen.PAGE_KEYS))

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Send what the terminal does not show yet."""
        if renderable is not None and self.is_running and not self._batch_count and not self.is_headless:
            renderable = self._shown.changes(renderable, self.size)
        super()._display(screen, renderable)

    def notify(self, message: str, *, markup: bool = False, **options: Any) -> None:
        """Show a message, shortened if it would cover the screen."""
        del markup  # no message has any
        super().notify(shorten_message(message), markup=False, **options)

    def _on_notify(self, event: Notify) -> None:
        """Remove a message that is shown already and comes again."""
        for shown in list(self._notifications):
            if (shown.message, shown.severity) == (event.notification.message, event.notification.severity):
                self._unnotify(shown, refresh=False)

    def get_driver_class(self) -> type[Driver]:
        chosen = super().get_driver_class()
        if is_in_browser():
            from tui.reader.runtime.browser_driver import BrowserDriver  # noqa: PLC0415 - not for a terminal

            return BrowserDriver
        return InputDriver if chosen is LinuxDriver else chosen

    def _handle_exception(self, error: Exception) -> None:
        """Keep drafts, and the error for a report in place of a traceback."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        first, self.crash = self.crash is None, self.crash or error
        if first:
            with suppress(Exception):
                self._keep_drafts()
        super()._handle_exception(error)
        self._exit_renderables.clear()

    def panic(self, *renderables: RenderableType) -> None:
        super().panic(*renderables)
        if not self.is_headless:
            self._exit_renderables.clear()


def _settings_problems(start: Start) -> tuple[Problem, ...]:
    """Return what is wrong in the settings, with names of themes and commands."""
    if not (start.config.theme or start.config.keys):
        return start.problems
    from textual.theme import BUILTIN_THEMES  # noqa: PLC0415 - few users have settings

    from tui.reader.settings_check import RULES  # noqa: PLC0415 - few users have settings
    from tui.storage.workspace.settings import read_config  # noqa: PLC0415 - few users have settings

    rules = RULES._replace(themes=(*RULES.themes, *BUILTIN_THEMES), all_themes_known=True)
    return tuple(dict.fromkeys((*start.problems, *read_config(rules)[1])))


def run(start: Start, after_first_paint: Callable[[], None] | None = None, *, annotated_status: int = 0) -> int:
    """Show the articles of `start`.

    Return the exit status on quitting, which is `annotated_status` if something was annotated.
    """
    session = Session(
        cached_loader(start.workspace),
        start.annotator,
        settings_problems=_settings_problems(start),
        reader_state=start.state,
        tutorial=start.tutorial,
    )
    session.open(start.articles)
    charset = "ascii" if start.config.ascii else terminal_charset()
    config = start.config._replace(ascii=not shows_glyphs(charset))
    app = DiptychApp(session, config, after_first_paint, charset=charset)
    block_signals()
    sys.setswitchinterval(SWITCH_SECONDS)
    app.run()
    if app.crash is None and (app.return_code or app.asked_to_quit):
        return app.return_code or (annotated_status if session.history.has_annotated else 0)
    from tui.terminal.crash import report_crash  # noqa: PLC0415 - only after a crash

    return report_crash(app.crash)

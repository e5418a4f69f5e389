"""Lead the user through the steps of the tutorial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.commands import command, keys_display
from tui.reader.dialogs.overlay import Overlay
from tui.reader.reading.export import Export
from tui.reader.reading.feature import Feature
from tui.reader.reading.find import Find
from tui.reader.reading.follow import Follow
from tui.reader.widgets.inspector import Inspector
from tui.reader.widgets.tutorial_panel import TutorialLine, TutorialPanel
from tui.session.history import RecordChange
from tui.session.tutorial import Observation

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.reader.reading.screen import ReadingScreen


class TutorialGuide(Feature):
    """Shows a step, and goes on when the user has done it."""

    name = "tutorial"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._panel: TutorialPanel | None = None
        self._done, self._undone = self._history()
        self._command = ""
        """The id of the command that ran last."""

    async def open(self) -> None:
        """Show the step at which the tutorial was left, if a text is open."""
        if not self.screen.columns:
            return
        self._panel = TutorialPanel()
        await self.screen.mount(self._panel, before=self.screen.query_one(Inspector))
        self._show()
        self.screen.app.screen_change_signal.subscribe(self.screen, self._screen_changed)

    def _screen_changed(self, front: Screen[object]) -> None:
        """Show what to do in the dialog that this step asks to open."""
        step = self.session.tutorial.step if self.session.tutorial else None
        if self._panel is None or step is None or step.command != self._command or not isinstance(front, Overlay):
            return
        if step.in_dialog and not front.query(TutorialLine):
            front.mount(TutorialLine(step.in_dialog, self._key_of, self.screen.glyphs))

    def dismiss(self) -> bool:
        if self._panel is None:
            return False
        self._panel.remove()
        self._panel = None
        tutorial = self.session.tutorial
        if tutorial and not tutorial.is_finished:
            self.screen.show_message("Tutorial closed. diptych tutorial goes on with this step.")
        return True

    def command_ran(self, command_id: str) -> None:
        self._command = command_id
        self._observe(self._look(command_id))

    def cursor_moved(self) -> None:
        self._observe(self._look())

    def _look(self, command_id: str = "") -> Observation:
        """Return what is on the screen now."""
        features = self.screen.features
        statement = features.get(Follow).statement_under_cursor()
        return Observation(
            command=command_id,
            on_statement=statement is not None,
            denied=statement is not None and self._is_denied(statement.annotation.about),
            found=features.get(Find).shows_hits,
            exported=bool(features.get(Export).exported),
        )

    def _is_denied(self, slug: str) -> bool:
        """Return whether somebody claims a proposition and somebody denies it."""
        rows = self.session.overview.survey.comparison.rows
        cells = [cell for row in rows if row.proposition.slug == slug for cell in row.cells]
        return any(cell.carries for cell in cells) and any(cell.rejects for cell in cells)

    def session_changed(self) -> None:
        before, undone = self._done, self._undone
        self._done, self._undone = self._history()
        if self._done <= before:
            return
        change = self.session.history.done[-1][-1]
        if not isinstance(change, RecordChange):
            return
        corrected = change.before is not None and change.after is not None
        redone = undone == f"{change.annotation.id} {change.verb}"
        added = change.after if change.before is None else None
        self._observe(Observation(added=added, changed_back=corrected or redone))

    def _history(self) -> tuple[int, str]:
        """Return how many steps are done, and what was undone last."""
        history = self.session.history
        change = history.undone[-1][-1] if history.undone else None
        undone = f"{change.annotation.id} {change.verb}" if isinstance(change, RecordChange) else ""
        return len(history.done), undone

    def _observe(self, observation: Observation) -> None:
        tutorial = self.session.tutorial
        if self._panel and tutorial and tutorial.observe(observation):
            self._show()

    def _show(self) -> None:
        if self._panel and self.session.tutorial:
            self._panel.show(self.session.tutorial, self._key_of, self.screen.glyphs)

    def _key_of(self, command_id: str) -> str:
        keys = self.screen.config.keys.get(command_id, command(command_id).keys)
        return keys_display(keys.split(",")[0])

"""What is wrong in the files, each with its place."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.model import Problem, Severity
from tui.reader.content import line_content, visible_line
from tui.reader.dialogs.overlay import Overlay


class ProblemsDialog(Overlay[None]):
    """Lists problems; what is right goes on working."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter,exclamation_mark", "dismiss(None)", "Close")]

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems

    def compose(self) -> ComposeResult:
        """Yield a line for the place and one for what is wrong."""
        with Vertical(classes="dialogue -wide"):
            yield Static(Content(self._heading()), classes="dialogue-title")
            with VerticalScroll(classes="dialogue-text"):
                yield Static(Content("\n").join(self._lines()))
            yield Static(Content("Esc close"), classes="dialogue-keys")

    def _heading(self) -> str:
        number = len(self.problems)
        if not number:
            return "Nothing is wrong in the files that are open"
        return f"{number} {'thing is' if number == 1 else 'things are'} wrong; everything else works"

    def _lines(self) -> list[Content]:
        lines: list[Content] = []
        for problem in self.problems:
            tone = "$error" if problem.severity is Severity.ERROR else "$warning"
            place = ":".join(str(part) for part in (problem.file.name, problem.line, problem.column) if part)
            lines += [Content.styled(visible_line(place), f"bold {tone}"), line_content(problem.message), Content("")]
        return lines

"""The problems in the files, each with file and line."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.formats.phrasing import count_noun
from tui.model import Problem, Severity
from tui.reader.content import line_content
from tui.reader.dialogs.marks_dialog import MarksDialog
from tui.reader.widgets.dialog_buttons import CLOSE, ButtonWords, DialogButtons


class ProblemsDialog(MarksDialog[bool | None]):
    """List problems, and return whether to compare records with their copies."""

    CHANGES: ClassVar[frozenset[str]] = frozenset({"compare"})
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,exclamation_mark", "dismiss(None)", "Close"),
        Binding("c", "compare", "Compare copies"),
    ]

    def __init__(self, problems: Sequence[Problem], copies: int = 0) -> None:
        super().__init__()
        self.problems = problems
        self.copies = copies
        """How many copies of records there are to compare."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -fitted"):
            yield Static(Content(self._heading()), classes="dialog-title")
            with VerticalScroll(classes="dialog-text"):
                if self.problems:
                    yield Static(Content("\n\n").join(map(_problem_content, self.problems)))
            compare = ButtonWords("c", f"compare {count_noun(self.copies, 'copy', 'copies')}", "compare")
            yield DialogButtons(*((compare, CLOSE) if self.copies else (CLOSE,)))

    def action_compare(self) -> None:
        if self.copies:
            self.dismiss(True)

    def _heading(self) -> str:
        count = len(self.problems)
        if not count:
            return "Nothing is wrong in the files that are open"
        return f"{count} {'thing is' if count == 1 else 'things are'} wrong; everything else works"


def _problem_content(problem: Problem) -> Content:
    color = "$error" if problem.severity is Severity.ERROR else "$warning"
    location = ":".join(str(part) for part in (problem.file.name, problem.line, problem.column) if part)
    return Content("\n").join([line_content(location, f"bold {color}"), line_content(problem.message)])

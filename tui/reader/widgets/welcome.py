"""The page shown if no article is open."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.model import Problem, Workspace
from tui.reader.content import line_content


class Welcome(Widget, can_focus=True):
    """How to add articles, and the problems found."""

    ALLOW_SELECT = False

    def __init__(self, workspace: Workspace, problems: Sequence[Problem], open_key: str) -> None:
        super().__init__()
        self.workspace = workspace
        self.problems = problems
        self.open_key = open_key
        """The key that lists the articles."""

    def render(self) -> Content:
        lines = [
            Content.styled("Nothing to read yet", "bold $primary"),
            Content(""),
            Content.assemble(
                "Press ",
                (self.open_key, "bold"),
                " and ",
                ("Ctrl+A", "bold"),
                " to add a page, a PDF, a document or an e-mail.",
            ),
            Content("Or put articles as .txt or .md files, UTF-8, into"),
            line_content(f"  {self.workspace.articles}", "bold"),
            Content("and start diptych again. Two accounts of one event are a good beginning."),
            Content(""),
            Content.styled("Started in a folder without articles, diptych opens a sample to look around in.", "$quiet"),
        ]
        if self.problems:
            lines += [Content(""), Content.styled("What went wrong", "bold $error")]
            lines += [line_content(str(problem)) for problem in self.problems]
        return Content("\n").join(lines)

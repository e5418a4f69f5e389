"""The lines of the tutorial over the inspector."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static

from tui.layout.glyphs import Glyphs
from tui.session.tutorial import Tutorial


class TutorialPanel(Static):
    """Shows the step that the user is at."""

    ALLOW_SELECT = False

    def show(self, tutorial: Tutorial, key_of: Callable[[str], str], glyphs: Glyphs) -> None:
        """Show the step's heading and text, its keys in bold."""
        step = tutorial.step
        pieces = [
            Content.styled(glyphs.own(text), "bold $primary" if is_key else "") for text, is_key in step.pieces(key_of)
        ]
        heading = Content.styled(glyphs.own(tutorial.heading), "bold $accent")
        hint = "" if tutorial.is_finished else "   Esc leaves the tutorial"
        self.update(Content.assemble(heading, (hint, "$quiet"), "\n", *pieces))

"""The lines of the tutorial over the inspector."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static

from tui.layout.glyphs import Glyphs
from tui.session.tutorial import Tutorial, text_pieces


class TutorialPanel(Static):
    """Shows the step that the user is at."""

    ALLOW_SELECT = False

    def show(self, tutorial: Tutorial, key_of: Callable[[str], str], glyphs: Glyphs) -> None:
        """Show the step's heading and text, its keys in bold."""
        text = _with_keys(tutorial.step.text, key_of, glyphs)
        heading = Content.styled(glyphs.own(tutorial.heading), "bold $accent")
        hint = "" if tutorial.is_finished else "   Esc leaves the tutorial"
        self.update(Content.assemble(heading, (hint, "$quiet"), "\n", text))


class TutorialLine(Static):
    """Shows in a dialog what to do there, for the dialog covers the panel."""

    ALLOW_SELECT = False

    def __init__(self, text: str, key_of: Callable[[str], str], glyphs: Glyphs) -> None:
        super().__init__(Content.assemble(("Tutorial  ", "bold $accent"), _with_keys(text, key_of, glyphs)))


def _with_keys(text: str, key_of: Callable[[str], str], glyphs: Glyphs) -> Content:
    pieces = text_pieces(text, key_of)
    return Content.assemble(*((glyphs.own(piece), "bold $primary" if is_key else "") for piece, is_key in pieces))

"""The baseline of a start: the smallest Textual app that shows a text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """An app of one `Static`."""

    def compose(self) -> ComposeResult:
        yield Static("All of it is painted.")


if __name__ == "__main__":
    Bare().run()

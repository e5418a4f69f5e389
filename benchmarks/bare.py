"""The floor of a start: the smallest Textual app that shows a text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One `Static`."""

    def compose(self) -> ComposeResult:
        """Yield it."""
        yield Static("All of it is painted.")


if __name__ == "__main__":
    Bare().run()

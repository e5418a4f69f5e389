"""The baseline of a key: an app in which it changes one small `Static`."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static


class Floor(App[None]):
    """Counts how often `j` was pressed."""

    CSS = "#count { height: 1; width: 12; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "count", "Count")]
    count = 0

    def compose(self) -> ComposeResult:
        yield Static("count 0", id="count")
        yield Static("All of it is painted.")

    def action_count(self) -> None:
        self.count += 1
        self.query_one("#count", Static).update(f"count {self.count}")


if __name__ == "__main__":
    Floor().run()

"""A list of which several rows can be chosen."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.reader.widgets.list_view import ListView


class ChoosingList(ListView):
    """A list whose screen keeps which rows are chosen, and has the actions."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "screen.choose", "Choose", show=False),
        Binding("asterisk,ctrl+a", "screen.choose_all", "Choose all", show=False),
        Binding("v", "screen.choose_range", "Choose a range", show=False),
        Binding("shift+down", "screen.extend(1)", "Choose down", show=False),
        Binding("shift+up", "screen.extend(-1)", "Choose up", show=False),
    ]

"""The line to type in what is to be found, with its options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.analysis.search import SearchQuery
from tui.reader.content import visible_line
from tui.reader.widgets.inputs import LineInput


class SearchLine(Horizontal):
    """Says what is looked for, with every key; it does not look itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t,alt+w", "option('whole_word')", "Whole words", show=False),
        Binding("ctrl+r,alt+r", "option('regex')", "Pattern", show=False),
        Binding("escape", "leave", "Leave", show=False),
        Binding("tab,down", "enter", "To the text", show=False),
    ]

    @dataclass
    class Asked(Message):
        """Something else is looked for."""

        query: SearchQuery

    @dataclass
    class Entered(Message):
        """The hits are to be kept."""

    @dataclass
    class Left(Message):
        """Nothing is to be found after all."""

    def __init__(self, query: SearchQuery) -> None:
        super().__init__()
        self.query_asked = query
        self._said = ""
        self._wrong = False

    def compose(self) -> ComposeResult:
        """Yield the line and what is said of it."""
        yield Static(Content.styled("/", "bold $accent"), classes="find-mark")
        yield LineInput(self.query_asked.text, placeholder="find in all accounts", select_on_focus=True)
        yield Static("", classes="find-options")

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()
        self._tell()

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say how much was found, or why nothing can be."""
        self._said, self._wrong = words, wrong
        self._tell()

    def _tell(self) -> None:
        query = self.query_asked
        options = [
            Content.styled(visible_line(self._said), "$warning" if self._wrong else "bold"),
            _option("whole words", on=query.whole_word),
            _option("pattern", on=query.regex),
        ]
        self.query_one(".find-options", Static).update(Content("   ").join(each for each in options if each.plain))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self.query_asked.text:
            self._ask(SearchQuery(event.value, whole_word=self.query_asked.whole_word, regex=self.query_asked.regex))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered())

    def _ask(self, query: SearchQuery) -> None:
        self.query_asked = query
        self._tell()
        self.post_message(self.Asked(query))

    def action_option(self, option: str) -> None:
        """Put an option on or off."""
        query = self.query_asked
        whole_word, regex = query.whole_word, query.regex
        if option == "whole_word":
            whole_word = not whole_word
        else:
            regex = not regex
        self._ask(SearchQuery(query.text, whole_word=whole_word, regex=regex))

    def action_enter(self) -> None:
        """Go to the text, with the hits."""
        self.post_message(self.Entered())

    def action_leave(self) -> None:
        """Give it up."""
        self.post_message(self.Left())


def _option(label: str, *, on: bool) -> Content:
    box = "[x]" if on else "[ ]"
    return Content.assemble((box, "bold $accent" if on else "$quiet"), " ", (label, "" if on else "$quiet"))

"""The search line, with its options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.analysis.search import SearchQuery
from tui.reader.content import visible_line
from tui.reader.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.app import ComposeResult


class SearchLine(Horizontal):
    """An input and options that post the query on every change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t,alt+w", "option('whole_word')", "Whole words", show=False),
        Binding("ctrl+r,alt+r", "option('regex')", "Pattern", show=False),
        Binding("escape,ctrl+c", "cancel", "Cancel", show=False),
        Binding("tab,down", "submit", "To the text", show=False),
    ]

    @dataclass
    class QueryChanged(Message):
        """The text or the options changed."""

        query: SearchQuery

    @dataclass
    class Submitted(Message):
        """The user closed the line to keep the hits."""

    @dataclass
    class Cancelled(Message):
        """The user closed the line to clear the search."""

    def __init__(self, query: SearchQuery) -> None:
        super().__init__()
        self.search_query = query
        self._result = ""
        self._failed = False

    def compose(self) -> ComposeResult:
        yield Static(Content.styled("/", "bold $accent"), classes="search-prompt")
        yield LineInput(self.search_query.text, placeholder="find in all accounts", select_on_focus=True)
        yield Static("", classes="search-options")

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self._show_options()

    def show_result(self, result: str, *, failed: bool = False) -> None:
        """Show the number of hits, or why the search failed."""
        self._result, self._failed = result, failed
        if self.is_mounted:
            self._show_options()

    def _show_options(self) -> None:
        query = self.search_query
        parts = [
            Content.styled(visible_line(self._result), "$warning" if self._failed else "bold"),
            _option("whole words", on=query.whole_word),
            _option("pattern", on=query.regex),
        ]
        self.query_one(".search-options", Static).update(Content("   ").join(part for part in parts if part.plain))

    @on(Input.Changed)
    def _text_changed(self, event: Input.Changed) -> None:
        event.stop()
        query = self.search_query
        if event.value != query.text:
            self._change_query(SearchQuery(event.value, whole_word=query.whole_word, regex=query.regex))

    @on(Input.Submitted)
    def _text_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_submit()

    def _change_query(self, query: SearchQuery) -> None:
        self.search_query = query
        self._show_options()
        self.post_message(self.QueryChanged(query))

    def action_option(self, option: str) -> None:
        """Turn `whole_word` or `regex` on or off."""
        query = self.search_query
        options = {"whole_word": query.whole_word, "regex": query.regex}
        options[option] = not options[option]
        self._change_query(SearchQuery(query.text, **options))

    def action_submit(self) -> None:
        self.post_message(self.Submitted())

    def action_cancel(self) -> None:
        self.post_message(self.Cancelled())


def _option(label: str, *, on: bool) -> Content:
    box = "[x]" if on else "[ ]"
    return Content.assemble((box, "bold $accent" if on else "$quiet"), " ", (label, "" if on else "$quiet"))

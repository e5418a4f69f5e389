"""The people: who speaks, how often and where, and what each of them says."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.analysis.survey import Survey
from tui.formats.phrasing import count_noun
from tui.layout.glyphs import Glyphs
from tui.model import RecordRef
from tui.reader.dialogs.overlay import Overlay
from tui.reader.screens.people.rows import PeopleRows, SaidLine, SaidRows, people_head, person_summary, said_lines
from tui.reader.widgets.key_bar import Hint, KeyBar
from tui.reader.widgets.list_view import BAR, EDGE, ListView


class PeopleScreen(Overlay[RecordRef | None]):
    """Shows who says what in each account; returns the statement to be seen."""

    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("q,p", "dismiss(None)", "Close"),
        Binding("right,l,tab", "said", "What is said"),
        Binding("left,h,shift+tab", "who", "Who"),
    ]

    def __init__(self, survey: Survey, name: str, *, glyphs: Glyphs) -> None:
        super().__init__(classes="page")
        self.people = survey.people
        self.accounts = survey.accounts
        self.codebook = survey.codebook
        self.first = next((n for n, person in enumerate(self.people) if person.name == name), 0)
        """The position of the person to begin with."""
        self.glyphs = glyphs
        self.who = ListView(glyphs=glyphs, empty_text="Nobody speaks yet.", widget_id="who")
        self.said = ListView(glyphs=glyphs, empty_text="", widget_id="said")
        self.lines: tuple[SaidLine, ...] = ()

    def compose(self) -> ComposeResult:
        """Yield the people on the left, what the one under the cursor says on the right, and the keys."""
        yield Static(Content.styled(count_noun(len(self.people), "speaker"), "bold"), classes="page-title")
        with Horizontal(id="people"):
            with Vertical(id="people-who"):
                yield Static("", id="people-head")
                yield self.who
            with Vertical(id="people-said"):
                yield Static("", id="people-about")
                yield self.said
        yield KeyBar()

    def on_mount(self) -> None:
        """Show everybody, with the cursor on whom the reading was at."""
        self.who.focus()
        self.who.show(PeopleRows(self.people, self.accounts), self.first)

    def on_resize(self) -> None:
        """Give the names their share of the width."""
        wide = max(28, min(56, self.size.width * 36 // 100))
        self.query_one("#people-who").styles.width = wide
        head = people_head(self.accounts, wide - EDGE - BAR)
        self.query_one("#people-head", Static).update(Content.assemble(" " * EDGE, head))

    @on(ListView.Moved, "#who")
    def _turned_to(self) -> None:
        if not self.people:
            return
        person = self.people[self.who.cursor]
        self.lines = said_lines(person, self.accounts, self.codebook)
        self.query_one("#people-about", Static).update(person_summary(person, glyphs=self.glyphs))
        self.said.show(SaidRows(self.lines, self.codebook, self.glyphs))
        self.said.top = 0

    @on(ListView.Selected, "#who")
    def action_said(self) -> None:
        """Go to what is said."""
        self.said.focus()

    def action_who(self) -> None:
        """Go back to the people."""
        self.who.focus()

    @on(ListView.Selected, "#said")
    def action_take(self) -> None:
        """Go to the statement under the cursor."""
        statement = self.lines[self.said.cursor].statement if self.lines else None
        if statement:
            self.dismiss(RecordRef(statement.account.article.id, statement.annotation.id))

    def action_back(self) -> None:
        """Go back to the people, and from there to the text."""
        if self.said.has_focus:
            self.action_who()
        else:
            self.dismiss(None)

    def on_descendant_focus(self) -> None:
        """Tell the keys of the list that has them now."""
        if self.said.has_focus:
            hints = [Hint("Enter", "go to it", "take"), Hint("←", "people", "who"), Hint("Esc", "people", "back")]
        else:
            hints = [
                Hint("↑ ↓", "who", "who"),
                Hint("Enter", "what they say", "said"),
                Hint("Esc", "close", "back"),
            ]
        self.query_one(KeyBar).show(hints)

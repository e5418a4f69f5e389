"""The people screen: who speaks in which account, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.analysis.people import Person
from tui.formats.phrasing import count_noun
from tui.layout.glyphs import Glyphs
from tui.model import Account, RecordRef
from tui.reader.screens.people.rows import (
    PeopleRows,
    StatementLine,
    StatementRows,
    people_head,
    people_width,
    person_summary,
    statement_lines,
)
from tui.reader.screens.prepared import PreparedPage
from tui.reader.widgets.key_bar import HELP, Hint, KeyBar
from tui.reader.widgets.list_view import BAR, EDGE, ListView
from tui.session.overview import Overview, Part
from tui.session.session import Session

_NO_PEOPLE = "Nobody speaks yet."
PEOPLE_KEYS = (
    ("↑ ↓ j k", "Go to the next speaker, or the next statement."),
    ("→ l Tab", "Go to what the speaker says."),
    ("← h Esc", "Go back to the speakers."),
    ("Enter", "Go to the statement in the text."),
    ("q p", "Close."),
)


class PeopleScreen(PreparedPage[RecordRef | None]):
    """Shows who says what, and returns the statement to go to."""

    BLANK = True
    PAGE_KEYS = ("Among the speakers", PEOPLE_KEYS)
    PARTS = (Part.COMPARISON, Part.PEOPLE)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("q,p", "dismiss(None)", "Close"),
        Binding("right,l,tab", "focus_statements", "Statements"),
        Binding("left,h,shift+tab", "focus_people", "People"),
        Binding("question_mark,f1", "app.page_help", "Help"),
    ]

    def __init__(self, session: Session, name: str, *, glyphs: Glyphs) -> None:
        super().__init__(classes="page")
        self.session = session
        self.people: tuple[Person, ...] = ()
        self.name_sought = name
        """Whose row has the cursor when the people are shown."""
        self.statement_sought: tuple[RecordRef, int] | None = None
        """The statement that has the cursor when their statements are shown, and its row before."""
        self.glyphs = glyphs
        self.people_list = ListView(glyphs=glyphs, empty_text=_NO_PEOPLE, widget_id="people-list")
        self.statement_list = ListView(glyphs=glyphs, empty_text="", widget_id="statement-list")
        self.lines: tuple[StatementLine, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static("", id="people-title", classes="page-title")
        with Horizontal(id="people"):
            with Vertical(id="people-who"):
                yield Static("", id="people-head")
                yield self.people_list
            with Vertical(id="people-said"):
                yield Static("", id="people-about")
                yield self.statement_list
        yield KeyBar()

    def on_mount(self) -> None:
        self.people_list.focus()
        self.session_changed()

    @property
    def overview(self) -> Overview:
        return self.session.overview

    @property
    def accounts(self) -> tuple[Account, ...]:
        return self.overview.survey.accounts

    def session_changed(self) -> None:
        """Show the people again, with the cursors on the same ones."""
        self.show_prepared()
        self.prepare()

    def _remember_cursors(self) -> None:
        """Remember who and which statement have the cursors now.

        The files may change before the list reports that its cursor moved.
        """
        if not self.people:
            return
        name = self.people[self.people_list.cursor].name
        if name != self.name_sought:
            self.name_sought, self.statement_sought, self.lines = name, None, ()
        elif self.lines:
            row = self.statement_list.cursor
            statement = self.lines[row].statement
            self.statement_sought = (statement.ref, row) if statement else None

    def show_prepared(self) -> None:
        self._remember_cursors()
        is_ready = self.overview.has(Part.PEOPLE)
        self.people = self.overview.people_in_time()
        self.people_list.empty_text = _NO_PEOPLE if is_ready else self.waiting_text("Comparing")
        title = Content.styled(count_noun(len(self.people), "speaker") if is_ready else "Speakers", "bold")
        self.query_one("#people-title", Static).update(title + self.sign)
        index = next((index for index, person in enumerate(self.people) if person.name == self.name_sought), 0)
        self.people_list.show(PeopleRows(self.people, self.accounts), index)

    def on_resize(self) -> None:
        width = people_width(self.size.width, len(self.accounts))
        self.query_one("#people-who").styles.width = width
        head = people_head(self.accounts, width - EDGE - BAR)
        self.query_one("#people-head", Static).update(Content.assemble(" " * EDGE, head))

    @on(ListView.Moved, "#people-list")
    def _show_person(self) -> None:
        if not self.people:
            self._show_statements(Content(""), ())
            return
        self._remember_cursors()
        person = self.people[self.people_list.cursor]
        lines = statement_lines(person, self.accounts, self.session.codebook)
        cursor = _row_of(self.statement_sought, lines) if self.statement_sought else 0
        self._show_statements(person_summary(person, glyphs=self.glyphs), lines, cursor)

    def _show_statements(self, summary: Content, lines: tuple[StatementLine, ...], cursor: int = 0) -> None:
        self.lines = lines
        self.query_one("#people-about", Static).update(summary)
        self.statement_list.show(StatementRows(lines, self.session.codebook, self.glyphs), cursor)
        if not cursor:
            self.statement_list.top = 0

    @on(ListView.Selected, "#people-list")
    def action_focus_statements(self) -> None:
        self.statement_list.focus()

    def action_focus_people(self) -> None:
        self.people_list.focus()

    @on(ListView.Selected, "#statement-list")
    def action_take(self) -> None:
        """Go to the statement under the cursor."""
        statement = self.lines[self.statement_list.cursor].statement if self.lines else None
        if statement:
            self.dismiss(statement.ref)

    def action_back(self) -> None:
        """Go back to the people, or close if there."""
        if self.statement_list.has_focus:
            self.action_focus_people()
        else:
            self.dismiss(None)

    def on_descendant_focus(self) -> None:
        if self.statement_list.has_focus:
            back = [Hint("← Esc", "people", "focus_people"), Hint("q", "close", "dismiss(None)")]
            hints = [Hint("Enter", "go to it", "take"), HELP, *back]
        else:
            forth = [Hint("↑ ↓", "who", "focus_people"), Hint("Enter", "what they say", "focus_statements")]
            hints = [*forth, HELP, Hint("Esc", "close", "back")]
        self.query_one(KeyBar).show(hints)


def _row_of(sought: tuple[RecordRef, int], lines: Sequence[StatementLine]) -> int:
    """Return the row of a statement that is nearest to its row before.

    A statement can have several rows. One that is gone leaves the cursor where it was.
    """
    ref, before = sought
    rows = (row for row, line in enumerate(lines) if line.statement and line.statement.ref == ref)
    return min(rows, key=lambda row: abs(row - before), default=before)

"""The form of an article's source: title, outlet, author, date, url."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tui.errors import DiptychError
from tui.formats.phrasing import format_day
from tui.intake.iso_date import iso_date
from tui.layout.visible import make_visible
from tui.model import Byline
from tui.reader.content import line_content
from tui.reader.dialogs.choice import DISCARD, confirm_discard
from tui.reader.dialogs.overlay import Overlay
from tui.reader.runtime.key_queue import DIALOG
from tui.reader.widgets.dialog_buttons import CANCEL_FORM, SAVE, DialogButtons
from tui.reader.widgets.line_input import LineInput
from tui.session.sources import date_error, date_to_save, read_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App, ComposeResult

    from tui.session.session import Session
    from tui.session.sources import Source

_PLACEHOLDERS = {
    "title": "the headline",
    "outlet": "who published it: the newspaper, the agency, the site",
    "author": "who wrote it",
    "date": "when it was published: 2016-12-31, 31 Dec 2016, 31.12.2016",
    "url": "where it was published: https://…",
}
_LABELS = {"url": "Address"}


class SourceForm(Overlay[bool | None]):
    """Edit an article's source.

    Return whether it was saved.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "cancel", "Cancel", priority=True),
    ]

    def __init__(self, session: Session, article: str, source: Source) -> None:
        super().__init__()
        self.session = session
        self.article = article
        self.source = source

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -form"):
            yield Static(Content("The source"), classes="dialog-title")
            yield Static(
                line_content(f"{self.source.in_text.title} · {self.article}", "italic"), classes="dialog-about"
            )
            with VerticalScroll(classes="fields", can_focus=False):
                for name in _PLACEHOLDERS:
                    with Horizontal(classes="field"):
                        yield Static(Content(_LABELS.get(name, name.capitalize())), classes="field-label")
                        yield LineInput(
                            getattr(self.source.listed, name), placeholder=self._placeholder(name), entry_id=name
                        )
            yield Static("", classes="dialog-about", id="read-date")
            yield Static("", classes="dialog-error", id="error")
            yield DialogButtons(SAVE, CANCEL_FORM, hint="Tab next")

    def _placeholder(self, name: str) -> str:
        in_text = getattr(self.source.in_text, name)
        return make_visible(f"in the article: {in_text}") if in_text else _PLACEHOLDERS[name]

    def on_mount(self) -> None:
        names = [name for name in _PLACEHOLDERS if not getattr(self.source.listed, name)]
        unknown = [name for name in names if not getattr(self.source.in_text, name)]
        self.query_one(f"#{next(iter((*unknown, *names, 'title')))}", Input).focus()
        self._show_date()

    @on(Input.Changed, "#date")
    def _show_date(self) -> None:
        """Show how the date is read."""
        typed = self._typed("date")
        read = date_to_save(typed, self.source.listed.date) if iso_date(typed) else ""
        in_words = f"{format_day(read)}, saved as {read}" if read else date_error(typed, self.source.listed.date)
        self.query_one("#read-date", Static).update(line_content(in_words, "$quiet"))

    def _typed(self, name: str) -> str:
        """Return what a field holds, with the white space of an unchanged one."""
        value, before = self.query_one(f"#{name}", Input).value.strip(), str(getattr(self.source.listed, name))
        return before if value == before.strip() else value

    @property
    def byline(self) -> Byline:
        """The source as typed, with the date as in ISO 8601."""
        values = {name: self._typed(name) for name in _PLACEHOLDERS}
        return replace(self.source.listed, **{**values, "date": date_to_save(values["date"], self.source.listed.date)})

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Save and close, or show why that is not possible."""
        if error := date_error(self._typed("date"), self.source.listed.date):
            self._show_error(error)
            self.query_one("#date", Input).focus()
            return
        before, after = self.source.listed, self.byline
        try:
            if after != before:
                self.session.edit_source(self.article, before, after)
        except DiptychError as failure:
            self._show_error(f"Not saved: {failure}")
        else:
            self.dismiss(after != before)

    def _show_error(self, error: str) -> None:
        self.query_one("#error", Static).update(Content(make_visible(error)))

    @work(group=DIALOG)
    async def action_cancel(self) -> None:
        """Close without saving.

        Ask first if something was typed.
        """
        untouched = all(self._typed(name) == getattr(self.source.listed, name) for name in _PLACEHOLDERS)
        if untouched or await confirm_discard(self, elsewhere=False) == DISCARD:
            self.dismiss(False)


def ask_source(app: App[None], session: Session, article: str, answered: Callable[[bool | None], None]) -> None:
    """Open the form of an article's source, or report why it cannot be read."""
    try:
        form = SourceForm(session, article, read_source(session.workspace, article))
    except DiptychError as error:
        app.notify(make_visible(str(error)), severity="error", markup=False, timeout=8)
    else:
        app.push_screen(form, answered)

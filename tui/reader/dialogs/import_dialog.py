"""The import dialog: files, what is chosen for them, and a preview."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.errors import DiptychError, UsageError
from tui.formats.import_format import IMPORT_FORMATS
from tui.layout.visible import make_visible
from tui.reader.content import line_content
from tui.reader.dialogs.overlay import Overlay
from tui.reader.dialogs.work_dialog import run_work
from tui.reader.runtime.key_queue import DIALOG, drop_answers
from tui.reader.widgets.autocomplete import Autocomplete, Offer
from tui.reader.widgets.dialog_buttons import CANCEL, ButtonWords, DialogButtons
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.tick_box import TickBox
from tui.session.import_plan import ImportOutcome
from tui.session.import_report import codebook_lines, figures, missing_articles, signatures, without_place
from tui.session.import_work import (
    ImportRequest,
    PreparedImport,
    columns_by_field,
    prepare_import,
    require_format,
)
from tui.session.name_list import SEPARATOR, split_names
from tui.session.path_names import import_names, last_part
from tui.storage.workspace.article_files import article_ids

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from textual.app import ComposeResult
    from textual.widget import Widget

    from tui.session.session import Session

SHOWN = 200
"""How many annotations without a place, or articles that are not here, are listed."""
ADVICE = "Enter shows what would be imported, before anything is."


class ImportDialog(Overlay[PreparedImport | None]):
    """Ask for files, show what they hold, and import them.

    Return what was imported, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", "Import", priority=True),
        Binding("escape", "dismiss(None)", "Cancel", priority=True),
    ]
    QUIT_ADVICE = "Esc closes this without importing; then q quits."

    @dataclass
    class Listed(Message):
        """A folder was listed for what is typed."""

        typed: str
        names: tuple[str, ...]

    def __init__(self, session: Session, save: Callable[[PreparedImport], Awaitable[bool]]) -> None:
        super().__init__()
        self.session = session
        self.prepared: PreparedImport | None = None
        """What Enter imports, as long as nothing else is chosen."""
        self._save_import = save
        """Saves it and returns whether it did, or raises DiptychError."""
        formats = [Offer(each.name, f"{each.name}: {each.summary}") for each in IMPORT_FORMATS.values()]
        articles = [Offer(name, name) for name in article_ids(session.workspace)]
        self.files = Autocomplete(
            "", (), placeholder="a path; several with ;", multiple=True, open_end="/", field_id="files"
        )
        self.format = Autocomplete("", formats, placeholder="what the file looks like", field_id="format")
        self.article = Autocomplete("", articles, placeholder="the one that the file names", field_id="article")
        self.columns = LineInput(placeholder="of a table, as in: quote=Text; body=Comment", entry_id="columns")
        by = f"who made them, and {session.annotator} if that is not known"
        self.annotator = LineInput(placeholder=by, entry_id="annotator")
        self.update = TickBox("take later versions of known annotations")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -form"):
            yield Static(Content("Import annotations"), classes="dialog-title")
            yield from _field("Files", self.files)
            yield from _field("Format", self.format)
            yield from _field("Article", self.article)
            yield from _field("Columns", self.columns)
            yield from _field("Signed by", self.annotator)
            yield self.update
            with VerticalScroll(id="import-preview", can_focus=True):
                yield Static(Content(ADVICE), id="found")
            yield Static("", classes="dialog-error", id="error")
            yield DialogButtons(ButtonWords("Enter", "import", "take"), CANCEL, hint="Tab next field")

    def on_mount(self) -> None:
        self.update.is_ticked = False
        self.files.field.focus()

    @on(Input.Changed)
    @on(TickBox.Changed)
    def _choice_changed(self) -> None:
        self.prepared = None
        self._show(ADVICE)

    @on(Input.Changed, "#files")
    def _complete(self, event: Input.Changed) -> None:
        self._list_folder(event.value.rpartition(SEPARATOR)[2].strip())

    @work(thread=True, exclusive=True, group="folder")
    def _list_folder(self, typed: str) -> None:
        self.post_message(self.Listed(typed, import_names(typed) if typed else ()))

    @on(Listed)
    def _offer(self, message: Listed) -> None:
        if message.typed == self.files.field.value.rpartition(SEPARATOR)[2].strip():
            self.files.offer([Offer(name, last_part(name)) for name in message.names])

    @property
    def request(self) -> ImportRequest:
        """What is chosen.

        Raise UsageError if it makes no sense.
        """
        names, article = split_names(self.files.field.value), self.article.field.value.strip()
        if not names:
            raise UsageError("name a file to import")
        if article and article not in article_ids(self.session.workspace):
            raise UsageError(f'no article is called "{article}"')
        annotator = self.annotator.value.strip()
        return ImportRequest(
            paths=tuple(Path(os.path.expanduser(name)) for name in names),  # noqa: PTH111 - Path.expanduser raises for an unknown user
            annotator=annotator or self.session.annotator,
            sign_all=bool(annotator),
            format_name=require_format(self.format.field.value.strip()),
            columns=columns_by_field(split_names(self.columns.value)),
            article=article,
            update=self.update.is_ticked,
        )

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Show what would be imported, or import it if that is shown."""
        if self.prepared is None:
            self._prepare()
        elif self.prepared.changes.changes:
            self._save(self.prepared)
        else:
            self._show_error("There is nothing to import.")

    @work(group=DIALOG, exclusive=True)
    async def _prepare(self) -> None:
        try:
            request = self.request
            reading = partial(prepare_import, self.session.workspace, request)
            prepared = await run_work(self.app, "Reading what is to be imported", reading)
        except (DiptychError, OSError) as error:
            self._show_error(str(error))
            return
        if prepared:
            self.prepared = prepared
            drop_answers(self.app)
            self._show("\n".join(_lines(prepared, updates=request.update)))

    @work(group=DIALOG, exclusive=True)
    async def _save(self, prepared: PreparedImport) -> None:
        try:
            is_saved = await self._save_import(prepared)
        except (DiptychError, OSError) as error:
            self._show_error(str(error))
            return
        if is_saved:
            self.dismiss(prepared)
        else:
            self._show_error("Stopped; nothing was imported.")

    def _show(self, text: str) -> None:
        self.query_one("#found", Static).update(Content(make_visible(text, keep_newlines=True)))
        self._show_error("")

    def _show_error(self, message: str) -> None:
        self.query_one("#error", Static).update(Content(make_visible(message, keep_newlines=True)))


def _field(label: str, widget: Widget) -> ComposeResult:
    with Horizontal(classes="field"):
        yield Static(line_content(label), classes="field-label")
        yield widget


def _lines(prepared: PreparedImport, *, updates: bool) -> Iterator[str]:
    """Yield the figures, then what needs a look."""
    plan = prepared.plan
    yield figures(plan)
    if prepared.changes.changes:
        yield "Enter imports it, as one step that u undoes."
    if signed := signatures(plan):
        yield signed
    if changed := plan.of(ImportOutcome.CHANGED):
        what = "take the file's version" if updates else "stay as they are"
        yield f"changed in the file: {len(changed):,}, which {what}"
    yield from codebook_lines(prepared.additions)
    yield from without_place(plan, SHOWN)
    yield from missing_articles(plan, "add them, or name one above", SHOWN)

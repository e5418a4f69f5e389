"""The export dialog: format, file, grouping, sections and a preview."""

from __future__ import annotations

from asyncio import to_thread
from functools import partial
from io import BytesIO, StringIO
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, RadioSet, Static
from textual.worker import Worker

from tui.analysis.filters import Filter
from tui.errors import DiptychError, OverwriteError
from tui.formats.archive_section import ArchiveSection
from tui.formats.export_format import FORMATS
from tui.formats.phrasing import count_noun
from tui.layout.visible import make_visible
from tui.reader.content import line_content
from tui.reader.dialogs.entry_form import EntryForm, Field
from tui.reader.dialogs.marks_dialog import MarksDialog
from tui.reader.dialogs.work_dialog import run_work
from tui.reader.runtime.answer_once import is_in_front
from tui.reader.runtime.key_queue import DIALOG, drop_answers
from tui.reader.widgets.autocomplete import Autocomplete, Offer
from tui.reader.widgets.dialog_buttons import CANCEL, ButtonWords, DialogButtons
from tui.reader.widgets.line_input import LineInput
from tui.reader.widgets.radio_choice import RadioChoice, RadioList
from tui.reader.widgets.tick_box import TickBox
from tui.session.export import (
    ExportChoice,
    ExportSource,
    document_to_copy,
    document_to_download,
    is_written_as_folder,
    name_for_format,
    only_matching,
    preview_export,
    write_export,
)
from tui.session.export_filter import filter_fields, filter_from_form
from tui.terminal.capabilities import is_in_browser
from tui.terminal.clipboard import copy_to_system

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from tui.session.long_work import Watch

GROUPINGS = ("article", "proposition", "speaker", "kind")
_Document = TypeVar("_Document", str, str | bytes)
PREVIEW_LINES = 12
"""The style sheet shows fewer on a small screen."""
MANY_RECORDS = 1_000
"""With more, a preview is made in a thread."""
NARROW = 64
"""With fewer cells, the choices are below one another."""
STOPPED = "Stopped; nothing was exported."
_HAS_OTHERS = "Blind mode began during the export, which is not limited to your own records."


class Exported(NamedTuple):
    """What was written or copied."""

    file: str = ""
    copied: str = ""
    """What to tell the user of a copy."""


class ExportFilter(EntryForm, MarksDialog[bool | None]):
    """Ask which records to export."""

    @property
    def stays_open(self) -> bool:
        return not self.is_untouched

    def hide_others(self) -> None:
        for field in self.query(Autocomplete):
            field.offer(())


class ExportDialog(MarksDialog[Exported | None]):
    """Export to a file, a folder or the clipboard.

    Return what was written, or None.
    """

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - so in Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("ctrl+y", "copy", "Copy", priority=True),
        Binding("ctrl+f", "filter", "Filter", priority=True),
        Binding("escape", "dismiss(None)", "Cancel", priority=True),
    ]

    def __init__(self, source: ExportSource, default_path: str, *, not_applied: str = "") -> None:
        super().__init__()
        self.not_applied = not_applied
        """What is said of a filter of the panes, which the export does not apply."""
        self.all = source
        """What is exported without a filter."""
        self.source = source
        self.filter = Filter()
        self.default_path = default_path
        self._existing_path = ""
        """A path that was not overwritten, but is if it is entered again."""
        self._previews_folder = False
        """Whether the preview shows a folder's files."""
        self._is_hidden = False
        """Whether blind mode has begun since, so that the source may not be exported."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._title(), classes="dialog-title", id="export-title")
            yield Static(Content("File"), classes="export-label", id="file-label")
            yield LineInput(self.default_path, entry_id="path")
            with Horizontal(classes="export-columns"):
                yield from _radio_column("Format", "format", tuple(FORMATS))
                yield from _radio_column("Group by", "group", GROUPINGS)
                with Vertical(id="sections"):
                    yield Static(Content("Sections"), classes="export-label")
                    yield from map(TickBox, ArchiveSection)
            yield Static("", classes="export-label", id="counts")
            yield Static("", id="preview")
            yield Static("", classes="dialog-error", id="error")
            yield DialogButtons(
                ButtonWords("Enter", "export", "save"),
                ButtonWords("Ctrl+Y", "copy", "copy"),
                ButtonWords("Ctrl+F", "filter", "filter"),
                CANCEL,
            )

    def on_mount(self) -> None:
        self._show_error("")
        self._show_preview()

    @property
    def stays_open(self) -> bool:
        return self.query_one("#path", Input).value != self.default_path

    def hide_others(self) -> None:
        self._is_hidden = True
        for shown in ("#export-title", "#counts", "#preview"):
            self.query_one(shown, Static).update("")

    def close_if_hidden(self) -> bool:
        """Close if blind mode has begun, and return whether it has."""
        if self._is_hidden and is_in_front(self):
            self.close_for_blind_mode()
        return self._is_hidden

    @on(Worker.StateChanged)
    def _work_ended(self, event: Worker.StateChanged) -> None:
        if event.worker.group == DIALOG and event.worker.is_finished:
            self.close_if_hidden()

    def _title(self) -> Content:
        not_applied = "" if self.source.scope else self.not_applied
        words = " · ".join(filter(None, (self.source.limits, not_applied)))
        return line_content(f"Export: {words}" if words else "Export")

    @work(group=DIALOG, exclusive=True)
    async def action_filter(self) -> None:
        """Ask which records to export."""
        if self.close_if_hidden():
            return
        fields = [
            Field(field.name, field.label, field.value, "any", [Offer(*offer) for offer in field.offers], multiple=True)
            for field in filter_fields(self.all.chosen.collation, self.filter)
        ]
        if await self.app.push_screen_wait(ExportFilter("Export only these records", fields, self._set_filter)):
            self.query_one("#export-title", Static).update(self._title())
            self._show_preview()

    def _set_filter(self, values: Mapping[str, str]) -> None:
        self.filter = filter_from_form(values, self.all.whole.collation)
        self.source = only_matching(self.all, self.filter)

    @property
    def choice(self) -> ExportChoice:
        """The format, grouping and sections that are chosen."""
        ticked = (box.words for box in self.query(TickBox) if box.is_ticked)
        return ExportChoice(
            tuple(FORMATS)[max(0, self.query_one("#format", RadioSet).pressed_index)],
            GROUPINGS[max(0, self.query_one("#group", RadioSet).pressed_index)],
            frozenset(map(ArchiveSection, ticked)),
        )

    @on(RadioSet.Changed, "#format")
    def _format_chosen(self) -> None:
        export_format, path = self.choice.format, self.query_one("#path", Input)
        is_archive = export_format.name == next(iter(FORMATS))
        self.query_one("#group-column").display = self.query_one("#sections").display = is_archive
        path.value = name_for_format(path.value, export_format.name)
        label = "File"
        if export_format.write_files:
            label = "Folder, or a file.md" if export_format.write else "Folder"
        self.query_one("#file-label", Static).update(Content(label))
        self._show_error("")

    @on(RadioSet.Changed)
    @on(TickBox.Changed)
    def _show_preview(self) -> None:
        self.run_worker(self._preview(self.choice), exclusive=True, group="preview")

    @on(Input.Changed, "#path")
    def _path_changed(self, event: Input.Changed) -> None:
        if self.choice.format.write_files:
            is_folder = is_written_as_folder(self.choice.format, event.value)
            if is_folder is not self._previews_folder:
                self._show_preview()

    async def _preview(self, choice: ExportChoice) -> None:
        name = self.query_one("#path", Input).value
        self._previews_folder = is_written_as_folder(choice.format, name)
        arguments = (self.source, choice, PREVIEW_LINES, name)
        is_large = self.source.records > MANY_RECORDS
        preview = await to_thread(preview_export, *arguments) if is_large else preview_export(*arguments)
        if self._is_hidden:
            return
        summary = choice.format.summary
        self.query_one("#counts", Static).update(Content(f"{summary[:1].upper()}{summary[1:]}: {preview.counts}"))
        lines = (make_visible(line[:200]) for line in preview.first_lines if line.strip())
        self.query_one("#preview", Static).update(Content("\n".join(lines)))

    @on(Input.Submitted)
    @on(RadioList.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    @work(group=DIALOG, exclusive=True)
    async def action_save(self) -> None:
        """Export.

        If the file exists, ask to confirm before overwriting it.
        """
        if self.close_if_hidden():
            return
        path = self.query_one("#path", Input).value
        if is_in_browser():
            await self._download(path)
            return
        is_confirmed = self._existing_path == path
        write = partial(write_export, self.source, self.choice, path, overwrite=is_confirmed)
        try:
            written = await run_work(self.app, "Exporting", lambda watch: write(watch=watch))
        except (DiptychError, OSError) as error:
            self._existing_path = path if isinstance(error, OverwriteError) else ""
            if self._existing_path:
                drop_answers(self.app)
            advice = "\nPress Enter again to overwrite it." if self._existing_path else ""
            self._show_error(f"{error}{advice}")
            return
        if written:
            self._finish(Exported(str(written)))
        else:
            self._show_error(STOPPED)

    async def _download(self, path: str) -> None:
        """Send the document to the browser, and write nothing here."""
        document = await self._document("Exporting", document_to_download)
        if document is not None:
            name = PurePath(path).name or "notes.md"
            if isinstance(document, bytes):
                self.app.deliver_binary(BytesIO(document), save_filename=name, mime_type="application/zip")
            else:
                self.app.deliver_text(StringIO(document), save_filename=name, mime_type="text/plain")
            self._finish(Exported(copied=make_visible(f"Downloaded {name}.")))

    async def _document(
        self, title: str, make: Callable[[ExportSource, ExportChoice, Watch], _Document]
    ) -> _Document | None:
        """Return the document, or None after showing why there is none."""
        try:
            document = await run_work(self.app, title, partial(make, self.source, self.choice))
        except DiptychError as error:
            self._show_error(str(error))
            return None
        if document is None:
            self._show_error(STOPPED)
        return document

    @work(group=DIALOG, exclusive=True)
    async def action_copy(self) -> None:
        """Copy the document instead of writing it."""
        if self.close_if_hidden():
            return
        document = await self._document("Copying", document_to_copy)
        if document is None:
            return
        lines = count_noun(len(document.splitlines()), "line")
        is_copied = await to_thread(copy_to_system, document)
        if not is_copied:
            self.app.copy_to_clipboard(document)
        is_copied = is_copied or is_in_browser()
        self._finish(
            Exported(copied=f"Copied {lines}." if is_copied else f"Sent {lines} to the terminal, to be copied there.")
        )

    def _finish(self, exported: Exported) -> None:
        """Close, and warn if what was asked for before blind mode holds more."""
        if self._is_hidden:
            self.app.notify(_HAS_OTHERS, severity="warning", markup=False, timeout=8)
        self.dismiss(exported)

    def _show_error(self, message: str) -> None:
        """Show an error in the place of counts and preview, or these again."""
        error = self.query_one("#error", Static)
        error.update(Content(make_visible(message, keep_newlines=True)))
        error.display = bool(message)
        self.query_one("#counts").display = self.query_one("#preview").display = not message


def _radio_column(label: str, name: str, choices: tuple[str, ...]) -> ComposeResult:
    """Yield a column of choices, of which the first is chosen."""
    with Vertical(id=f"{name}-column"):
        yield Static(Content(label), classes="export-label")
        with RadioList(id=name, compact=True):
            for position, choice in enumerate(choices):
                yield RadioChoice(Content(choice), value=position == 0)

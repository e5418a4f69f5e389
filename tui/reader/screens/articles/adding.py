"""Ask for a document, and add it: what it has is chosen, and corrected."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from textual.content import Content

from tui.errors import DiptychError
from tui.formats.phrasing import count_noun
from tui.layout.visible import make_visible
from tui.reader.dialogs.choice import ChoiceDialog
from tui.reader.dialogs.line_dialog import LineDialog
from tui.reader.screens.entries.screen import EntriesScreen
from tui.session.added_document import AddedDocument, add_document, not_added, read_to_add, update_document
from tui.session.document_entries import MANY
from tui.terminal.capabilities import is_in_browser

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from tui.model import Workspace
    from tui.session.added_document import ReadDocument

QUESTION = "Add a document: a file's path, or an address of the web"
ALL = frozenset[int]()
"""What stands for all entries."""
UPDATE = 1
"""The position of the answer that takes the new text."""


async def ask_document(app: App[None], workspace: Workspace, report: Callable[[str], None]) -> AddedDocument | None:
    """Ask for a document and add it, or return None if the user cancels.

    Call it from a worker. `report` shows what is being done.
    """
    if is_in_browser():
        report("In a browser no document is added: it would be read from the disk of the server.")
        return None
    name = await app.push_screen_wait(LineDialog(QUESTION, answer="add"))
    if not name:
        return None
    report(make_visible(f"Reading {name} …"))
    try:
        document = await to_thread(read_to_add, workspace, name)
        return await _add(app, workspace, document)
    except (DiptychError, OSError) as error:
        return not_added(name, error)


async def _add(app: App[None], workspace: Workspace, document: ReadDocument) -> AddedDocument | None:
    chosen = await app.push_screen_wait(EntriesScreen(document.entries)) if len(document.entries) >= MANY else ALL
    if chosen is None:
        return None
    added = await to_thread(add_document, workspace, document, chosen)
    if added.changed and await app.push_screen_wait(_update_dialog(added)) == UPDATE:
        return await to_thread(update_document, workspace, document, added, chosen)
    return added


def _update_dialog(added: AddedDocument) -> ChoiceDialog:
    first = added.changed[0]
    question = f"“{first.byline.title or first.id}” is here already, and the document has another text."
    if len(added.changed) > 1:
        question = f"{count_noun(len(added.changed), 'article')} are here already, and the document has other texts."
    answers = ("Keep the article as it is", "Take the new text; the old one is kept in .originals/")
    return ChoiceDialog(question, [Content(answer) for answer in answers])

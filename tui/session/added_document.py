"""Add a document in the reader, and say what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.errors import DiptychError
from tui.formats.phrasing import count_noun
from tui.session.article_intake import Addition, IntakeOptions, Outcome, add_original
from tui.session.document_source import read_original

if TYPE_CHECKING:
    from tui.model import Workspace

_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class AddedDocument:
    """The articles that a document is now, and a message about it."""

    articles: tuple[str, ...]
    message: str
    severity: Literal["information", "warning", "error"] = "information"


def add_document(workspace: Workspace, name: str) -> AddedDocument:
    """Add the document at a path or an address, with or without quotes."""
    if workspace.files:
        return AddedDocument((), "Not added: open a workspace to add to; these are single files", "error")
    name = name[1:-1] if name[:1] in _QUOTES and name[-1:] == name[:1] and len(name) > 1 else name
    try:
        added = add_original(workspace, read_original(name), IntakeOptions())
    except (DiptychError, OSError) as error:
        reason = str(error)
        return AddedDocument((), f"Not added: {reason if name in reason else f'{name} {reason}'}", "error")
    changed = any(addition.outcome is Outcome.CHANGED for addition in added)
    return AddedDocument(
        tuple(addition.id for addition in added),
        "\n".join(map(_sentence, added)),
        "warning" if changed else "information",
    )


def _sentence(addition: Addition) -> str:
    title = addition.byline.title or addition.id
    if addition.outcome is Outcome.KNOWN:
        return f"“{title}” is here already."
    if addition.outcome is Outcome.CHANGED:
        return f"“{title}” is here with another text; diptych add --update takes the new one."
    left_out = f", {len(addition.left_out):,} left out" if addition.left_out else ""
    return f"Added “{title}”: {count_noun(addition.paragraphs, 'paragraph')}{left_out}."

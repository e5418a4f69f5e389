"""Add a document in the reader, and say what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.errors import DiptychError, UsageError
from tui.formats.phrasing import count_noun
from tui.session.article_intake import Addition, IntakeOptions, Outcome, add_extracts, read_extracts
from tui.session.document_entries import DocumentEntry, document_entries
from tui.session.document_source import read_original

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.intake.original import Extract, Original
    from tui.model import Workspace

_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document that was read, of which nothing is added yet."""

    original: Original
    extracts: tuple[Extract, ...]
    entries: tuple[DocumentEntry, ...]


@dataclass(frozen=True, slots=True)
class AddedDocument:
    """The articles that a document is now, and a message about it."""

    additions: tuple[Addition, ...]
    message: str
    severity: Literal["information", "warning", "error"] = "information"

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles."""
        return tuple(addition.id for addition in self.additions)

    @property
    def changed(self) -> tuple[Addition, ...]:
        """Those that have another text in the document."""
        return tuple(addition for addition in self.additions if addition.outcome is Outcome.CHANGED)

    @property
    def new_article(self) -> str:
        """The id of the new article, or nothing if there are none or several."""
        new = [addition.id for addition in self.additions if addition.outcome is Outcome.ADDED]
        return new[0] if len(new) == 1 else ""


def read_to_add(workspace: Workspace, name: str) -> ReadDocument:
    """Read the document at a path or an address, which may be in quotes.

    Raise DiptychError or OSError if that is not possible.
    """
    if workspace.files:
        raise UsageError("open a workspace to add to; these are single files")
    original = read_original(_unquoted(name))
    extracts = read_extracts(original, IntakeOptions())
    return ReadDocument(original, extracts, document_entries(workspace, extracts))


def add_document(
    workspace: Workspace, document: ReadDocument, entries: frozenset[int] = frozenset(), *, update: bool = False
) -> AddedDocument:
    """Add some entries of a document, or all, or raise SaveError."""
    options = IntakeOptions(entries=entries, update=update)
    added = add_extracts(workspace, document.original, document.extracts, options)
    return _described(added)


def update_document(
    workspace: Workspace, document: ReadDocument, before: AddedDocument, entries: frozenset[int] = frozenset()
) -> AddedDocument:
    """Take the new texts of those that have changed, or raise SaveError."""
    after = add_document(workspace, document, entries, update=True)
    pairs = zip(before.additions, after.additions, strict=True)
    return _described([new if old.outcome is Outcome.CHANGED else old for old, new in pairs])


def _described(additions: Sequence[Addition]) -> AddedDocument:
    changed = any(addition.outcome is Outcome.CHANGED for addition in additions)
    return AddedDocument(
        tuple(additions), "\n".join(map(_sentence, additions)), "warning" if changed else "information"
    )


def not_added(name: str, error: DiptychError | OSError) -> AddedDocument:
    """Return the message that a document was not added, which names it."""
    reason = str(error)
    bare = _unquoted(name)
    named = reason if bare in reason or isinstance(error, UsageError) else f"{bare} {reason}"
    return AddedDocument((), f"Not added: {named}", "error")


def _unquoted(name: str) -> str:
    return name[1:-1] if name[:1] in _QUOTES and name[-1:] == name[:1] and len(name) > 1 else name


def _sentence(addition: Addition) -> str:
    title = addition.byline.title or addition.id
    if addition.outcome is Outcome.KNOWN:
        return f"“{title}” is here already."
    if addition.outcome is Outcome.CHANGED:
        return f"“{title}” stays as it is; the document has another text."
    if addition.outcome is Outcome.UPDATED:
        return f"“{title}” has the new text; the old one is kept. r reviews quotes that have moved."
    left_out = f", {len(addition.left_out):,} left out (O shows them)" if addition.left_out else ""
    return f"Added “{title}”: {count_noun(addition.paragraphs, 'paragraph')}{left_out}."

"""The entries of a document, such as a feed, to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model import Byline
from tui.model.text_title import text_title
from tui.session.article_intake import byline_of_extract
from tui.storage.workspace.known_articles import article_addresses, comparable_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.intake.original import Extract
    from tui.model import Workspace

MANY = 2
"""From as many entries on, there is something to choose."""


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """What a document has for one article."""

    number: int
    """From 1, in the order of the document."""
    byline: Byline
    text: str
    is_known: bool
    """Whether an article is from its address already."""

    @property
    def title(self) -> str:
        """Its title, else the one in its text."""
        return self.byline.title or text_title(self.text) or "without a title"


def document_entries(workspace: Workspace, extracts: Sequence[Extract]) -> tuple[DocumentEntry, ...]:
    """Return the entries of a document, in its order."""
    known = article_addresses(workspace)
    return tuple(
        DocumentEntry(number, byline_of_extract(found), found.text, comparable_address(found.url) in known)
        for number, found in enumerate(extracts, start=1)
    )

"""What `diptych add` prints of an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tui.commands.output import file_name
from tui.formats.phrasing import count_noun, format_day
from tui.layout.visible import make_visible
from tui.session.article_intake import Addition, Outcome

if TYPE_CHECKING:
    from tui.session.document_entries import DocumentEntry

_WORDS = {
    Outcome.ADDED: "",
    Outcome.KNOWN: "is this document already; nothing was written",
    Outcome.CHANGED: "is this document with another text; --update takes the new one and keeps the old",
    Outcome.UPDATED: "has the new text; the old one is kept in .originals/, and diptych check says which quotes moved",
}


def added_lines(addition: Addition, *, show_left_out: bool, dry_run: bool) -> Iterator[str]:
    """Yield the file, the source, and what was taken and left out."""
    yield make_visible(f"{file_name(addition.file)}{_outcome(addition, dry_run=dry_run)}")
    byline = addition.byline
    parts = (byline.title, byline.outlet, byline.author, format_day(byline.date))
    if source := " · ".join(part for part in parts if part):
        yield make_visible(f"  {source}")
    yield f"  {count_noun(addition.paragraphs, 'paragraph')}, {len(addition.left_out):,} left out" + _hint(
        addition, show_left_out=show_left_out
    )
    if show_left_out:
        yield from (make_visible(f"    - {' '.join(words.split())}") for words in addition.left_out)


def _outcome(addition: Addition, *, dry_run: bool) -> str:
    if addition.outcome is Outcome.ADDED:
        return " would be written" if dry_run else ""
    return f" {_WORDS[addition.outcome]}"


def _hint(addition: Addition, *, show_left_out: bool) -> str:
    return " (--show-left-out lists them)" if addition.left_out and not show_left_out else ""


def added_shape(addition: Addition, *, show_left_out: bool) -> dict[str, Any]:
    """Return an article for `--json`."""
    byline = addition.byline
    shape: dict[str, Any] = {
        "id": addition.id,
        "outcome": str(addition.outcome),
        "file": str(addition.file.absolute()),
        "original": str(addition.original.absolute()) if addition.original else None,
        "title": byline.title,
        "outlet": byline.outlet,
        "author": byline.author,
        "date": byline.date,
        "date_as_written": addition.date,
        "url": byline.url,
        "paragraphs": addition.paragraphs,
        "left_out": len(addition.left_out),
    }
    return {**shape, "left_out_texts": list(addition.left_out)} if show_left_out else shape


def entry_line(entry: DocumentEntry) -> str:
    """Return an entry that can be added, on one line with its number."""
    known = "here already" if entry.is_known else ""
    parts = (" ".join(entry.title.split()), format_day(entry.byline.date), known)
    return make_visible(f"{entry.number:>4}  {' · '.join(part for part in parts if part)}")


def entry_shape(entry: DocumentEntry) -> dict[str, Any]:
    """Return an entry for `--json`."""
    byline = entry.byline
    return {
        "entry": entry.number,
        "title": entry.title,
        "outlet": byline.outlet,
        "author": byline.author,
        "date": byline.date,
        "url": byline.url,
        "known": entry.is_known,
    }

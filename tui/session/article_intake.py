"""Add documents to a workspace as articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.errors import DocumentError
from tui.intake.registry import detect_format, extract
from tui.model import Byline, canonicalize
from tui.model.text_title import text_title
from tui.storage.files.filenames import article_id_of, article_name
from tui.storage.files.os_calls import OS_CALLS
from tui.storage.workspace.article_files import article_path
from tui.storage.workspace.known_articles import article_of_url, articles_of_text
from tui.storage.workspace.new_articles import free_id, replace_article, write_article, write_source
from tui.storage.workspace.originals import articles_of, keep

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tui.intake.original import Extract, Original
    from tui.model import Workspace


class Outcome(StrEnum):
    """What became of a document."""

    ADDED = "added"
    KNOWN = "known"
    """It is an article already, with the same text."""
    CHANGED = "changed"
    """It is an article already, whose text differs; nothing was written."""
    UPDATED = "updated"
    """It was an article already, which has the new text now."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A document, and the article that it is now."""

    outcome: Outcome
    id: str
    file: Path
    original: Path | None
    byline: Byline
    paragraphs: int
    """The blocks of the article's text."""
    left_out: tuple[str, ...] = ()
    date: str = ""
    """The date as the document writes it."""


_UNCLEAN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffd]")
_NO_BYLINE = Byline()
_STATED = ("title", "outlet", "author", "date", "url")
"""What a document says of itself."""


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """How documents are added."""

    corrections: Byline = _NO_BYLINE
    """What is right instead of what the document says; empty where that is right."""
    update: bool = False
    """Whether an article takes the text of a document that has changed."""
    dry_run: bool = False
    """Whether nothing is written."""
    entries: frozenset[int] = frozenset()
    """The numbers, from 1, of what is added of a document that has several articles; empty for all."""
    retrieved: str = ""
    """When the document was fetched, in RFC 3339."""


def read_extracts(original: Original, options: IntakeOptions) -> tuple[Extract, ...]:
    """Return what is in an original, corrected, or raise DocumentError."""
    right = {name: value for name in _STATED if (value := getattr(options.corrections, name))}
    if "date" in right:
        right["iso_date"] = ""
    return tuple(replace(found, **{**_clean_source(found), **right}) for found in extract(original))


def _clean_source(found: Extract) -> dict[str, str]:
    """Return the source as lines without control characters and surrogates."""
    return {name: " ".join(_UNCLEAN.sub(" ", getattr(found, name)).split()) for name in (*_STATED, "iso_date")}


def add_original(workspace: Workspace, original: Original, options: IntakeOptions) -> list[Addition]:
    """Add what is in an original, one article or several.

    Raise DocumentError if it cannot be read, and SaveError if it cannot be written.
    """
    return add_extracts(workspace, original, read_extracts(original, options), options)


def add_extracts(
    workspace: Workspace, original: Original, extracts: Sequence[Extract], options: IntakeOptions
) -> list[Addition]:
    """Add those of an original's extracts that the options name.

    Raise DocumentError if there is no such extract, and SaveError if one cannot be written.
    """
    if options.entries and max(options.entries) > len(extracts):
        raise DocumentError(f"has {len(extracts):,}, so there is no {max(options.entries):,}; --list shows them")
    if original.url:
        options = replace(options, retrieved=OS_CALLS.now())
    chosen = [found for number, found in enumerate(extracts, 1) if number in options.entries or not options.entries]
    return [add_extract(workspace, original, found, options, sole=len(extracts) == 1) for found in chosen]


def add_extract(
    workspace: Workspace, original: Original, found: Extract, options: IntakeOptions, *, sole: bool = True
) -> Addition:
    """Add what was found in an original, alone or among others, as an article.

    Raise SaveError if it cannot be written; adding it again then goes on where that ended.
    """
    content = _content(original, found)
    same_original = tuple(articles_of(workspace, original.data)) if sole else ()
    known = _known_article(workspace, found, content, same_original)
    if known:
        unchanged = _same_text(known, content) or article_id_of(known.name) in same_original
        return _known(workspace, known, original, found, content, options, unchanged=unchanged)
    article_id = free_id(workspace, _name(original, found))
    file = workspace.articles / f"{article_id}{_suffix(original, found)}"
    kept = None
    if not options.dry_run:
        stem = article_id if sole else article_name(original.name)
        kept = _keep_original(workspace, stem, original, content)
        write_article(workspace, article_id, file.suffix, content)
        write_source(workspace, article_id, byline_of_extract(found), options.retrieved)
    return _addition(Outcome.ADDED, file, kept, found)


def byline_of_extract(found: Extract) -> Byline:
    """Return the source to write: the date in ISO 8601 if that is sure."""
    title = "" if found.is_plain and found.title == text_title(found.text) else found.title
    return Byline(title, found.outlet, found.author, found.iso_date or found.date, found.url)


def _known(
    workspace: Workspace,
    file: Path,
    original: Original,
    found: Extract,
    content: bytes,
    options: IntakeOptions,
    *,
    unchanged: bool,
) -> Addition:
    if unchanged:
        return _addition(Outcome.KNOWN, file, None, found)
    if not options.update or options.dry_run:
        return _addition(Outcome.CHANGED, file, None, found)
    day, article_id = OS_CALLS.now()[:10], article_id_of(file.name)
    kept = _keep_original(workspace, f"{article_id}.from-{day}", original, content)
    replace_article(workspace, article_id, content, day)
    return _addition(Outcome.UPDATED, file, kept, found)


def _known_article(workspace: Workspace, found: Extract, content: bytes, same_original: tuple[str, ...]) -> Path | None:
    """Return the article that was taken from the same address or bytes."""
    ids = [
        *((article_of_url(workspace, found.url),) if found.url else ()),
        *articles_of_text(workspace, content),
        *same_original,
    ]
    return next((path for article_id in ids if article_id and (path := article_path(workspace, article_id))), None)


def _same_text(file: Path, content: bytes) -> bool:
    return canonicalize(file.read_bytes().decode("utf-8", "replace")) == canonicalize(content.decode())


def _content(original: Original, found: Extract) -> bytes:
    """Return the bytes of the article: those of a plain text, if it is UTF-8."""
    content = found.text.encode("utf-8", "replace")
    return original.data if found.is_plain and _is_utf8(original.data) else content


def _is_utf8(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


def _suffix(original: Original, found: Extract) -> str:
    return ".txt" if found.is_plain and original.suffix not in (".md", ".markdown") else ".md"


def _name(original: Original, found: Extract) -> str:
    stem = original.name.rpartition(".")[0] or original.name
    if found.is_plain and stem:
        return article_name(stem)
    return article_name(found.title or text_title(found.text) or stem)


def _keep_original(workspace: Workspace, stem: str, original: Original, content: bytes) -> Path | None:
    """Keep the original, unless the article is the same bytes."""
    if original.data == content:
        return None
    return keep(workspace, stem, _original_suffix(original), original.data)


def _original_suffix(original: Original) -> str:
    """Return the suffix of the name if it is harmless, else the format's."""
    harmless = re.fullmatch(r"\.[a-z0-9]{1,10}", original.suffix)
    return original.suffix if harmless else detect_format(original).suffixes[0]


def _addition(outcome: Outcome, file: Path, kept: Path | None, found: Extract) -> Addition:
    paragraphs = sum(1 for block in found.text.split("\n\n") if block.strip())
    byline = byline_of_extract(found)
    return Addition(outcome, article_id_of(file.name), file, kept, byline, paragraphs, found.left_out, found.date)

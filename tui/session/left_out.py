"""What of an article's original is not in its text."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.errors import DocumentError
from tui.intake.limits import MAX_BYTES
from tui.intake.original import Original
from tui.intake.registry import extract
from tui.storage.files.source import read_regular_file
from tui.storage.workspace.article_files import article_path
from tui.storage.workspace.known_articles import comparable_address
from tui.storage.workspace.originals import all_originals, article_of_original, originals_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tui.intake.original import Extract
    from tui.model import Article, Workspace


@dataclass(frozen=True, slots=True)
class LeftOutPart:
    """A paragraph of an original that did not become text, or a name for it."""

    words: str
    is_in_article: bool
    """Whether the article has these words by now."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out of an article, and the original that has it."""

    original: Path
    parts: tuple[LeftOutPart, ...]


def read_left_out(workspace: Workspace, article: Article) -> LeftOut:
    """Return what is in an article's last original only.

    Raise DocumentError if no original was kept, or it cannot be read.
    """
    for path in originals_of(workspace, article.id)[:1]:
        return _left_out(path, article, _extracts(path, article.byline.url))
    for path in _other_originals(workspace):
        with suppress(DocumentError):
            if own := [found for found in _extracts(path, "") if _is_of(found, article)]:
                return _left_out(path, article, own)
    raise DocumentError("has no original in .originals/; it is the whole document", article.path)


def _left_out(path: Path, article: Article, extracts: Sequence[Extract]) -> LeftOut:
    text = _one_line(article.text)
    words = dict.fromkeys(words for found in extracts for words in found.left_out)
    return LeftOut(path, tuple(LeftOutPart(part, _one_line(part) in text) for part in words))


def _other_originals(workspace: Workspace) -> list[Path]:
    """Return the originals that have no article's name.

    Such are feeds, and those of articles that were renamed.
    """
    return [path for path in all_originals(workspace) if not article_path(workspace, article_of_original(path))]


def _is_of(found: Extract, article: Article) -> bool:
    if found.url and article.byline.url:
        return comparable_address(found.url) == comparable_address(article.byline.url)
    return _one_line(found.text) == _one_line(article.text)


def _extracts(path: Path, url: str) -> tuple[Extract, ...]:
    data = read_regular_file(path, MAX_BYTES, DocumentError, "delete it, and add the document again")
    if data is None:
        raise DocumentError("is gone; add the document again", path)
    try:
        return extract(Original(data, path.name, url))
    except DocumentError as error:
        raise DocumentError(str(error), path) from error


def _one_line(text: str) -> str:
    return " ".join(text.split())

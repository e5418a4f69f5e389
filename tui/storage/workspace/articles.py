"""Read articles."""

from pathlib import Path

from tui.errors import ArticleError
from tui.model import Article, Byline, Workspace, canonicalize
from tui.model.names import compose_name
from tui.storage.files.filenames import ARTICLE_SUFFIXES, RESERVED, is_safe_id
from tui.storage.files.real_path import is_missing
from tui.storage.files.source import read_regular_file
from tui.storage.files.utf8 import decode_utf8
from tui.storage.workspace.article_files import article_path

SIZE_LIMIT = 256 * 1024 * 1024
"""In bytes: about forty million words."""

_NO_BYLINE = Byline()


def read_article(workspace: Workspace, article_id: str, byline: Byline = _NO_BYLINE) -> Article:
    """Return an article with its canonical text, or raise ArticleError."""
    article_id = compose_name(article_id)
    path = _path(workspace, article_id)
    content = read_regular_file(path, SIZE_LIMIT, ArticleError, "split it") if path else None
    if path is None or content is None:
        missing = workspace.articles / f"{article_id}.txt"
        raise ArticleError("no such article; check the name, or put the file there", missing)
    text = canonicalize(_text(content, path))
    return Article(article_id, text, path, byline.or_of(text))


def _path(workspace: Workspace, article_id: str) -> Path | None:
    if not is_safe_id(article_id):
        raise ArticleError(f'"{article_id}" cannot be an article\'s name; write the name of its file without the .txt')
    path = article_path(workspace, article_id) or _not_a_file(workspace, article_id)
    if path and article_id.casefold() == RESERVED:
        raise ArticleError("an article cannot have the codebook's name; rename the file", path)
    return path


def _not_a_file(workspace: Workspace, article_id: str) -> Path | None:
    """Return what has an article's name, so that reading it says what it is."""
    paths = (workspace.articles / f"{article_id}{suffix}" for suffix in ARTICLE_SUFFIXES)
    return next((path for path in paths if not is_missing(path)), None)


def _text(content: bytes, path: Path) -> str:
    text = decode_utf8(content, path, ArticleError)
    if "\0" in text:
        before = canonicalize(text[: text.index("\0")])
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise ArticleError("holds a NUL character, so it is no text; save it as UTF-8 text", path, line, column)
    return text

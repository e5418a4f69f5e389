"""Reading articles."""

import stat
from pathlib import Path

from tui.errors import ArticleError
from tui.model import Article, Byline, Workspace, canonical
from tui.storage.files.filenames import RESERVED, is_safe_id
from tui.storage.files.source import bad_byte_position
from tui.storage.workspace.discovery import article_path

SIZE_LIMIT = 256 * 1024 * 1024
"""In bytes: about forty million words."""

_NO_BYLINE = Byline()


def read_article(workspace: Workspace, article_id: str, byline: Byline = _NO_BYLINE) -> Article:
    """Return an article with its canonical text; raises ArticleError where it is missing or not UTF-8 text."""
    path = _path(workspace, article_id)
    try:
        content = _content(path)
    except OSError as error:
        raise ArticleError(f"cannot be read ({error.strerror}); check its permissions", path) from error
    return Article(article_id, canonical(_text(content, path)), path, byline)


def _path(workspace: Workspace, article_id: str) -> Path:
    if not is_safe_id(article_id):
        raise ArticleError(f'"{article_id}" cannot be an article\'s name; write the name of its file without the .txt')
    path = article_path(workspace, article_id)
    if path is None:
        missing = workspace.articles / f"{article_id}.txt"
        raise ArticleError("no such article; check the name, or put the file there", missing)
    if article_id.casefold() == RESERVED:
        raise ArticleError("an article cannot have the codebook's name; rename the file", path)
    return path


def _content(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ArticleError("is not a file; move it away", path)
    if status.st_size > SIZE_LIMIT:
        raise ArticleError(f"is larger than {SIZE_LIMIT // 1024 // 1024} MiB; split it", path)
    return path.read_bytes()


def _text(content: bytes, path: Path) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ArticleError("is UTF-16; save it as UTF-8", path, 1, 1)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = bad_byte_position(error)
        byte = error.object[error.start]
        raise ArticleError(f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8", path, line, column) from error
    if b"\0" in content:
        before = canonical(text[: text.index("\0")])
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise ArticleError("holds a NUL character, so it is no text; save it as UTF-8 text", path, line, column)
    return text

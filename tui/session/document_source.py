"""Read a document from a file or an address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tui.errors import DocumentError
from tui.intake.limits import MAX_BYTES
from tui.intake.original import Original
from tui.storage.files.source import read_regular_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def read_document_file(path: Path) -> Original:
    """Return the bytes of a file, or raise DocumentError."""
    data = read_regular_file(path, MAX_BYTES, DocumentError, "add a smaller part of it")
    if data is None:
        raise DocumentError("no such file; check the name", path)
    return Original(data, path.name)


def fetch_document(url: str, *, allow_local: bool, on_redirect: Callable[[str], None]) -> Original:
    """Return what is at an address, by the one request for it."""
    from tui.storage.web.fetch import fetch  # noqa: PLC0415 - only who names an address loads what goes online

    fetched = fetch(url, MAX_BYTES, allow_local=allow_local, on_redirect=on_redirect)
    name = unquote(urlsplit(fetched.url).path.rpartition("/")[2])
    return Original(fetched.data, name, fetched.url, fetched.content_type)

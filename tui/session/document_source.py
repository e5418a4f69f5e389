"""Read a document from a file or an address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tui.errors import DocumentError
from tui.intake.limits import MAX_BYTES
from tui.intake.original import Original
from tui.storage.files.source import read_regular_file
from tui.storage.web.addresses import is_address

if TYPE_CHECKING:
    from collections.abc import Callable


def _ignore(_: str) -> None:
    """Do nothing about a redirect."""


def read_original(name: str, *, allow_local: bool = False, on_redirect: Callable[[str], None] = _ignore) -> Original:
    """Return the document at a path or an address, or raise DocumentError."""
    if is_address(name):
        return fetch_document(name, allow_local=allow_local, on_redirect=on_redirect)
    return read_document_file(Path(name).expanduser())


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

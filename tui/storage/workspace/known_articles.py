"""Find the articles that a document is already."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui.model import Workspace
from tui.storage.files.filenames import article_id_of, is_article_name
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.catalogue import read_byline_of
from tui.storage.workspace.originals import has_content


def article_of_url(workspace: Workspace, url: str) -> str:
    """Return the id of the article from an address, or an empty string."""
    return article_addresses(workspace).get(comparable_address(url), "")


def article_addresses(workspace: Workspace) -> dict[str, str]:
    """Return the ids of the articles by the addresses that they are from.

    The addresses are comparable. Of two articles from one address, the first is returned.
    """
    found: dict[str, str] = {}
    for article_id in article_ids(workspace):
        if url := read_byline_of(workspace, article_id).url:
            found.setdefault(comparable_address(url), article_id)
    return found


def comparable_address(url: str) -> str:
    """Return an address without its scheme, fragment and last slash.

    Of `https://a.example/b/#c` it is `a.example/b`.
    """
    return url.partition("#")[0].partition("://")[2].removesuffix("/")


def articles_of_text(workspace: Workspace, content: bytes) -> Iterator[str]:
    """Yield the ids of the articles whose files hold exactly these bytes."""
    with suppress(OSError), os.scandir(workspace.articles) as entries:
        for entry in entries:
            if is_article_name(entry.name) and has_content(Path(entry.path), content):
                yield article_id_of(entry.name)

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
    """Return the id of the article from an address, or an empty string.

    `https://a.example/b#c` is `http://a.example/b`.
    """
    wanted = _address(url)
    for article_id in article_ids(workspace):
        if _address(read_byline_of(workspace, article_id).url) == wanted:
            return article_id
    return ""


def _address(url: str) -> str:
    return url.partition("#")[0].partition("://")[2].removesuffix("/")


def articles_of_text(workspace: Workspace, content: bytes) -> Iterator[str]:
    """Yield the ids of the articles whose files hold exactly these bytes."""
    with suppress(OSError), os.scandir(workspace.articles) as entries:
        for entry in entries:
            if is_article_name(entry.name) and has_content(Path(entry.path), content):
                yield article_id_of(entry.name)

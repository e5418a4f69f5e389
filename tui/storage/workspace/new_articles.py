"""Write new articles, and replace the text of one that has a new version."""

from __future__ import annotations

from pathlib import Path

from tui.errors import OverwriteError, SaveError
from tui.model import Byline, Workspace
from tui.storage.files.atomic import fingerprint, read_if_exists, save_bytes, write_new
from tui.storage.files.filenames import ARTICLE_SUFFIXES, RESERVED
from tui.storage.files.folders import ensure_folder
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.read_only import refuse_if_read_only
from tui.storage.records.record_source import list_file, record_folder
from tui.storage.workspace.article_files import article_path
from tui.storage.workspace.originals import keep
from tui.storage.yaml.emitter import plain_or_quoted


def free_id(workspace: Workspace, name: str) -> str:
    """Return a name, or `name-2` and so on, that no article or annotation has."""
    for number in range(1, 10_000):
        article_id = name if number == 1 else f"{name}-{number}"
        if article_id.casefold() != RESERVED and not is_taken(workspace, article_id):
            return article_id
    raise SaveError("has 10,000 articles of one name; rename some", workspace.articles)


def is_taken(workspace: Workspace, article_id: str) -> bool:
    """Return whether an article has this id, or annotations wait for one."""
    return (
        article_path(workspace, article_id) is not None
        or any((workspace.articles / f"{article_id}{suffix}").exists() for suffix in ARTICLE_SUFFIXES)
        or list_file(workspace, article_id).exists()
        or record_folder(workspace, article_id).exists()
    )


def write_article(
    workspace: Workspace, article_id: str, suffix: str, content: bytes, *, os_calls: OsCalls = OS_CALLS
) -> Path:
    """Write the file of a new article, or raise OverwriteError if it exists."""
    path = workspace.articles / f"{article_id}{suffix}"
    refuse_if_read_only(path)
    ensure_folder(workspace.articles, os_calls=os_calls)
    write_new(path, content, os_calls=os_calls)
    return path


def write_source(
    workspace: Workspace, article_id: str, byline: Byline, retrieved: str = "", *, os_calls: OsCalls = OS_CALLS
) -> Path | None:
    """Write a list file that holds an article's source.

    Return None if there is nothing to say, or a list file is there already.
    """
    values = {name: value for name in Byline.__slots__ if (value := getattr(byline, name))}
    if retrieved:
        values["retrieved"] = retrieved
    path = list_file(workspace, article_id)
    if not values or path.exists():
        return None
    lines = (f"{name}: {plain_or_quoted(value)}\n" for name, value in {"article": article_id, **values}.items())
    refuse_if_read_only(path)
    ensure_folder(workspace.annotations, os_calls=os_calls)
    try:
        write_new(path, "".join(lines).encode(), os_calls=os_calls)
    except OverwriteError:
        return None
    return path


def replace_article(
    workspace: Workspace, article_id: str, content: bytes, day: str, *, os_calls: OsCalls = OS_CALLS
) -> Path:
    """Replace an article's text, and keep the old one beside the originals.

    The old text is saved first, so that no moment is without it. Raise ConflictError if the article changes meanwhile.
    """
    path = article_path(workspace, article_id)
    before = read_if_exists(path, os_calls) if path else None
    if path is None or before is None:
        raise SaveError(f"has no article {article_id}; add the document again", workspace.articles)
    refuse_if_read_only(path)
    if before != content:
        keep(workspace, f"{article_id}.until-{day}", path.suffix, before, os_calls=os_calls)
        save_bytes(path, content, expected=fingerprint(before), os_calls=os_calls)
    return path

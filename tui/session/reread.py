"""Files read again, and how offsets of the old texts go to the new ones."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.model import Collation, Workspace
from tui.session.offset_map import OffsetMap, map_offsets
from tui.storage.cache.article_search import update_index
from tui.storage.records.repository import Deleted
from tui.storage.workspace.reloader import reload


@dataclass(frozen=True, slots=True)
class Reread:
    """What is open, as it is on disk now."""

    before: Collation
    """What was open when the reading began."""
    paths: frozenset[Path]
    """The files that had changed."""
    collation: Collation
    deleted: tuple[Deleted, ...]
    """The records whose own file is gone."""
    contents: Mapping[Path, bytes]
    """What the records' own files hold now."""
    offset_maps: Mapping[str, OffsetMap]
    """How offsets go from an article's old text to its new one, by article id."""


def reread(
    workspace: Workspace,
    before: Collation,
    paths: frozenset[Path],
    contents: Mapping[Path, bytes],
    offsets: Mapping[str, Collection[int]],
) -> Reread:
    """Read what changed, anchor it, and map these offsets of each article; it may take long."""
    result = reload(workspace, before, paths, contents)
    update_index(workspace, paths)
    offset_maps = {
        new.article.id: map_offsets(old, new, offsets.get(new.article.id, ()))
        for old, new in zip(before.accounts, result.collation.accounts, strict=True)
        if old.article.text != new.article.text
    }
    return Reread(before, paths, result.collation, result.deleted, result.contents, offset_maps)

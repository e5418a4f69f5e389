"""Read changed files again, and map offsets of old texts to new ones."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.model import Collation, Workspace
from tui.session.offset_map import OffsetMap, map_offsets
from tui.storage.fulltext.article_search import update_index
from tui.storage.records.repository import Deleted
from tui.storage.workspace.reloader import reload


@dataclass(frozen=True, slots=True)
class RereadResult:
    """The open accounts before, and as they are on disk."""

    before: Collation
    paths: frozenset[Path]
    collation: Collation
    deleted: tuple[Deleted, ...]
    """The records whose own file is gone."""
    contents: Mapping[Path, bytes]
    """The bytes of the record files."""
    offset_maps: Mapping[str, OffsetMap]
    """For each article whose text changed, by id."""


def reread(
    workspace: Workspace,
    before: Collation,
    paths: frozenset[Path],
    contents: Mapping[Path, bytes],
    offsets: Mapping[str, Collection[int]],
) -> RereadResult:
    """Read changed files and map offsets.

    This may take long.

    `contents` are the earlier bytes of the record files, and `offsets` code points by article id.
    """
    result = reload(workspace, before, paths, contents)
    update_index(workspace, paths)
    offset_maps = {
        new.article.id: map_offsets(old, new, offsets.get(new.article.id, ()))
        for old, new in zip(before.accounts, result.collation.accounts, strict=True)
        if old.article.text != new.article.text
    }
    return RereadResult(before, paths, result.collation, result.deleted, result.contents, offset_maps)

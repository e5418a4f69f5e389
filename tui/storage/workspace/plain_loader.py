"""Load a workspace by parsing its files, without a cache."""

from collections.abc import Iterable
from dataclasses import replace

from tui.model import Codebook, Collation, Workspace
from tui.storage.records.record_loader import RecordLoader
from tui.storage.workspace.file_problems import file_problems
from tui.storage.workspace.loader import WorkspaceLoader, joined_loader


def plain_loader(workspace: Workspace) -> WorkspaceLoader:
    """Return a loader that parses every file."""
    return joined_loader(workspace, RecordLoader(workspace))


def read_collation(workspace: Workspace, ids: Iterable[str] | None = None) -> Collation:
    """Return these articles, or all of them, with what is wrong in all files."""
    collation = plain_loader(workspace).collation(ids)
    return replace(collation, problems=(*collation.problems, *file_problems(workspace)))


def read_codebook(workspace: Workspace) -> Codebook:
    """Return the codebook of a workspace, without those of others."""
    return plain_loader(replace(workspace, others=())).source.codebook()[0]

"""Load a workspace with what was parsed last time."""

from tui.model import Workspace
from tui.storage.cache.parse_cache import CachedLoader
from tui.storage.workspace.loader import WorkspaceLoader, joined_loader


def cached_loader(workspace: Workspace) -> WorkspaceLoader:
    """Return a loader that parses only what has changed."""
    return joined_loader(workspace, CachedLoader(workspace))


def save_parsed(loader: WorkspaceLoader) -> None:
    """Write the parse cache of a loader, if it has one.

    This may take long.
    """
    if isinstance(loader.source.source, CachedLoader):
        loader.source.source.save()

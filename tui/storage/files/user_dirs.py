"""The user's folders for Diptych, and the name of a workspace in them."""

from pathlib import Path
from typing import Literal
from zlib import crc32

from tui.model import Workspace
from tui.storage.files.filenames import file_slug


def user_folder(kind: Literal["cache", "config", "data", "state"]) -> Path:
    """Return the user's folder for one kind of Diptych's files."""
    from platformdirs import PlatformDirs  # noqa: PLC0415 - most commands use none of these folders

    folders = PlatformDirs("diptych", appauthor=False)
    paths = {
        "cache": folders.user_cache_path,
        "config": folders.user_config_path,
        "data": folders.user_data_path,
        "state": folders.user_state_path,
    }
    return paths[kind]


def workspace_key(workspace: Workspace) -> str:
    """Return a name for a workspace: its folder's name and a checksum.

    Two workspaces can share a key, once in four billion times, so a cache must check whose it is. A better hash would
    take longer to import than the cache takes to read.
    """
    paths = (workspace.root, workspace.articles, *workspace.files)
    checksum = crc32("\0".join(str(path.absolute()) for path in paths).encode("utf-8", "surrogatepass"))
    return f"{file_slug(workspace.root.name, 'workspace')}-{checksum:08x}"

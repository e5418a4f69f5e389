"""The user's folders for Diptych, and the name of a workspace in them."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from tui.model import Workspace
from tui.storage.files.filenames import file_slug

if TYPE_CHECKING:
    from platformdirs import PlatformDirs


def cache_folder() -> Path:
    """Return the folder of what can be deleted at any time."""
    return _user_dirs().user_cache_path


def config_folder() -> Path:
    """Return the folder of the user's settings."""
    return _user_dirs().user_config_path


def data_folder() -> Path:
    """Return the folder of the user's copy of the sample."""
    return _user_dirs().user_data_path


def state_folder() -> Path:
    """Return the folder of drafts and of what was open last."""
    return _user_dirs().user_state_path


def workspace_key(workspace: Workspace) -> str:
    """Return the name of a workspace that consists of these articles."""
    return folder_key(workspace.root.name, (workspace.root, workspace.articles, *workspace.files))


def folder_key(name: str, paths: Iterable[Path]) -> str:
    """Return a file name: `name` as a slug, and a checksum of the paths.

    Two workspaces can share a key, once in four billion times, so a cache must check whose it is. A better hash would
    take longer to import than the cache takes to read.
    """
    checksum = crc32("\0".join(str(path.absolute()) for path in paths).encode("utf-8", "surrogatepass"))
    return f"{file_slug(name, 'workspace')}-{checksum:08x}"


def _user_dirs() -> "PlatformDirs":
    from platformdirs import PlatformDirs  # most commands use none of these folders

    return PlatformDirs("diptych", appauthor=False)

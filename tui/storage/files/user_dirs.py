"""The user's folders for Diptych, and the name of a workspace in them."""

import os
from pathlib import Path
from typing import Literal
from zlib import crc32

from tui.model import Workspace
from tui.storage.files.filenames import file_slug

STATE_VARIABLE = "DIPTYCH_STATE"
"""Names the state folder of one of several people who read in browsers."""


def user_folder(kind: Literal["cache", "config", "data", "state"]) -> Path:
    """Return the user's folder for one kind of Diptych's files."""
    if kind == "state" and (own := os.environ.get(STATE_VARIABLE)):
        return Path(own)
    from platformdirs import PlatformDirs  # noqa: PLC0415 - most commands use none of these folders

    folders = PlatformDirs("diptych", appauthor=False)
    paths = {
        "cache": folders.user_cache_path,
        "config": folders.user_config_path,
        "data": folders.user_data_path,
        "state": folders.user_state_path,
    }
    return paths[kind]


def person_state_folder(name: str) -> Path:
    """Return the folder for the state of one of several people.

    `person_state_folder("Ada")` ends with `people/ada-`, and a checksum of the name.
    """
    checksum = crc32(name.encode("utf-8", "surrogatepass"))
    return user_folder("state") / "people" / f"{file_slug(name, 'person')}-{checksum:08x}"


def workspace_key(workspace: Workspace) -> str:
    """Return a name for a workspace: its folder's name and a checksum.

    Two workspaces can share a key, once in four billion times, so a cache must check whose it is. A better hash would
    take longer to import than the cache takes to read.
    """
    paths = (workspace.root, workspace.articles, *workspace.files)
    checksum = crc32("\0".join(str(path.absolute()) for path in paths).encode("utf-8", "surrogatepass"))
    return f"{file_slug(workspace.root.name, 'workspace')}-{checksum:08x}"

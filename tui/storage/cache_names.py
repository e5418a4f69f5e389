"""What a workspace is called in the folders that Diptych keeps outside of it."""

from hashlib import sha256

from tui.model import Workspace


def cache_name(workspace: Workspace) -> str:
    """Return a name for the workspace that no other one has: of its folders, and of articles named one by one."""
    parts = (workspace.root.absolute(), workspace.articles.absolute(), *(file.absolute() for file in workspace.files))
    return sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]

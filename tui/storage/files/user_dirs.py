"""What a workspace is called in the folders that Diptych keeps outside of it."""

from zlib import crc32

from tui.model import Workspace
from tui.storage.files.filenames import file_slug


def cache_name(workspace: Workspace) -> str:
    """Return a name for the workspace: of its folders, and of articles named one by one.

    Two workspaces have the same name once in four thousand million times; what stands under it has to tell whose it
    is. A better hash would take longer to load than all that is looked up by it.
    """
    parts = (workspace.root.absolute(), workspace.articles.absolute(), *(file.absolute() for file in workspace.files))
    number = crc32("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return f"{file_slug(workspace.root.name, 'workspace')}-{number:08x}"

"""Read which names the annotation files use."""

from collections.abc import Callable

from tui.model import Workspace
from tui.storage.files.source import FileContents, read_contents, yaml_files
from tui.storage.records.rename_plan import NameUses
from tui.storage.records.schema import BLIND
from tui.storage.workspace.plain_loader import plain_loader


def read_name_uses(workspace: Workspace) -> NameUses:
    """Read all annotation files, or raise RecordError if one is unreadable.

    In blind mode only one's own records count; what is renamed is renamed in those of others too.
    """
    folder = workspace.annotations
    folders = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    contents = read_contents([file for each in (folder, *folders) for file in yaml_files(each)])
    return NameUses(workspace, contents, _counted(workspace, contents))


def _counted(workspace: Workspace, contents: FileContents) -> Callable[[str], bool] | None:
    """Return what tells one's own annotator's name, or None if all count."""
    if not workspace.blind and BLIND.encode() not in contents.get(workspace.codebook, b""):
        return None
    source = plain_loader(workspace).source
    return source.is_own if source.codebook()[0].blind else None

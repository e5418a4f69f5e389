"""Export the open accounts to a file."""

import os
from pathlib import Path

from tui.analysis.survey import Survey
from tui.errors import SaveError
from tui.formats.markdown.archive import export_markdown
from tui.model import Collation
from tui.storage.files.atomic import write_new
from tui.storage.files.real_path import is_folder


def export_to_file(collation: Collation, name: str, *, group_by: str, overwrite: bool, scope: str = "") -> Path:
    """Write the accounts as Markdown and return the file.

    `scope` says which of their records these are, if not all.

    Raise SaveError if it cannot be written, and OverwriteError if it exists and must not be overwritten.
    """
    path = Path(os.path.expanduser(name))  # noqa: PTH111 - Path.expanduser raises for an unknown user
    if not name.strip() or is_folder(path):
        raise SaveError("give the name of a file, such as notes.md", path)
    write_new(path, export_markdown(Survey(collation), group_by=group_by, scope=scope).encode(), force=overwrite)
    return path

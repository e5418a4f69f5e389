"""Export the open accounts to a file."""

from pathlib import Path

from tui.analysis.survey import Survey
from tui.errors import SaveError
from tui.formats.markdown.archive import export_markdown
from tui.model import Collation
from tui.storage.files.atomic import write_new


def export_to_file(collation: Collation, name: str, *, group_by: str, overwrite: bool) -> Path:
    """Write the accounts as Markdown and return the file.

    Raise SaveError if it cannot be written, and OverwriteError if it exists and must not be overwritten.
    """
    path = Path(name).expanduser()
    if not name.strip() or path.is_dir():
        raise SaveError("give the name of a file, such as notes.md", path)
    write_new(path, export_markdown(Survey(collation), group_by=group_by).encode(), force=overwrite)
    return path

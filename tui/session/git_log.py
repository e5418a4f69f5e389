"""Who changed a record, or an article's records, as git knows it."""

from pathlib import Path

from tui.formats.phrasing import shorten
from tui.layout.visible import make_visible
from tui.model import Workspace
from tui.storage.git.record_log import CommittedChange, record_changes, require_history
from tui.storage.records.record_source import list_file, record_folder

_SUBJECT = 60
"""In code points: what is shown of a commit's message."""
_HASH = 8


def read_log(workspace: Workspace, article: str, record: str = "") -> list[CommittedChange]:
    """Return the changes of an article's records, or of one, the newest first.

    Raises DiptychError if git is not there, or does not know the folder.
    """
    require_history(workspace.root)
    return record_changes(workspace.root, article_sources(workspace, article), record)


def article_sources(workspace: Workspace, article: str) -> tuple[Path, ...]:
    """Return where an article's records are: its list file and its folder."""
    return list_file(workspace, article), record_folder(workspace, article)


def change_line(change: CommittedChange) -> str:
    """Return a change on one line: when, who, what, and the commit."""
    fields = f" ({', '.join(change.fields)})" if change.fields else ""
    when = change.date.replace("T", " ")[:16]
    subject = shorten(" ".join(change.subject.split()), _SUBJECT)
    line = f"{when}  {change.author}  {change.change} {change.record}{fields}  {change.commit[:_HASH]} {subject}"
    return make_visible(line)

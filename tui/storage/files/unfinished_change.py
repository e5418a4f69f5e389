"""Notice a change of several files that was interrupted."""

import json
import re
from pathlib import Path

from tui.model import Workspace
from tui.storage.files.real_path import is_missing

JOURNAL = ".unfinished-change.json"
"""Hidden, so that it is read as no list of annotations."""
IMPORT = "import"
"""The first word of the title of an import, and the command that ends one."""
_RENAME = "rename"
"""The command that ends every other change."""
_HEAD = 4096
"""Characters of a journal that are searched for its title."""
_TITLE = re.compile(r'"title":\s*("(?:[^"\\]|\\.)*")')


def journal_path(workspace: Workspace) -> Path:
    """Return the file that exists while a change is unfinished."""
    return workspace.annotations / JOURNAL


def is_unfinished(workspace: Workspace) -> bool:
    """Return whether a change of several files was interrupted."""
    return not is_missing(journal_path(workspace))


def unfinished_title(workspace: Workspace) -> str:
    """Return what an unfinished change does, or "" if that cannot be read.

    It is read from the head of the journal, which may be as large as all that an import writes.
    """
    try:
        with journal_path(workspace).open(encoding="utf-8", errors="replace") as journal:
            match = _TITLE.search(journal.read(_HEAD))
        return str(json.loads(match[1])) if match else ""
    except (OSError, ValueError):
        return ""


def is_import(title: str) -> bool:
    """Return whether a change with this title is an import."""
    return title.split(" ", 1)[0] == IMPORT


def how_to_go_on(title: str) -> str:
    """Return the commands that end an unfinished change of this title."""
    command = IMPORT if is_import(title) else _RENAME
    return f"finish it with diptych {command} --continue, or take it back with diptych {command} --undo"

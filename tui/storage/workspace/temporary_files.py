"""Remove the temp files that a killed save left."""

import os
from contextlib import suppress
from pathlib import Path

from tui.errors import SaveError
from tui.model import Workspace
from tui.storage.files.folders import abandoned_temporaries
from tui.storage.files.lock import folder_lock
from tui.storage.files.os_calls import OS_CALLS
from tui.storage.files.user_dirs import user_folder
from tui.storage.workspace.draft_files import draft_folder


def remove_abandoned_files(workspace: Workspace) -> None:
    """Remove temp files of ended processes, if the disk allows it."""
    _remove([*abandoned_temporaries(draft_folder(workspace)), *abandoned_temporaries(user_folder("state") / "open")])
    found = [path for folder in _record_folders(workspace.annotations) for path in abandoned_temporaries(folder)]
    if found:
        # Nobody saves while the lock is held, on this machine or another one.
        with suppress(OSError, SaveError), folder_lock(workspace.annotations, OS_CALLS):
            _remove(found)


def _record_folders(annotations: Path) -> list[Path]:
    with suppress(OSError), os.scandir(annotations) as entries:
        return [annotations, *(Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False))]
    return []


def _remove(paths: list[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()

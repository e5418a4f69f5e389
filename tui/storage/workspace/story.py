"""Keep a copy of the story to learn on, and how far its reader has come."""

import json
from contextlib import suppress
from pathlib import Path

from tui.errors import DiptychError, WorkspaceError
from tui.model import Workspace
from tui.storage.files.atomic import save_bytes
from tui.storage.files.user_dirs import user_folder
from tui.storage.workspace.discovery import open_workspace

PROGRESS = "tutorial.json"
"""The file that makes a folder a tutorial, and holds the step its reader is at."""
SIZE_LIMIT = 4096
"""In bytes, far above one id."""


def packaged_story() -> Path:
    """Return the folder of the story in the package, which is never written."""
    return Path(__file__).parent.parent.parent / "story"


def story_workspace(folder: Path | None) -> Workspace:
    """Return the story in a folder, or in the user's data folder.

    Write what is missing there. Raise WorkspaceError if the folder holds something else.
    """
    root = (folder or user_folder("data") / "tutorial").absolute()
    if root.exists() and not root.is_dir():
        raise WorkspaceError("is not a folder; name a new one for the tutorial", root)
    if root.is_dir() and any(root.iterdir()) and not (root / PROGRESS).is_file():
        raise WorkspaceError("holds something else; name a new folder for the tutorial", root)
    root.mkdir(parents=True, exist_ok=True)
    if not (root / PROGRESS).exists():
        save_bytes(root / PROGRESS, _progress(""))
    for source in sorted(path for path in packaged_story().rglob("*") if path.is_file()):
        copy = root / source.relative_to(packaged_story())
        if not copy.exists():
            copy.parent.mkdir(exist_ok=True)
            save_bytes(copy, source.read_bytes())
    return open_workspace(root)


def read_progress(root: Path) -> str:
    """Return the id of the step that was reached, or an empty string."""
    stored: object = None
    with suppress(OSError, ValueError, RecursionError):
        path = root / PROGRESS
        if path.stat().st_size <= SIZE_LIMIT:
            stored = json.loads(path.read_bytes())
    step = stored.get("step") if isinstance(stored, dict) else ""
    return step if isinstance(step, str) else ""


def write_progress(root: Path, step: str) -> None:
    """Store the step that was reached, if the disk allows it."""
    with suppress(OSError, DiptychError):
        save_bytes(root / PROGRESS, _progress(step))


def _progress(step: str) -> bytes:
    return (json.dumps({"step": step}) + "\n").encode()

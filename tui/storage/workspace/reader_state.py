"""Remember how a workspace was read last, if the disk allows it."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.errors import DiptychError
from tui.model import Workspace
from tui.storage.files.user_dirs import user_folder, workspace_key

SIZE_LIMIT = 1024 * 1024
"""In bytes, far above a few choices and the places in a thousand articles."""


@dataclass(frozen=True, slots=True)
class ReaderState:
    """What the reader was left with: an empty field was not stored."""

    view: str = ""
    """The name of the view."""


def read_reader_state(workspace: Workspace) -> ReaderState:
    """Return how a workspace was read last, without what makes no sense."""
    view = _stored(workspace).get("view")
    return ReaderState(view if isinstance(view, str) else "")


def update_reader_state(workspace: Workspace, **values: object) -> bool:
    """Store fields beside the others, and return whether that was possible.

    `values` are what JSON can hold. Fields of other versions of the program stay as they are.
    """
    from tui.storage.files.atomic import save_bytes  # noqa: PLC0415 - not needed to open

    state = {**_stored(workspace), **values, "workspace": str(workspace.root)}
    content = json.dumps(state, indent=1).encode("ascii")
    try:
        path = _path(workspace)
        path.parent.mkdir(parents=True, exist_ok=True)
        save_bytes(path, content)
    except (OSError, DiptychError):
        return False
    return True


def is_first_start() -> bool:
    """Return whether this user's reader has stored nothing for any workspace."""
    return not _folder().exists()


def _stored(workspace: Workspace) -> dict[str, object]:
    stored: object = None
    with suppress(OSError, ValueError, RecursionError):
        path = _path(workspace)
        if path.stat().st_size <= SIZE_LIMIT:
            stored = json.loads(path.read_bytes())
    # Two workspaces can share a key.
    is_own = isinstance(stored, dict) and stored.get("workspace") == str(workspace.root)
    return stored if is_own and isinstance(stored, dict) else {}


def _path(workspace: Workspace) -> Path:
    return _folder() / f"{workspace_key(workspace)}.json"


def _folder() -> Path:
    return user_folder("state") / "reader"

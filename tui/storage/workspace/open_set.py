"""Remember which articles were open last, if the disk allows it."""

import json
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from tui.errors import DiptychError
from tui.model import Workspace
from tui.model.names import compose_name
from tui.storage.files.atomic import save_bytes
from tui.storage.files.filenames import is_safe_id
from tui.storage.files.user_dirs import user_folder, workspace_key
from tui.storage.workspace.article_files import article_path

SIZE_LIMIT = 64 * 1024
"""In bytes, far above a list of a few ids."""


def last_open(workspace: Workspace) -> tuple[str, ...]:
    """Return the ids of the articles that were open last and still exist."""
    stored: object = None
    with suppress(OSError, ValueError, RecursionError):
        path = _path(workspace)
        if path.stat().st_size <= SIZE_LIMIT:
            stored = json.loads(path.read_bytes())
    if not isinstance(stored, dict) or stored.get("workspace") != str(workspace.root):
        return ()
    ids = stored.get("articles")
    return tuple(map(compose_name, filter(partial(_exists, workspace), ids))) if isinstance(ids, list) else ()


def _exists(workspace: Workspace, article_id: object) -> bool:
    return isinstance(article_id, str) and is_safe_id(article_id) and article_path(workspace, article_id) is not None


def remember_open(workspace: Workspace, article_ids: Sequence[str]) -> bool:
    """Store which articles are open, and return whether that was possible."""
    content = json.dumps({"workspace": str(workspace.root), "articles": list(article_ids)}, indent=1).encode()
    try:
        path = _path(workspace)
        path.parent.mkdir(parents=True, exist_ok=True)
        save_bytes(path, content)
    except (OSError, DiptychError):
        return False
    return True


def _path(workspace: Workspace) -> Path:
    return user_folder("state") / "open" / f"{workspace_key(workspace)}.json"

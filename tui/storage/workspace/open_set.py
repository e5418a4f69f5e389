"""Which articles were open last in a workspace: a convenience, so whatever goes wrong here is passed over."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tui.errors import DiptychError
from tui.model import Workspace
from tui.storage.files.filenames import is_safe_id
from tui.storage.files.user_dirs import state_folder, workspace_key
from tui.storage.workspace.article_files import article_path

SIZE_LIMIT = 64 * 1024
"""In bytes; a list of a few names never comes near it."""


def last_open(workspace: Workspace) -> tuple[str, ...]:
    """Return the ids of the articles that were open last and still exist, in their order."""
    kept: object = None
    with suppress(OSError, ValueError, RecursionError):
        path = _path(workspace)
        if path.stat().st_size <= SIZE_LIMIT:
            import json  # most workspaces are opened for the first time, or with articles named

            kept = json.loads(path.read_bytes())
    if not isinstance(kept, dict) or kept.get("workspace") != str(workspace.root):
        return ()
    ids = kept.get("articles")
    return tuple(each for each in ids if _is_there(workspace, each)) if isinstance(ids, list) else ()


def _is_there(workspace: Workspace, article_id: object) -> bool:
    return isinstance(article_id, str) and is_safe_id(article_id) and article_path(workspace, article_id) is not None


def remember_open(workspace: Workspace, article_ids: Sequence[str]) -> bool:
    """Keep which articles are open; return whether that was possible."""
    import json

    from tui.storage.files.atomic import save_bytes  # reading starts without what only saving needs

    content = json.dumps({"workspace": str(workspace.root), "articles": list(article_ids)}, indent=1).encode()
    try:
        path = _path(workspace)
        path.parent.mkdir(parents=True, exist_ok=True)
        save_bytes(path, content)
    except (OSError, DiptychError):
        return False
    return True


def _path(workspace: Workspace) -> Path:
    return state_folder() / "open" / f"{workspace_key(workspace)}.json"

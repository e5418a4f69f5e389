"""Store the suggestions that the user refused, outside the workspace."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tui.errors import SaveError
from tui.model import TextSelector, Workspace
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.user_dirs import user_folder, workspace_key

_TEXTS = ("article", "cue", "rule", "quote", "prefix", "suffix")
_BROKEN = ".broken"


class RefusedSuggestion(NamedTuple):
    """A suggestion that shall not come back: its place, cue and rule."""

    article: str
    """The article's id."""
    cue: str
    rule: str
    target: TextSelector
    """What it would have quoted, in one piece, so that it is found in an edited text too."""


def read_refused(workspace: Workspace) -> tuple[RefusedSuggestion, ...]:
    """Return what was refused, without entries that make no sense."""
    try:
        content = OS_CALLS.read(_path(workspace))
    except (OSError, SaveError):
        return ()
    entries = _entries(content, workspace) or []
    return tuple(refused for entry in entries if (refused := _refused(entry)))


def add_refused(workspace: Workspace, refused: Iterable[RefusedSuggestion], *, os_calls: OsCalls = OS_CALLS) -> None:
    """Store refused suggestions beside the others, or raise SaveError."""
    added = [_entry(each) for each in refused]
    _change(workspace, lambda entries: [*entries, *(entry for entry in added if entry not in entries)], os_calls)


def remove_refused(workspace: Workspace, refused: Iterable[RefusedSuggestion], *, os_calls: OsCalls = OS_CALLS) -> None:
    """Forget that suggestions were refused, or raise SaveError."""
    removed = [_entry(each) for each in refused]
    _change(workspace, lambda entries: [entry for entry in entries if entry not in removed], os_calls)


def _change(workspace: Workspace, changed: Callable[[list[object]], list[object]], os_calls: OsCalls) -> None:
    """Save what a change makes of the stored entries, the unknown ones too."""
    from tui.storage.files.atomic import fingerprint, read_if_exists, save_bytes  # noqa: PLC0415 - most runs only read
    from tui.storage.files.folders import ensure_folder  # noqa: PLC0415 - most runs only read
    from tui.storage.files.lock import folder_lock  # noqa: PLC0415 - most runs only read

    path = _path(workspace)
    ensure_folder(path.parent, os_calls=os_calls)
    with folder_lock(path.parent, os_calls):
        content = read_if_exists(path, os_calls)
        entries = _entries(content, workspace)
        if entries is None:
            # It may be what another version of the program stored, so it is kept under another name.
            save_bytes(path.with_name(path.name + _BROKEN), content or b"", os_calls=os_calls)
        state = {"workspace": str(workspace.root), "refused": changed(entries or [])}
        new = json.dumps(state, indent=1).encode("ascii")
        save_bytes(path, new, expected=fingerprint(content), os_calls=os_calls)


def _entries(content: bytes | None, workspace: Workspace) -> list[object] | None:
    """Return a file's entries, or None if it is not one of this workspace."""
    if content is None:
        return []
    try:
        stored = json.loads(content)
    except (ValueError, RecursionError):
        return None
    # Two workspaces can share a key.
    if not isinstance(stored, dict) or stored.get("workspace") != str(workspace.root):
        return None
    entries = stored.get("refused")
    return entries if isinstance(entries, list) else None


def _entry(refused: RefusedSuggestion) -> dict[str, object]:
    target = refused.target
    texts = (refused.article, refused.cue, refused.rule, target.quote, target.prefix, target.suffix)
    return {**dict(zip(_TEXTS, texts, strict=True)), "start": target.start, "end": target.end}


def _refused(entry: object) -> RefusedSuggestion | None:
    if not isinstance(entry, dict):
        return None
    texts = [entry.get(name) for name in _TEXTS]
    hints = [entry.get("start"), entry.get("end")]
    if not all(isinstance(text, str) for text in texts) or not texts[3]:
        return None
    start, end = hints if all(map(_is_offset, hints)) else (None, None)
    article, cue, rule, quote, prefix, suffix = map(str, texts)
    return RefusedSuggestion(article, cue, rule, TextSelector(quote, prefix, suffix, start, end))


def _is_offset(value: object) -> bool:
    return type(value) is int and value >= 0


def _path(workspace: Workspace) -> Path:
    # Articles that are named one by one are read, and refused in, the same file.
    return user_folder("state") / "refused" / f"{workspace_key(replace(workspace, files=()))}.json"

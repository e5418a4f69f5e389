"""What is being typed, kept outside the workspace until it is saved, so that a crash loses seconds at most."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from tui.model import Annotation, TextSelector, Workspace
from tui.storage.files.atomic import save_bytes
from tui.storage.files.folders import ensure_folder
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.user_dirs import folder_key, state_folder

_BROKEN = ".broken"
_SAFE_ID = re.compile(r"[A-Za-z0-9-]{1,64}")


@dataclass(frozen=True, slots=True)
class Draft:
    """An annotation that is being written."""

    id: str
    """Letters, digits and hyphens, at most 64."""
    annotation: Annotation
    """The fields so far; its id is that of the record that is edited, or empty for a new one."""
    when: str
    """RFC 3339, UTC."""


def write_draft(workspace: Workspace, draft: Draft, *, os_calls: OsCalls = OS_CALLS) -> None:
    """Bring a draft to the disk, in the place of its earlier state; raises SaveError where that fails."""
    folder = _folder(workspace)
    ensure_folder(folder, os_calls=os_calls)
    content = json.dumps(asdict(draft), indent=1).encode("ascii")
    save_bytes(_path(folder, draft.id), content, os_calls=os_calls)


def read_drafts(workspace: Workspace) -> tuple[Draft, ...]:
    """Return the drafts of a workspace, oldest first; one that cannot be read is renamed and passed over."""
    drafts: list[Draft] = []
    for path in sorted(_folder(workspace).glob("*.json")):
        try:
            drafts.append(_draft(json.loads(path.read_bytes())))
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            with suppress(OSError):
                path.rename(path.with_name(path.name + _BROKEN))
    return tuple(sorted(drafts, key=lambda draft: draft.when))


def discard_draft(workspace: Workspace, draft_id: str) -> None:
    """Remove a draft that was saved or is not wanted; one that is gone already is fine."""
    with suppress(OSError):
        _path(_folder(workspace), draft_id).unlink()


def _folder(workspace: Workspace) -> Path:
    root = workspace.root.resolve()
    return state_folder() / "drafts" / folder_key(root.name, [root])


def _path(folder: Path, draft_id: str) -> Path:
    if not _SAFE_ID.fullmatch(draft_id):
        raise ValueError(f"not a draft's id: {draft_id!r}")
    return folder / f"{draft_id}.json"


def _draft(values: Mapping[str, object]) -> Draft:
    return Draft(_text(values["id"]), _annotation(_mapping(values["annotation"])), _text(values["when"]))


def _annotation(values: Mapping[str, object]) -> Annotation:
    target = values["target"]
    selector = TextSelector(**_mapping(target)) if target else None  # type: ignore[arg-type]
    several = {name: tuple(map(_text, _list(values[name]))) for name in ("speaker", "tags", "was")}
    extra = tuple((_text(name), _frozen(value)) for name, value in map(_list, _list(values["extra"])))
    single = {name: _text(value) for name, value in values.items() if isinstance(value, str)}
    return Annotation(**single, **several, target=selector, extra=extra)  # type: ignore[arg-type]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("a list is expected")
    return value


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("a mapping is expected")
    return value


def _frozen(value: object) -> object:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value

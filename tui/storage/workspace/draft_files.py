"""Store drafts outside the workspace, so that a crash loses little."""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from tui.errors import SaveError
from tui.model import Annotation, TextPiece, TextSelector, Workspace
from tui.storage.files.atomic import save_bytes
from tui.storage.files.folders import ensure_folder
from tui.storage.files.os_calls import OS_CALLS, OsCalls
from tui.storage.files.real_path import real_path
from tui.storage.files.user_dirs import user_folder
from tui.storage.records.schema import LISTS, frozen_value

_Type = TypeVar("_Type")
_BROKEN = ".broken"
_SAFE_ID = re.compile(r"[A-Za-z0-9-]{1,64}")


@dataclass(frozen=True, slots=True)
class Draft:
    """An annotation that is being typed."""

    id: str
    """Letters, digits and hyphens, at most 64."""
    annotation: Annotation
    """What was typed so far, with an id only if a record is edited."""
    when: str
    """The time of the last save: RFC 3339, UTC."""


def write_draft(workspace: Workspace, draft: Draft, *, os_calls: OsCalls = OS_CALLS) -> None:
    """Write a draft durably over its earlier state, or raise SaveError."""
    folder = draft_folder(workspace)
    content = json.dumps(asdict(draft), indent=1).encode("ascii")
    try:
        ensure_folder(folder, os_calls=os_calls)
        save_bytes(_path(folder, draft.id), content, os_calls=os_calls)
    except SaveError as error:
        reason = error.message.partition(";")[0]
        advice = "save soon, for only the screen has your words; XDG_STATE_HOME may name another folder"
        raise SaveError(f"{reason}; {advice}", error.file) from error


def read_drafts(workspace: Workspace) -> tuple[Draft, ...]:
    """Return a workspace's drafts, oldest first, and rename broken ones."""
    drafts: list[Draft] = []
    for path in sorted(draft_folder(workspace).glob("*.json")):
        try:
            content = path.read_bytes()
        except OSError:
            continue  # the disk may return it at the next start
        try:
            drafts.append(_draft(json.loads(content)))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            with suppress(OSError):
                path.rename(path.with_name(path.name + _BROKEN))
    return tuple(sorted(drafts, key=lambda draft: draft.when))


def discard_draft(workspace: Workspace, draft_id: str) -> None:
    """Delete a draft if it exists."""
    with suppress(OSError):
        _path(draft_folder(workspace), draft_id).unlink()


def draft_folder(workspace: Workspace) -> Path:
    """Return the folder of a workspace's drafts."""
    root = str(real_path(workspace.root)).encode("utf-8", "surrogateescape")
    return user_folder("state") / "drafts" / sha256(root).hexdigest()[:16]


def _path(folder: Path, draft_id: str) -> Path:
    if not _SAFE_ID.fullmatch(draft_id):
        raise ValueError(f"not a draft's id: {draft_id!r}")
    return folder / f"{draft_id}.json"


def _draft(values: Mapping[str, Any]) -> Draft:
    return Draft(
        _typed(values["id"], str), _annotation(_typed(values["annotation"], dict)), _typed(values["when"], str)
    )


def _annotation(values: Mapping[str, Any]) -> Annotation:
    target = values["target"]
    selector = _selector(**_typed(target, dict)) if target else None
    names = LISTS - {"quote"}
    lists = {name: tuple(_typed(text, str) for text in _typed(values.get(name, []), list)) for name in names}
    extra = tuple((_typed(name, str), frozen_value(value)) for name, value in _typed(values["extra"], list))
    texts = {name: value for name, value in values.items() if isinstance(value, str)}
    return Annotation(**texts, **lists, target=selector, extra=extra)  # type: ignore[arg-type]


def _selector(*, pieces: Iterable[Iterable[Any]] = (), **values: Any) -> TextSelector:
    return TextSelector(**values, pieces=tuple(TextPiece(*piece) for piece in pieces))


def _typed(value: object, expected: type[_Type]) -> _Type:
    if not isinstance(value, expected):
        raise TypeError(f"not a {expected.__name__}: {value!r}")
    return value

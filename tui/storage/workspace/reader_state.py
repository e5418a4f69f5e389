"""Remember how a workspace was read last, if the disk allows it."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import NamedTuple

from tui.errors import DiptychError
from tui.model import Workspace
from tui.model.names import compose_name
from tui.storage.files.filenames import is_safe_id
from tui.storage.files.user_dirs import user_folder, workspace_key
from tui.storage.workspace.article_files import article_path

SIZE_LIMIT = 1024 * 1024
"""In bytes, far above a few choices and the places in a thousand articles."""
MAX_PLACES = 500
"""Articles whose places are kept: those that were open last."""
_WRITING = Lock()


class Place(NamedTuple):
    """Where the user was in an article."""

    cursor: int
    """In code points."""
    rows_above: int
    """The rows in view above the cursor."""
    words: str
    """The text at the cursor, by which its place is found if the text has changed."""


class ReaderState(NamedTuple):
    """What the reader was left with: an empty field was not stored."""

    view: str = ""
    """The name of the view."""
    articles: tuple[str, ...] = ()
    """The ids of the open articles that still exist, in the order of the panes."""
    active: str = ""
    """The id of the article that had the cursor."""
    places: Mapping[str, tuple[Place, ...]] = MappingProxyType({})
    """By article id, one for each of its panes; the article that was open last comes last."""
    read: frozenset[str] = frozenset()
    """The ids of the articles that the user marked as read."""


def read_reader_state(workspace: Workspace) -> ReaderState:
    """Return how a workspace was read last, without what makes no sense."""
    stored = _stored(workspace)
    return ReaderState(
        _text(stored.get("view")),
        tuple(article for article in _texts(stored.get("articles")) if _exists(workspace, article)),
        _text(stored.get("active")),
        _places(stored.get("places")),
        frozenset(_texts(stored.get("read"))),
    )


def remember_articles(workspace: Workspace, articles: Sequence[str]) -> bool:
    """Store which articles are open, and return whether that was possible.

    Those that were named one by one are not stored: the next start without names opens what was open before.
    """
    return bool(workspace.files) or update_reader_state(workspace, articles=list(articles))


def remember_places(workspace: Workspace, active: str, places: Mapping[str, Sequence[Place]]) -> bool:
    """Store where the user is, and return whether that was possible."""
    newest = dict(list(places.items())[-MAX_PLACES:])
    return update_reader_state(workspace, active=active, places=newest)


def update_reader_state(workspace: Workspace, **values: object) -> bool:
    """Store fields beside the others, and return whether that was possible.

    `values` are what JSON can hold. Fields of other versions of the program stay as they are.
    """
    import json  # noqa: PLC0415 - not needed to open

    from tui.storage.files.atomic import save_bytes  # noqa: PLC0415 - not needed to open

    with _WRITING:
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
            import json  # noqa: PLC0415 - not needed until something is stored

            stored = json.loads(path.read_bytes())
    # Two workspaces can share a key.
    is_own = isinstance(stored, dict) and stored.get("workspace") == str(workspace.root)
    return stored if is_own and isinstance(stored, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(compose_name(item) for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _exists(workspace: Workspace, article: str) -> bool:
    return is_safe_id(article) and article_path(workspace, article) is not None


def _places(value: object) -> Mapping[str, tuple[Place, ...]]:
    entries = value.items() if isinstance(value, dict) else ()
    return {compose_name(article): _of_panes(places) for article, places in entries if isinstance(places, list)}


def _of_panes(places: list[object]) -> tuple[Place, ...]:
    return tuple(Place(*place) for place in places if isinstance(place, list) and _is_place(place))


def _is_place(place: list[object]) -> bool:
    types = (int, int, str)
    return len(place) == len(types) and all(type(part) is expected for part, expected in zip(place, types, strict=True))


def _path(workspace: Workspace) -> Path:
    # Articles that are named one by one are read, and left, at the same places.
    return _folder() / f"{workspace_key(replace(workspace, files=()))}.json"


def _folder() -> Path:
    return user_folder("state") / "reader"

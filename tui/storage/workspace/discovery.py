"""Find the workspace around a path."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tui.errors import WorkspaceError
from tui.model import Workspace
from tui.storage.files.existing_name import existing_path
from tui.storage.files.filenames import article_id_of, is_article_name
from tui.storage.files.real_path import is_missing, real_path
from tui.storage.workspace.article_files import article_names

ARTICLE_FOLDERS = ("seeds", "articles")


def find_workspace(start: Path) -> Workspace | None:
    """Return the workspace that contains `start`, or None."""
    path = _absolute(start)
    workspaces = (_workspace_at(folder) for folder in (path, *path.parents))
    return next((workspace for workspace in workspaces if workspace), None)


def open_workspace(path: Path) -> Workspace:
    """Return the workspace at `path`, or raise WorkspaceError."""
    if not path.exists():
        raise WorkspaceError("no such folder; check the name", path)
    if not path.is_dir():
        raise WorkspaceError("is not a folder; name the folder that holds seeds/ or articles/", path)
    workspace = _workspace_at(_absolute(path)) or _workspace_of_article_folder(path)
    if workspace is None:
        raise WorkspaceError("has no articles; create articles/ in it and put .txt files there", path)
    return workspace


def _absolute(path: Path) -> Path:
    """Return an absolute path, with its symlinks unless it holds a `..`."""
    return real_path(path) if ".." in path.parts else path.absolute()


def _workspace_at(folder: Path) -> Workspace | None:
    present = [name for name in ARTICLE_FOLDERS if os.path.isdir(folder / name)]  # noqa: PTH112 — Path.is_dir raises
    if not present:
        return None
    filled = next((name for name in present if article_names(folder / name)), present[0])
    return Workspace(folder, folder / filled)


def _workspace_of_article_folder(path: Path) -> Workspace | None:
    folder = _absolute(path)
    if folder.name not in ARTICLE_FOLDERS:
        return None
    return Workspace(folder.parent, folder)


def workspace_of_files(paths: Iterable[Path]) -> Workspace:
    """Return a workspace of these articles in order, or raise WorkspaceError.

    An article has the annotations of its own workspace, and a loose file those beside it. If a loose file has none, the
    folder of the first loose file is the workspace and gets the new ones. Otherwise it is that of the first file.
    """
    files = tuple(_absolute(path) for path in paths)
    if not files:
        raise WorkspaceError("no article is named; name a .txt or .md file")
    _check_files(files)
    owners = [_owner(file) for file in files]
    own_homes = [owner or _annotated_folder(file) for file, owner in zip(files, owners, strict=True)]
    loose = (_folder_of(file) for file, owner in zip(files, owners, strict=True) if owner is None)
    main = (own_homes[0] if all(own_homes) else None) or next(loose)
    homes = {file: home or main for file, home in zip(files, own_homes, strict=True)}
    others = dict.fromkeys(home for home in homes.values() if home != main)
    named = (replace(other, files=tuple(file for file in files if homes[file] == other)) for other in others)
    return replace(main, files=files, others=tuple(named))


def _owner(file: Path) -> Workspace | None:
    """Return the workspace that has an article in its articles' folder."""
    workspace = _workspace_at(file.parent.parent)
    return workspace if workspace and workspace.articles == file.parent else None


def _folder_of(file: Path) -> Workspace:
    return Workspace(file.parent, file.parent)


def _annotated_folder(file: Path) -> Workspace | None:
    """Return the folder of a loose file if annotations of it are there."""
    folder, article_id = _folder_of(file), article_id_of(file.name)
    paths = existing_path(folder.list_file(article_id)), existing_path(folder.records(article_id))
    return None if all(map(is_missing, paths)) else folder


def _check_files(files: tuple[Path, ...]) -> None:
    seen: dict[str, Path] = {}
    for file in files:
        if not file.is_file():
            raise WorkspaceError("no such article; name a .txt or .md file", file)
        if not is_article_name(file.name):
            raise WorkspaceError("is not an article; name a .txt or .md file", file)
        first = seen.setdefault(article_id_of(file.name), file)
        if first != file:
            raise WorkspaceError(f"has the same name as {first}; rename one of the two", file)

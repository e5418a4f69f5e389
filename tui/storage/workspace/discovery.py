"""Find the workspace around a path."""

import os
from collections.abc import Iterable
from pathlib import Path

from tui.errors import WorkspaceError
from tui.model import Workspace
from tui.storage.files.filenames import article_id_of, is_article_name
from tui.storage.workspace.article_files import article_names

ARTICLE_FOLDERS = ("seeds", "articles")


def find_workspace(start: Path) -> Workspace | None:
    """Return the workspace that `start` lies in, looking upwards, or None."""
    here = _whole(start)
    return next((found for folder in (here, *here.parents) if (found := _workspace_at(folder))), None)


def open_workspace(path: Path) -> Workspace:
    """Return the workspace at `path`; raises WorkspaceError where the folder cannot be one."""
    if not path.exists():
        raise WorkspaceError("no such folder; check the name", path)
    if not path.is_dir():
        raise WorkspaceError("is not a folder; name the folder that holds seeds/ or articles/", path)
    found = _workspace_at(_whole(path)) or _workspace_of_article_folder(path)
    if found is None:
        raise WorkspaceError("has no articles; create articles/ in it and put .txt files there", path)
    return found


def _whole(path: Path) -> Path:
    """Return the path from the root; the links in it stay, unless a .. could lead over one of them."""
    return path.resolve() if ".." in path.parts else path.absolute()


def _workspace_at(folder: Path) -> Workspace | None:
    present = [name for name in ARTICLE_FOLDERS if os.path.isdir(folder / name)]  # noqa: PTH112 — Path.is_dir raises
    if not present:
        return None
    filled = next((name for name in present if article_names(folder / name)), present[0])
    return Workspace(folder, folder / filled)


def _workspace_of_article_folder(path: Path) -> Workspace | None:
    folder = _whole(path)
    if folder.name not in ARTICLE_FOLDERS:
        return None
    return Workspace(folder.parent, folder)


def workspace_of_files(paths: Iterable[Path]) -> Workspace:
    """Return a workspace of these articles only, in this order; raises WorkspaceError where one cannot be opened.

    Files of one workspace keep its annotations; those of loose files lie beside the first of them.
    """
    files = tuple(_whole(path) for path in paths)
    if not files:
        raise WorkspaceError("no article is named; name a .txt or .md file")
    _check_files(files)
    home = _workspace_at(files[0].parent.parent)
    if home and all(file.parent == home.articles for file in files):
        return Workspace(home.root, home.articles, files)
    return Workspace(files[0].parent, files[0].parent, files)


def _check_files(files: tuple[Path, ...]) -> None:
    seen: dict[str, Path] = {}
    for file in files:
        if not file.is_file():
            raise WorkspaceError("no such article; name a .txt or .md file", file)
        if not is_article_name(file.name):
            raise WorkspaceError("is not an article; name a .txt or .md file", file)
        other = seen.setdefault(article_id_of(file.name), file)
        if other != file:
            raise WorkspaceError(f"has the same name as {other}; rename one of the two", file)

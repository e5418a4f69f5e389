"""Create the folders and files of a new workspace."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.errors import OverwriteError, WorkspaceError
from tui.model import Workspace
from tui.storage.files.atomic import write_new
from tui.storage.files.folders import ensure_folder
from tui.storage.files.git_repository import create_repository, is_in_repository, require_git
from tui.storage.git.merge_setup import ATTRIBUTES, add_attributes, set_merge_driver
from tui.storage.workspace.discovery import ARTICLE_FOLDERS
from tui.storage.workspace.new_workspace_files import CODEBOOK, GIT_IGNORE, README


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """A workspace, with what was created for it and what was there."""

    workspace: Workspace
    created: tuple[Path, ...]
    kept: tuple[Path, ...]
    changed: tuple[Path, ...] = ()
    """What was there, and something was added to it."""


def create_workspace(root: Path, *, git: bool = False) -> NewWorkspace:
    """Create what a folder lacks to be a workspace, and keep what is there.

    With `git`, make it a git repository, unless it is in one, and let git merge annotations by field. Raise
    WorkspaceError if something is in the way.
    """
    root = root.absolute()
    workspace = Workspace(root, _articles(root))
    folders = (root, workspace.articles, workspace.annotations)
    _check_folders(folders)
    if git:
        require_git()
    missing = {path for path in _paths(workspace, git=git) if not os.path.lexists(path)}
    for folder in folders:
        ensure_folder(folder)
    with_repository = git and not is_in_repository(root)
    written = {path for path, text in _files(workspace, git=git) if path in missing and _write(path, text)}
    if with_repository:
        create_repository(root)
    attributes = root / ".gitattributes"
    changed = (attributes,) if git and add_attributes(attributes) and attributes not in missing else ()
    if git:
        set_merge_driver(root)
    created = missing & {*folders, *written}
    listed = _paths(workspace, git=git)
    return NewWorkspace(
        workspace,
        (*(path for path in listed if path in created), *((root / ".git",) if with_repository else ())),
        tuple(path for path in listed if path not in created and path not in changed),
        changed,
    )


def _articles(root: Path) -> Path:
    """Return the folder of articles that is there, else the usual one."""
    present = (root / name for name in ARTICLE_FOLDERS if (root / name).is_dir())
    return next(present, root / ARTICLE_FOLDERS[-1])


def _check_folders(folders: tuple[Path, ...]) -> None:
    for folder in folders:
        if os.path.lexists(folder) and not folder.is_dir():
            raise WorkspaceError("is not a folder; rename it, or name another folder for the workspace", folder)


def _paths(workspace: Workspace, *, git: bool) -> tuple[Path, ...]:
    """Return what a workspace is made of, without its own folder."""
    return (workspace.articles, workspace.annotations, *(path for path, _ in _files(workspace, git=git)))


def _files(workspace: Workspace, *, git: bool) -> Iterator[tuple[Path, str]]:
    yield workspace.codebook, CODEBOOK
    yield workspace.root / "README.md", README
    if git:
        yield workspace.root / ".gitignore", GIT_IGNORE
        yield workspace.root / ".gitattributes", ATTRIBUTES


def _write(path: Path, text: str) -> bool:
    """Write a file, and return whether no other program was faster."""
    with suppress(OverwriteError):
        write_new(path, text.encode())
        return True
    return False

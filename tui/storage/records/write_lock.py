"""Hold the workspace's lock, and check where annotation files lead."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.errors import SaveError
from tui.model import Workspace
from tui.storage.files.folders import ensure_folder
from tui.storage.files.lock import folder_lock
from tui.storage.files.os_calls import OsCalls
from tui.storage.files.read_only import refuse_if_read_only

_ARTICLE_FOLDERS = ("seeds", "articles")


@contextmanager
def writing(workspace: Workspace, path: Path, os_calls: OsCalls) -> Iterator[None]:
    """Hold the workspace's lock while an annotation file is written."""
    refuse_if_read_only(path)
    check_path(workspace, path)
    ensure_folder(workspace.annotations, os_calls=os_calls)
    with folder_lock(workspace.annotations, os_calls):
        yield


def check_path(workspace: Workspace, path: Path) -> None:
    """Raise SaveError for a path outside the annotations, or in the articles."""
    if not path.is_relative_to(workspace.annotations) or ".." in path.parts:
        raise SaveError("is not in the workspace's annotations; nothing was written", path)
    target = Path(os.path.realpath(path))
    articles = Path(os.path.realpath(workspace.articles))
    if target.parent == articles or (articles.name in _ARTICLE_FOLDERS and target.is_relative_to(articles)):
        raise SaveError("leads into the articles' folder, where nothing is ever saved", path)
    # A symlink may lead to an existing file, such as a shared list, but must not create a file elsewhere.
    exists = os.path.exists(target)  # noqa: PTH110 — Path.exists raises if a name is too long
    if not exists and not target.is_relative_to(os.path.realpath(workspace.annotations)):
        raise SaveError("leads out of the workspace's annotations; make a folder of it", path)

"""Find annotation files without an article."""

import os
from contextlib import suppress
from pathlib import Path

from tui.model import Problem, Severity, Workspace
from tui.model.names import compose_name
from tui.storage.files.existing_name import existing_path
from tui.storage.files.filenames import RESERVED
from tui.storage.files.real_path import is_folder
from tui.storage.files.source import SUFFIX
from tui.storage.workspace.article_files import article_ids, duplicate_ids


def orphaned_files(workspace: Workspace) -> list[Problem]:
    """Return annotation files without an article, and ids used twice."""
    if workspace.files:
        return []
    problems = [
        Problem(workspace.articles / second, 0, 0, f"has the same name as {first}; rename one of the two")
        for first, second in duplicate_ids(workspace)
    ]
    owned = {*article_ids(workspace), RESERVED}
    with suppress(OSError), os.scandir(workspace.annotations) as entries:
        visible = sorted((entry for entry in entries if entry.name[0] != "."), key=lambda entry: entry.name)
        problems += [problem for entry in visible if (problem := _problem(entry, workspace, owned))]
    return problems


def _problem(entry: "os.DirEntry[str]", workspace: Workspace, owned: set[str]) -> Problem | None:
    path = workspace.annotations / entry.name
    if entry.name.endswith(".yml"):
        return Problem(path, 0, 0, f"is not read; rename it to {path.stem}{SUFFIX}", Severity.WARNING)
    if is_folder(path):
        article, has_records = compose_name(entry.name), _has_records(path)
    else:
        article, has_records = compose_name(path.stem), entry.name.endswith(SUFFIX)
    if article in owned or not has_records:
        return _twin(path)
    folder = workspace.articles.name
    return Problem(path, 0, 0, f"belongs to no article; put {article}.txt into {folder}/ or remove it")


def _twin(path: Path) -> Problem | None:
    """Return the problem of a file that another one hides, or None."""
    read = existing_path(path.with_name(compose_name(path.name)))
    if read == path:
        return None
    return Problem(path, 0, 0, "is not read: another one has its name in the Unicode form NFC; merge the two")


def _has_records(folder: Path) -> bool:
    with suppress(OSError):
        return any(name.endswith(SUFFIX) for name in os.listdir(folder))  # noqa: PTH208 - the names are enough
    return False

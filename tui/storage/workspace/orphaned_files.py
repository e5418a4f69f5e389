"""Annotation files that no article owns."""

import os
from contextlib import suppress

from tui.model import Problem, Severity, Workspace
from tui.storage.files.filenames import RESERVED
from tui.storage.files.source import SUFFIX
from tui.storage.workspace.article_files import article_ids, duplicate_ids


def orphaned_files(workspace: Workspace) -> list[Problem]:
    """Return a problem for each annotation file that no article owns, and for articles with one name."""
    if workspace.files:
        return []
    problems = [
        Problem(workspace.articles / second, 0, 0, f"has the same name as {first}; rename one of the two")
        for first, second in duplicate_ids(workspace)
    ]
    owned = {*article_ids(workspace), RESERVED}
    with suppress(OSError), os.scandir(workspace.annotations) as entries:
        strays = sorted((entry for entry in entries if entry.name[0] != "."), key=lambda entry: entry.name)
        problems += [problem for entry in strays if (problem := _stray(entry, workspace, owned))]
    return problems


def _stray(entry: "os.DirEntry[str]", workspace: Workspace, owned: set[str]) -> Problem | None:
    path = workspace.annotations / entry.name
    if entry.name.endswith(".yml"):
        wrong = f"is not read; rename it to {path.stem}{SUFFIX}"
        return Problem(path, 0, 0, wrong, Severity.WARNING)
    if entry.is_dir():
        stray = entry.name not in owned and any(name.endswith(SUFFIX) for name in os.listdir(path))  # noqa: PTH208
    else:
        stray = entry.name.endswith(SUFFIX) and path.stem not in owned
    if not stray:
        return None
    article = entry.name if entry.is_dir() else path.stem
    missing = workspace.articles / f"{article}.txt"
    return Problem(path, 0, 0, f"belongs to no article; put {missing.name} into {missing.parent.name}/ or remove it")

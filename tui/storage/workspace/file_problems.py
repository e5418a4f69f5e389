"""Find the files of a workspace that no command reads."""

from collections.abc import Iterator
from contextlib import suppress

from tui.model import Problem, Workspace
from tui.storage.files.real_path import is_missing
from tui.storage.files.unfinished_change import HOW_TO_GO_ON, is_unfinished, journal_path
from tui.storage.workspace.discovery import owning_workspace
from tui.storage.workspace.orphaned_files import orphaned_files
from tui.storage.workspace.unread_articles import unread_articles


def file_problems(workspace: Workspace) -> tuple[Problem, ...]:
    """Return what is wrong with which files there are, not what is in them."""
    if workspace.files:
        return (*_unfinished(workspace), *_annotations_elsewhere(workspace))
    return (
        *_unfinished(workspace),
        *unread_articles(workspace),
        *_misspelled_folders(workspace),
        *orphaned_files(workspace),
    )


def _unfinished(workspace: Workspace) -> Iterator[Problem]:
    if is_unfinished(workspace):
        yield Problem(journal_path(workspace), 0, 0, f"a change of several files was interrupted; {HOW_TO_GO_ON}")


def _misspelled_folders(workspace: Workspace) -> Iterator[Problem]:
    """Yield folders like `Annotations/`, if the file system tells them apart."""
    right = workspace.annotations
    advice = f"rename it to {right.name}" if is_missing(right) else f"move its files into {right.name}/"
    with suppress(OSError):
        for path in sorted(right.parent.iterdir()):
            is_other = path.name != right.name and path.name.casefold() == right.name
            if is_other and path.is_dir() and (is_missing(right) or not path.samefile(right)):
                yield Problem(path, 0, 0, f"is not read; {advice}")


def _annotations_elsewhere(workspace: Workspace) -> Iterator[Problem]:
    """Yield the named articles that another workspace has."""
    for file in workspace.files:
        owner = owning_workspace(workspace, file)
        if owner is not None:
            message = (
                f"its annotations are neither shown nor saved, because files of several folders are open; "
                f"open it with files of its own folder only, or the workspace {owner.root.name}"
            )
            yield Problem(file, 0, 0, message)

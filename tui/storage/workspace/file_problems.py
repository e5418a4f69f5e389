"""Find the files of a workspace that no command reads."""

from collections.abc import Iterator
from contextlib import suppress

from tui.model import Problem, Severity, Workspace
from tui.storage.files.filenames import article_id_of
from tui.storage.files.real_path import is_missing
from tui.storage.files.unfinished_change import how_to_go_on, is_import, is_unfinished, journal_path, unfinished_title
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
        title = unfinished_title(workspace)
        what = "an import" if is_import(title) else "a change of several files"
        yield Problem(journal_path(workspace), 0, 0, f"{what} was interrupted; {how_to_go_on(title)}")


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
    """Yield the named articles whose annotations are in another folder."""
    for file in workspace.files:
        home = workspace.home(article_id_of(file.name))
        if home is not workspace:
            message = f"its annotations are shown, but can be changed only in {home.root.name}: diptych {file}"
            yield Problem(file, 0, 0, message, Severity.WARNING)
        elif workspace.root not in file.parents:
            message = f"has no annotations beside it; new ones are saved in {workspace.annotations}"
            yield Problem(file, 0, 0, message, Severity.WARNING)

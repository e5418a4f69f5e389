"""What the shell offers as the value of an option or argument."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from tui.analysis.folding import fold
from tui.storage.workspace import known_values
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.discovery import find_workspace, open_workspace
from tui.storage.workspace.sample import existing_sample

if TYPE_CHECKING:
    from collections.abc import Callable

    import click

    from tui.model import Workspace
    from tui.storage.workspace.known_values import Named

SOURCES: dict[str, Callable[[Workspace], Named]] = {
    "article": lambda workspace: dict.fromkeys(article_ids(workspace), ""),
    "kind": known_values.kind_values,
    "proposition": known_values.proposition_values,
    "speaker": known_values.speaker_values,
    "reporter": known_values.reporter_values,
    "annotator": known_values.annotator_values,
    "tag": known_values.tag_values,
}


def matching_items(source: str, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Return the values of the workspace that go on from `incomplete`."""
    names = SOURCES[source](_workspace(ctx))
    printable = [name for name in names if name and name.isprintable()]
    return [CompletionItem(name, help=names[name] or None) for name in matching_names(printable, incomplete)]


def matching_names(names: list[str], incomplete: str) -> list[str]:
    """Return the names that begin with some letters, whatever their case.

    If none does, return the only one of which a later word begins with them: "Sergey Lavrov" for "lav".
    """
    wanted = fold(incomplete)
    matches = [name for name in names if fold(name).startswith(wanted)]
    later = [name for name in names if any(word.startswith(wanted) for word in fold(name).split())]
    return matches or (later if len(later) == 1 else [])


def article_or_file_items(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Return the files, and the ids of articles if -w names the workspace."""
    files = [CompletionItem(incomplete, type="file")]
    return [*files, *matching_items("article", ctx, incomplete)] if ctx.params.get("folder") else files


def _workspace(ctx: click.Context) -> Workspace:
    """Return the workspace of the words so far, which may not be complete."""
    # click leaves arguments unparsed if the last option has no value yet.
    unparsed = ctx.args if "path" in ctx.params else []
    named = ctx.params.get("folder") or ctx.params.get("path") or next(iter(unparsed), "")
    if named:
        return open_workspace(Path(named).expanduser())
    return find_workspace(Path.cwd()) or existing_sample()

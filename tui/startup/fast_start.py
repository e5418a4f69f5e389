"""Open the reader on paths without loading click or any command."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.error_output import SYSTEM_ERRORS, error_line, escape_unprintable
from tui.commands.table import COMMANDS, HIDDEN
from tui.errors import DiptychError
from tui.session.start import start_with
from tui.startup import collector
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.discovery import find_workspace, open_workspace, workspace_of_files
from tui.terminal.capabilities import is_interactive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model import Workspace


def open_at_once(arguments: Sequence[str]) -> int | None:
    """Open the reader on these paths, and return its exit status.

    Return None if a command must handle the arguments: options, mistakes, and folders without a workspace.
    """
    if not is_interactive() or any(
        not word or word[0] == "-" or word in COMMANDS or word in HIDDEN for word in arguments
    ):
        return None
    escape_unprintable()
    try:
        workspace = _workspace_of([Path(path) for path in arguments])
    except (DiptychError, *SYSTEM_ERRORS):
        return None
    try:
        return open_reader(workspace) if workspace else None
    except (DiptychError, *SYSTEM_ERRORS) as error:
        sys.stderr.write(f"{error_line(error)}\n")
        return 2


def _workspace_of(paths: list[Path]) -> Workspace | None:
    if not paths:
        return find_workspace(Path.cwd())
    if len(paths) == 1 and paths[0].is_dir():
        return open_workspace(paths[0])
    return workspace_of_files(paths) if all(path.is_file() for path in paths) else None


def open_reader(workspace: Workspace) -> int:
    """Open the reader on a workspace, and return its exit status."""
    collector.pause()
    with without_tls():
        from tui.reader.app import run  # noqa: PLC0415 - without TLS
    ids = article_ids(workspace) if workspace.files else ()
    return run(start_with(workspace, ids), after_first_paint=collector.resume)


@contextmanager
def without_tls() -> Iterator[None]:
    """Keep asyncio from loading TLS, which takes longer than two articles."""
    loaded = sys.modules.get("ssl")
    sys.modules["ssl"] = None  # type: ignore[assignment]  # makes its import fail
    try:
        yield
    finally:
        del sys.modules["ssl"]
        if loaded:
            sys.modules["ssl"] = loaded

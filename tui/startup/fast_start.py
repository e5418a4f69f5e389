"""Opening the reader; at once, without loading the commands, where nothing is asked for but what to read."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.error_output import SYSTEM_ERRORS, error_line, escape_unprintable
from tui.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model import Workspace

COMMANDS = ("read", "check", "compare", "notes", "note", "export")
"""The names that a first argument may have instead of a path."""
FIRST_OPENED = 6
"""How many articles of a workspace are opened at first; the reader opens others when asked."""


def is_interactive() -> bool:
    """Say whether the reader can run: a terminal at both ends, and not a dumb one."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in {"", "dumb"}


def open_at_once(arguments: Sequence[str]) -> int | None:
    """Open the reader on these paths and return the exit status; None, and nothing done, where more has to be said.

    That is anything but paths that are there: an option, a command, a mistake, or that the sample is shown instead.
    """
    if not is_interactive() or any(not each or each[0] == "-" or each in COMMANDS for each in arguments):
        return None
    escape_unprintable()
    try:
        workspace = _workspace_of([Path(each) for each in arguments])
    except (DiptychError, *SYSTEM_ERRORS):
        return None
    if workspace is None:
        return None
    try:
        return open_reader(workspace, _named(workspace))
    except (DiptychError, *SYSTEM_ERRORS) as error:
        sys.stderr.write(f"{error_line(error)}\n")
        return 2


def _workspace_of(paths: list[Path]) -> Workspace | None:
    from tui.storage.workspace.discovery import find_workspace, open_workspace, workspace_of_files

    if not paths:
        return find_workspace(Path.cwd())
    if len(paths) == 1 and paths[0].is_dir():
        return open_workspace(paths[0])
    return workspace_of_files(paths) if all(path.is_file() for path in paths) else None


def _named(workspace: Workspace) -> tuple[str, ...]:
    from tui.storage.workspace.article_files import article_ids

    return article_ids(workspace) if workspace.files else ()


def open_reader(workspace: Workspace, ids: Sequence[str], annotator: str = "", *, ascii_only: bool = False) -> int:
    """Read these articles, or those that were open last, until the user leaves; return the exit status."""
    import gc

    gc.disable()  # until the first picture is there: the collector would walk what is loaded again and again
    with without_tls():
        from tui.reader.app import run
    from tui.storage.workspace.article_files import article_ids
    from tui.storage.workspace.open_set import last_open
    from tui.storage.workspace.settings import annotator_name, read_config

    config, _ = read_config()
    if ascii_only:
        config = config._replace(ascii=True)
    articles = ids or last_open(workspace) or article_ids(workspace)[:FIRST_OPENED]
    return run(workspace, articles, config, annotator_name(config, annotator))


@contextmanager
def without_tls() -> Iterator[None]:
    """Keep asyncio from loading TLS, which takes longer than reading two articles: the reader never goes online."""
    known = sys.modules.get("ssl")
    sys.modules["ssl"] = None  # type: ignore[assignment]  # this is how an import is made to fail
    try:
        yield
    finally:
        del sys.modules["ssl"]
        if known:
            sys.modules["ssl"] = known

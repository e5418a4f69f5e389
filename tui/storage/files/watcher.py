"""Watch files for changes."""

from collections.abc import AsyncGenerator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.storage.files.file_stamp import file_stamp

if TYPE_CHECKING:
    import asyncio

    import anyio
    from watchfiles import Change

_QUIET = 100
"""Milliseconds without a change that end a burst of changes."""
_IDLE = 2000
"""Milliseconds without a change after which an empty burst is yielded."""


async def watch_changes(
    paths: Iterable[Path], stop: "asyncio.Event | anyio.Event", *, deep: bool = True
) -> AsyncGenerator[frozenset[Path], None]:
    """Yield the paths that changed, burst by burst, until `stop` is set.

    Folders are watched with their subfolders if `deep` is set. A burst is empty if nothing changed for a while. Raises
    OSError if the system cannot watch any more.
    """
    from watchfiles import awatch  # noqa: PLC0415 - slow to import, and only the reader watches

    existing = [path for path in paths if file_stamp(path)]
    if not existing:
        await stop.wait()
        return
    try:
        async for changes in awatch(
            *existing,
            watch_filter=_is_wanted,
            debounce=_QUIET * 4,
            step=_QUIET,
            stop_event=stop,
            recursive=deep,
            rust_timeout=_IDLE,
            yield_on_timeout=True,
        ):
            yield frozenset(Path(path) for _, path in changes)
    except (RuntimeError, ExceptionGroup) as error:  # such as a name that is not UTF-8
        raise OSError(_cause(error)) from error


def _cause(error: Exception) -> str:
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return str(error)


def _is_wanted(_: "Change", path: str) -> bool:
    return not Path(path).name.startswith(".")

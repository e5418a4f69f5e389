"""Watch files for changes."""

from collections.abc import AsyncGenerator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

    import anyio
    from watchfiles import Change

_QUIET = 100
"""Milliseconds without a change that end a burst of changes."""


async def watch_changes(
    paths: Iterable[Path], stop: "asyncio.Event | anyio.Event", *, deep: bool = True
) -> AsyncGenerator[frozenset[Path], None]:
    """Yield the paths that changed, burst by burst, until `stop` is set.

    Folders are watched with their subfolders if `deep` is set. Raises OSError if the system cannot watch any more.
    """
    from watchfiles import awatch  # noqa: PLC0415 - slow to import, and only the reader watches

    existing = [path for path in paths if path.exists()]
    if not existing:
        await stop.wait()
        return
    async for changes in awatch(
        *existing, watch_filter=_is_wanted, debounce=_QUIET * 4, step=_QUIET, stop_event=stop, recursive=deep
    ):
        yield frozenset(Path(path) for _, path in changes)


def _is_wanted(_: "Change", path: str) -> bool:
    return not Path(path).name.startswith(".")

"""Noticing that somebody else changed a file."""

from collections.abc import AsyncGenerator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

    import anyio
    from watchfiles import Change

_SETTLED = 100
"""Milliseconds without a change after which a burst of them is told."""


async def watch_changes(
    paths: Iterable[Path], stop: "asyncio.Event | anyio.Event", *, deep: bool = True
) -> AsyncGenerator[frozenset[Path], None]:
    """Yield the paths that changed, burst by burst, until `stop` is set.

    Folders are watched with all they hold; without `deep`, not what is in the folders inside them. Raises OSError
    where the system watches no more.
    """
    from watchfiles import awatch

    present = [path for path in paths if path.exists()]
    if not present:
        await stop.wait()
        return
    async for found in awatch(
        *present, watch_filter=_is_wanted, debounce=_SETTLED * 4, step=_SETTLED, stop_event=stop, recursive=deep
    ):
        yield frozenset(Path(path) for _, path in found)


def _is_wanted(_: "Change", path: str) -> bool:
    """Pass over hidden files: the temporary ones of a save, and those of editors and of git."""
    return not Path(path).name.startswith(".")

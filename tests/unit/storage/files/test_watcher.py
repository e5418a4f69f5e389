"""Noticing changes."""

import asyncio
from pathlib import Path

from tui.storage.files.watcher import watch_changes


async def test_changes_are_told(tmp_path: Path) -> None:
    stop = asyncio.Event()
    seen: set[Path] = set()
    (tmp_path / "a").mkdir()

    async def watch() -> None:
        async for burst in watch_changes([tmp_path, tmp_path / "missing"], stop):
            seen.update(burst)
            if tmp_path / "a" / "y.yaml" in burst:
                stop.set()

    task = asyncio.create_task(watch())
    for _ in range(100):
        (tmp_path / "a" / ".x.tmp").write_text("x")
        (tmp_path / "a" / "y.yaml").write_text("y")
        done, _ = await asyncio.wait([task], timeout=0.1)
        if done:
            break
    await asyncio.wait_for(task, 10)
    assert seen == {tmp_path / "a" / "y.yaml"}


async def test_nothing_to_watch(tmp_path: Path) -> None:
    stop = asyncio.Event()
    stop.set()
    assert [burst async for burst in watch_changes([tmp_path / "none"], stop)] == []

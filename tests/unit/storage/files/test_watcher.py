"""Noticing changes."""

import asyncio
import os
from pathlib import Path

import pytest

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


async def test_a_name_that_is_not_utf8_ends_the_watch_with_an_error(tmp_path: Path) -> None:
    bursts = watch_changes([tmp_path], asyncio.Event(), deep=False)
    assert await anext(bursts) == frozenset()  # nothing changed for a while, so the watch has begun
    (tmp_path / os.fsdecode(b"\xff.yaml")).write_text("x")
    with pytest.raises(OSError, match="decode path"):
        await anext(bursts)


async def test_a_folder_that_is_replaced_is_reported_by_its_own_name(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    bursts = watch_changes([tmp_path, folder], asyncio.Event(), deep=False)
    assert await anext(bursts) == frozenset()
    folder.rename(tmp_path / "b")
    assert folder in await anext(bursts)
    await bursts.aclose()

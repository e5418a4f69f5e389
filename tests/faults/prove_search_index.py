"""Prove that a search finds the same while its index cannot be written.

The index is SQLite's, so `strace` makes its system calls fail in the running reader, and the reader is killed while it
builds the index.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import strace
from failpoints import CODES
from faulty_reader import SHOWS, FaultyReader
from proof import Figure
from save_actions import memory

from tui.storage.fulltext.search_index import MIN_INDEXED

POINT = 1
INDEX_CALLS = ("openat", "pwrite64", "fdatasync,fsync", "ftruncate")
SOME, MATCHES = "lighthouse", "3 hits in 3 articles"
KILLS, MANY_KILLS = 1, 50
MAX_DELAY = 0.15
"""Seconds from the first letter to the latest kill."""


def prove(long: bool) -> Iterable[Figure]:
    """Yield the figures of failing calls and of kills."""
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        reader = FaultyReader(Path(folder).resolve())
        _add_articles(reader)
        reader.start()
        try:
            yield _failing(reader, long=long)
            yield _killed(reader, MANY_KILLS if long else KILLS)
        finally:
            reader.terminal.close()


def _add_articles(reader: FaultyReader) -> None:
    for number in range(MIN_INDEXED):
        word = SOME if number % (MIN_INDEXED // 3) == 0 else "harbour"
        path = reader.root / "articles" / f"z{number:04}.txt"
        path.write_text(f"Article {number}\n\nThe {word} was dark.\n", encoding="utf-8")


def _failing(reader: FaultyReader, *, long: bool) -> Figure:
    name = "the search index cannot be written"
    if reason := strace.refused():
        return Figure(name, 0, skipped=reason)
    faults: list[str] = []
    runs = hits = 0
    for number, call in enumerate(INDEX_CALLS):
        for code in CODES if long else (CODES[number],):
            runs += 1
            log = reader.roof / "strace.log"
            log.unlink(missing_ok=True)
            faults += [f"{call}: {fault}" for fault in _searched_under_fault(reader, call, code, log)]
            hits += "INJECTED" in log.read_text(encoding="utf-8")
    return Figure(name, runs, len(faults), (*faults, f"{hits} of the runs had a failing call"))


def _searched_under_fault(reader: FaultyReader, call: str, code: int, log: Path) -> list[str]:
    index = _new_index(reader)
    files = [index, *(index.with_name(f"{index.name}-{end}") for end in ("wal", "shm", "journal"))]
    process_id, wait = reader.terminal.process.pid, _waiting(reader)
    with strace.injected(process_id, call, code, files, log, wait):
        _search(reader)
    _close(reader)
    _search(reader)
    _close(reader)
    return reader.faults()


def _waiting(reader: FaultyReader) -> Callable[[Callable[[], bool]], None]:
    def wait(condition: Callable[[], bool]) -> None:
        reader.terminal.wait_for(lambda _: condition())

    return wait


def _new_index(reader: FaultyReader) -> Path:
    """Delete the index, and return its path."""
    _search(reader)
    _close(reader)
    (index,) = reader.cache.rglob("search/*.sqlite")
    for file in index.parent.iterdir():
        file.unlink()
    return index


def _search(reader: FaultyReader) -> None:
    """Search, and wait until all matches are shown."""
    reader.terminal.press("ctrl+f")
    reader.terminal.wait_for("Search every article")
    reader.terminal.press(*SOME)
    reader.terminal.wait_for(MATCHES)


def _close(reader: FaultyReader) -> None:
    reader.terminal.press("escape")
    reader.terminal.wait_for(SHOWS)


def _killed(reader: FaultyReader, kills: int) -> Figure:
    dice = random.Random(20260105)
    for _ in range(kills):
        _new_index(reader)
        reader.terminal.press("ctrl+f")
        reader.terminal.wait_for("Search every article")
        reader.terminal.press(*SOME)
        time.sleep(dice.uniform(0, MAX_DELAY))  # the random moment
        reader.terminal.close()
        reader.start()
        _search(reader)
        _close(reader)
    faults = reader.faults()
    return Figure("the reader is killed while it builds the search index", kills, len(faults), tuple(faults))

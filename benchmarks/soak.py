"""Measure whether memory, descriptors and idle CPU stay flat."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from benchmarks.corpus import workspace
from benchmarks.figures import Figure, Progress, limited
from benchmarks.opening import BIG_MARKS, BIG_SHOWS, MIB
from benchmarks.peers import diptych
from benchmarks.terminal import Terminal

KEYS, QUICK_KEYS = (1_500, 3_000, 5_000), (50, 100, 150)
"""How many keys come before each checkpoint. After about 1,500, memory has levelled off."""
RELOADS, QUICK_RELOADS = (100, 300, 500), (5, 10, 15)
IDLE_SECONDS = 10.0
MAX_GROWTH = 1.15
MAX_IDLE_PERCENT = 1.0
WORDS, ANNOTATIONS = 2_000, 50
QUIET = 0.01
"""Seconds without a byte after which the next key is pressed."""
PRESSED = (b"j", b"]", b"l", b"w", b"t", b"j", b"\x1b", b"p", b"j", b"\x1b", b"N", b"j", b"\x1b", b"B", b"[", b"k")
"""Keys as a reader presses them, with three screens over the text."""
ESCAPE_QUIET = 0.15
"""Seconds after Escape, for Textual waits whether a sequence follows."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The resources of a process at one moment."""

    after: int
    memory: int
    """Resident, in bytes."""
    descriptors: int


def soak(folder: Path, *, quick: bool) -> list[Figure]:
    """Return the figures of one reader that is used for long."""
    root = workspace(folder / "soak", WORDS, ANNOTATIONS)
    with Terminal(diptych("soak", root, BIG_SHOWS, BIG_MARKS)) as terminal:
        terminal.first_paint()
        terminal.settle(1.0)
        pressed = list(_press(terminal, QUICK_KEYS if quick else KEYS))
        reloaded = list(_reload(terminal, root, QUICK_RELOADS if quick else RELOADS))
        terminal.settle(1.0)
        percent = _idle_percent(terminal)
    return [
        *_checkpoints("keys", pressed),
        *_checkpoints("reloads", reloaded),
        limited(f"CPU in {IDLE_SECONDS:g} idle seconds", percent, "%", MAX_IDLE_PERCENT, 2),
    ]


def _press(terminal: Terminal, checkpoints: Sequence[int]) -> Iterator[Checkpoint]:
    with Progress(checkpoints[-1]) as progress:
        for number, key in enumerate(islice(cycle(PRESSED), checkpoints[-1]), 1):
            progress.step("keys")
            terminal.send(key)
            terminal.settle(ESCAPE_QUIET if key == b"\x1b" else QUIET)
            if number in checkpoints:
                yield _checkpoint(terminal, number)


def _reload(terminal: Terminal, root: Path, checkpoints: Sequence[int]) -> Iterator[Checkpoint]:
    """Change the title again and again, each time after the last is shown."""
    path = root / "articles" / "account-00000.txt"
    text = path.read_text(encoding="utf-8")
    with Progress(checkpoints[-1]) as progress:
        for number in range(1, checkpoints[-1] + 1):
            progress.step("reloads")
            path.write_text(f"Changed {number:05}\n\n{text}", encoding="utf-8")
            terminal.read_until_quiet(0.1)
            if number in checkpoints:
                yield _checkpoint(terminal, number)


def _checkpoint(terminal: Terminal, number: int) -> Checkpoint:
    terminal.arrivals.clear()
    folder = Path(f"/proc/{terminal.process_id}")
    resident = int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return Checkpoint(number, resident, len(list((folder / "fd").iterdir())))


def _checkpoints(what: str, points: Sequence[Checkpoint]) -> list[Figure]:
    first, last = points[0], points[-1]
    growth = last.memory / first.memory
    numbers = "/".join(f"{point.after:,}" for point in points)
    return [
        Figure(
            f"memory after {numbers} {what}",
            " / ".join(f"{point.memory / MIB:.1f}" for point in points) + " MiB",
            "",
            f"{growth:.2f}",
            f"≤ {MAX_GROWTH}×",
            growth <= MAX_GROWTH,
        ),
        Figure(
            f"descriptors after {numbers} {what}",
            " / ".join(str(point.descriptors) for point in points),
            target="equal",
            met=len({point.descriptors for point in points}) == 1,
        ),
    ]


def _idle_percent(terminal: Terminal) -> float:
    before = _cpu_seconds(terminal)
    until = time.monotonic() + IDLE_SECONDS
    while (left := until - time.monotonic()) > 0:
        terminal.read(left)
    return (_cpu_seconds(terminal) - before) / IDLE_SECONDS * 100


def _cpu_seconds(terminal: Terminal) -> float:
    """Return the seconds of CPU that the program has used so far."""
    fields = Path(f"/proc/{terminal.process_id}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

"""How the commands do with 10,000 articles and 100,000 records."""

from __future__ import annotations

import os
import random
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.corpus import KINDS, news, quoted
from benchmarks.figures import Figure, Progress
from benchmarks.opening import MIB
from benchmarks.terminal import peak_memory

if TYPE_CHECKING:
    from pathlib import Path
    from resource import struct_rusage

ARTICLES, QUICK_ARTICLES = 10_000, 1_000
RECORDS = 10
"""In each article."""
PROPOSITIONS, SPEAKERS = 2_000, 1_000
LIMITS: dict[str, tuple[float, int, int]] = {
    "check": (8, 0, 0),
    "notes": (6, 0, 0),
    "compare": (8, 300, 0),
    "compare --json": (8, 300, 0),
    "export": (20, 0, 40),
}
"""Seconds of CPU, MiB of memory and MB of output for 10,000 articles, 0 without a limit."""
POLL_SECONDS = 0.02


def size(folder: Path, articles: int) -> list[Figure]:
    """Run each command once, and return its time, memory and output."""
    figures = []
    with Progress(1 + len(LIMITS)) as progress:
        progress.step(f"size: making {articles:,} articles")
        root = _workspace(folder / "size", articles)
        for words in LIMITS:
            progress.step(f"size: {words}")
            figures.append(_figure(root, words, articles))
    return figures


def _workspace(root: Path, articles: int) -> Path:
    """Make articles with records that differ from article to article."""
    (root / "articles").mkdir(parents=True)
    (root / "annotations").mkdir()
    chance = random.Random(1)  # noqa: S311 - not a secret
    text = news(150)
    for number in range(articles):
        name, body = f"account-{number:05}", f"Account {number}\n\n{text}"
        (root / "articles" / f"{name}.txt").write_text(body, encoding="utf-8")
        records = "".join(_record(chance, body, record) for record in range(RECORDS))
        (root / "annotations" / f"{name}.yaml").write_text(
            f"article: {name}\nannotations:\n{records}", encoding="utf-8"
        )
    sentences = (
        f"  proposition-{number}: What the accounts say about matter {number}\n" for number in range(PROPOSITIONS)
    )
    (root / "annotations" / "codebook.yaml").write_text(f"propositions:\n{''.join(sentences)}", encoding="utf-8")
    return root


def _record(chance: random.Random, text: str, number: int) -> str:
    start = chance.randrange(20, len(text) - 80)
    return (
        f"  - id: r{number}\n    kind: {chance.choice(KINDS)}\n    speaker: [Speaker {chance.randrange(SPEAKERS)}]\n"
        f"    about: proposition-{chance.randrange(PROPOSITIONS)}\n    cue: said\n"
        f"    quote: {quoted(text[start : start + 60])}\n    start: {start}\n    end: {start + 60}\n"
    )


def _figure(root: Path, words: str, articles: int) -> Figure:
    seconds, cpu, megabytes, output = _run(root, words)
    limits = LIMITS[words]
    values = (cpu, megabytes, output)  # CPU, as another program may have slowed it down
    met = all(not limit or value <= limit for value, limit in zip(values, limits, strict=True))
    units = ("s of CPU", "MiB", "MB of output")
    target = ", ".join(f"≤ {limit} {unit}" for limit, unit in zip(limits, units, strict=True) if limit)
    return Figure(
        f"`diptych {words}`, {articles:,} articles, {articles * RECORDS:,} records",
        f"CPU {cpu:.1f} s, wall {seconds:.1f} s, {megabytes:.0f} MiB, {output:.0f} MB of output",
        target=target if articles == ARTICLES else "",
        met=met if articles == ARTICLES else None,
    )


def _run(root: Path, words: str) -> tuple[float, float, float, float]:
    """Return seconds, those of CPU, peak memory in MiB, and output in MB."""
    output = root.parent / "output"
    arguments = [sys.executable, "-m", "tui", *words.split(), "-w", str(root)]
    started = time.perf_counter()
    with output.open("wb") as file, open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - devnull is no path of ours
        actions = [(os.POSIX_SPAWN_DUP2, file.fileno(), 1), (os.POSIX_SPAWN_DUP2, nowhere.fileno(), 2)]
        child = os.posix_spawn(sys.executable, arguments, os.environ, file_actions=actions)
        status, usage, peak = _watched(child)
    seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status) > 1:
        raise RuntimeError(f"diptych {words} failed")
    cpu = usage.ru_utime + usage.ru_stime
    return seconds, cpu, peak / MIB, output.stat().st_size / 1e6


def _watched(child: int) -> tuple[int, struct_rusage, int]:
    """Return the status, usage and peak memory in bytes of a child that ended.

    `ru_maxrss` counts what the benchmark itself had when it started the child, so Linux is asked meanwhile.
    """
    peak = 0
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            unit = 1 if sys.platform == "darwin" else 1024
            return status, usage, peak or usage.ru_maxrss * unit
        peak = max(peak, peak_memory(child))
        time.sleep(POLL_SECONDS)

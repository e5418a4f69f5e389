"""Every hostile file is read in a process of its own: in a second, in 200 MB, its line told, and without a crash."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from children import environment
from hostile_yaml import Hostile, files
from proof import Figure

from tui.model import Codebook, Workspace
from tui.storage.records.record_loader import RecordLoader

if TYPE_CHECKING:
    from collections.abc import Iterable

POINT = 6
SECONDS = 1.0
"""Of the processor's time, so that a busy machine is not mistaken for a slow reader."""
MEGABYTES = 200


def prove(long: bool) -> Iterable[Figure]:
    """Give the figure for all files, with the slowest and the largest."""
    del long
    worst, largest, broken, runs = 0.0, 0, [], 0
    for hostile in files():
        runs += 1
        seconds, megabytes, wrong = tried(hostile)
        worst, largest = max(worst, seconds), max(largest, megabytes)
        broken += [f"{hostile.name}: {each}" for each in wrong]
    measure = f"the slowest took {worst:.2f} s, the largest {largest} MB, Python itself included"
    yield Figure("hostile YAML is read or refused in 1 s and 200 MB", runs, len(broken), (*broken, measure))


def tried(hostile: Hostile) -> tuple[float, int, list[str]]:
    """Read a hostile file in a child; return its seconds, its megabytes and what was not as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder), Path(folder) / "articles")
        (workspace.records("a")).mkdir(parents=True)
        workspace.list_file("a").write_bytes(hostile.content)
        (workspace.records("a") / "own.yaml").write_text("id: own\nkind: note\n", encoding="utf-8")
        command = [sys.executable, __file__, folder]
        done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
        if done.returncode:
            return 0.0, 0, [f"ended with {done.returncode}: {done.stderr.strip()[-200:]}"]
        seconds, megabytes, count, first = done.stdout.split("\n", 3)
        return float(seconds), int(megabytes), list(_wrong(hostile, float(seconds), int(megabytes), int(count), first))


def _wrong(hostile: Hostile, seconds: float, megabytes: int, count: int, first: str) -> Iterable[str]:
    if seconds > SECONDS:
        yield f"took {seconds:.2f} s"
    if megabytes > MEGABYTES:
        yield f"took {megabytes} MB"
    if count != hostile.survivors + 1:
        yield f"{count} records were read"
    if hostile.said not in first or bool(hostile.said) != bool(first.strip()):
        yield f"said: {first.strip()[:200]!r}"


def _read(folder: str) -> None:
    """Be the child: read, and print what it took, how much was read and what was said first."""
    limit = 1024 * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    began = time.process_time()
    found = RecordLoader(Workspace(Path(folder), Path(folder) / "articles")).records("a", Codebook(complete=False))
    seconds = time.process_time() - began
    print(seconds, _peak(), len(found.records), sep="\n")
    print(*found.problems[:1])


def _peak() -> int:
    """Return the most memory that this process has used, in MB; its parent's is not its own."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 // 1024 if os.uname().sysname == "Darwin" else most // 1024


if __name__ == "__main__":
    _read(sys.argv[1])

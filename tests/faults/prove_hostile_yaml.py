"""Prove that hostile YAML is read or refused in a second and 200 MB."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from children import environment
from hostile_yaml import Hostile, files
from memory import limit_memory, peak_memory
from proof import Figure

from tui.model import Codebook, Workspace
from tui.storage.records.record_loader import RecordLoader

POINT = 6
SECONDS = 1.0
"""Of CPU time, so that a busy machine does not count as a slow reader."""
MEGABYTES = 200


def prove(long: bool) -> Iterable[Figure]:
    """Yield the figure of all files, with the slowest and the largest."""
    del long
    slowest, largest, broken, runs = 0.0, 0, [], 0
    for hostile in files():
        runs += 1
        seconds, megabytes, faults = read_in_child(hostile)
        slowest, largest = max(slowest, seconds), max(largest, megabytes)
        broken += [f"{hostile.name}: {fault}" for fault in faults]
    measure = f"the slowest took {slowest:.2f} s, the largest {largest} MB including Python"
    yield Figure("hostile YAML is read or refused in 1 s and 200 MB", runs, len(broken), (*broken, measure))


def read_in_child(hostile: Hostile) -> tuple[float, int, list[str]]:
    """Return the seconds, the megabytes and the faults of reading a file."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder), Path(folder) / "articles")
        (workspace.records("a")).mkdir(parents=True)
        workspace.list_file("a").write_bytes(hostile.content)
        (workspace.records("a") / "own.yaml").write_text("id: own\nkind: note\n", encoding="utf-8")
        command = [sys.executable, __file__, folder]
        result = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
        if result.returncode:
            return 0.0, 0, [f"ended with {result.returncode}: {result.stderr.strip()[-200:]}"]
        seconds, megabytes, count, first = result.stdout.split("\n", 3)
        return float(seconds), int(megabytes), list(_faults(hostile, float(seconds), int(megabytes), int(count), first))


def _faults(hostile: Hostile, seconds: float, megabytes: int, count: int, first: str) -> Iterable[str]:
    if seconds > SECONDS:
        yield f"took {seconds:.2f} s"
    if megabytes > MEGABYTES:
        yield f"took {megabytes} MB"
    if count != hostile.survivors + 1:
        yield f"{count} records were read"
    if hostile.message not in first or bool(hostile.message) != bool(first.strip()):
        yield f"reported: {first.strip()[:200]!r}"


def _read(folder: str) -> None:
    """Read in the child, and print the costs and the first problem."""
    limit_memory(1024)
    started = time.process_time()
    loaded = RecordLoader(Workspace(Path(folder), Path(folder) / "articles")).records("a", Codebook(complete=False))
    seconds = time.process_time() - started
    print(seconds, peak_memory(), len(loaded.records), sep="\n")
    print(*loaded.problems[:1])


if __name__ == "__main__":
    _read(sys.argv[1])

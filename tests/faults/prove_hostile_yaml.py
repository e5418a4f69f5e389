"""Prove that hostile YAML is read or refused in a second and 200 MB."""

import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable
from pathlib import Path

from children import start
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
    slowest, largest, broken, hostiles = 0.0, 0, [], files()
    with start(__file__) as child:
        for hostile in hostiles:
            seconds, megabytes, faults = read_in_child(hostile, child)
            slowest, largest = max(slowest, seconds), max(largest, megabytes)
            broken += [f"{hostile.name}: {fault}" for fault in faults]
    measure = f"the slowest took {slowest:.2f} s, the largest {largest} MB including Python"
    yield Figure("hostile YAML is read or refused in 1 s and 200 MB", len(hostiles), len(broken), (*broken, measure))


def read_in_child(hostile: Hostile, child: subprocess.Popen[str]) -> tuple[float, int, list[str]]:
    """Return the seconds, the megabytes and the faults of reading a file."""
    assert child.stdin
    assert child.stdout
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder), Path(folder) / "articles")
        (workspace.records("a")).mkdir(parents=True)
        workspace.list_file("a").write_bytes(hostile.content)
        (workspace.records("a") / "own.yaml").write_text("id: own\nkind: note\n", encoding="utf-8")
        print(folder, file=child.stdin, flush=True)
        status, output = json.loads(child.stdout.readline())
        if status:
            return 0.0, 0, [f"ended with {status}: {output.strip()[-200:]}"]
        seconds, megabytes, count, first = output.split("\n", 3)
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
    """Print the costs of reading a workspace and the first problem."""
    limit_memory(1024)
    started = time.process_time()
    loaded = RecordLoader(Workspace(Path(folder), Path(folder) / "articles")).records("a", Codebook(complete=False))
    seconds = time.process_time() - started
    print(seconds, peak_memory(), len(loaded.records), sep="\n")
    print(*loaded.problems[:1], flush=True)


def _read_forked(folder: str) -> tuple[int, str]:
    """Read in a fork, and return its exit status and what it printed.

    So each file has a process of its own, but the modules are loaded once.
    """
    with tempfile.TemporaryFile("w+") as output:
        process_id = os.fork()
        if not process_id:
            _end_after_reading(folder, output.fileno())
        _, status = os.waitpid(process_id, 0)
        output.seek(0)
        return os.waitstatus_to_exitcode(status), output.read()


def _end_after_reading(folder: str, output: int) -> None:
    os.dup2(output, 1)
    os.dup2(output, 2)
    try:
        _read(folder)
    except BaseException:  # noqa: BLE001 - whatever it is, the fork must not go on as its parent
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(_read_forked(line.strip())), flush=True)

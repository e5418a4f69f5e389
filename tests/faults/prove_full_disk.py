"""Prove that a full disk refuses saves, and loses none."""

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from proof import Figure
from save_actions import ANY, note

from tui.errors import SaveError
from tui.model import Proposition, Record, Workspace
from tui.storage.files.atomic import write_new
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import add_proposition, create, delete

POINT = 1
SIZE = "64k"
TRIES = 60
NAME = "saves on a disk of 64 KiB, until it is full and after"


def prove(long: bool) -> Iterable[Figure]:
    """Yield the figure, or why this machine cannot mount a small disk."""
    del long
    with tempfile.TemporaryDirectory() as folder, small_disk(Path(folder)) as refused:
        yield Figure(NAME, 0, skipped=refused) if refused else _fill(Path(folder))


@contextmanager
def small_disk(folder: Path) -> Iterator[str]:
    """Mount a small disk on a folder, and yield why that failed, if it did."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        yield f"mount cannot be run ({error.strerror})"
        return
    if result.returncode:
        yield "mounting a disk is not permitted"
        return
    try:
        yield ""
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _fill(folder: Path) -> Figure:
    workspace = Workspace(folder, folder / "articles")
    add_proposition(workspace, Proposition("p", "P is so"))
    saved: dict[str, Record] = {}
    broken, refused = [], 0
    for number in range(TRIES):
        body = "word " * 40 * (number % 7)
        try:
            record = create(workspace, note(f"n{number}", body))
            saved[record.annotation.id] = record
        except SaveError as error:
            refused += 1
            broken += [] if "disk is full" in str(error) else [str(error)]
        broken += _faults(workspace, saved)
        if refused and number % 3 == 0 and saved:
            _, record = saved.popitem()
            delete(workspace, record)
    broken += _export_faults(workspace)
    return Figure(NAME, TRIES, len(broken), (*broken[:9], f"{refused} refused"))


def _faults(workspace: Workspace, saved: dict[str, Record]) -> list[str]:
    loaded = RecordLoader(workspace).records("a", ANY)
    faults = [str(problem) for problem in (*loaded.problems, *RecordLoader(workspace).codebook()[1])]
    if {record.annotation.id: record for record in loaded.records} != saved:
        faults.append("not what was saved")
    return faults


def _export_faults(workspace: Workspace) -> list[str]:
    """Return a fault if an export that does not fit damages the old one."""
    target = workspace.root / "notes.md"
    target.write_bytes(b"")
    try:
        write_new(target, b"x" * 100_000, force=True)
    except SaveError:
        return [] if target.read_bytes() == b"" else ["the old export is damaged"]
    return ["100 KB fit on a disk of 64 KiB"]

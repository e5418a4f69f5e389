"""A disk of 64 KiB that fills up: what was saved stays, what does not fit is refused, and room made is used."""

from __future__ import annotations

import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from proof import Figure
from save_actions import ANY, note

from tui.errors import SaveError
from tui.model import Proposition, Workspace
from tui.storage.files.atomic import write_new
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import add_proposition, create, delete

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.model import Record

POINT = 1
SIZE = "64k"
TRIES = 60
NAME = "saves on a disk of 64 KiB, until it is full and after"


def prove(long: bool) -> Iterable[Figure]:
    """Give the figure, or say why this machine allows no such disk."""
    del long
    with tempfile.TemporaryDirectory() as folder, small_disk(Path(folder)) as refused:
        yield Figure(NAME, 0, skipped=refused) if refused else _fill(Path(folder))


@contextmanager
def small_disk(folder: Path) -> Iterator[str]:
    """Mount a small disk on a folder, and give why that is refused, if it is."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        yield f"no mount here ({error.strerror})"
        return
    if done.returncode:
        yield "this machine does not let us mount a disk"
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
        broken += _wrong(workspace, saved)
        if refused and number % 3 == 0 and saved:
            _, record = saved.popitem()
            delete(workspace, record)
    broken += _exports(workspace)
    return Figure(NAME, TRIES, len(broken), (*broken[:9], f"{refused} refused"))


def _wrong(workspace: Workspace, saved: dict[str, Record]) -> list[str]:
    found = RecordLoader(workspace).records("a", ANY)
    wrong = [str(problem) for problem in (*found.problems, *RecordLoader(workspace).codebook()[1])]
    if {each.annotation.id: each for each in found.records} != saved:
        wrong.append("not what was saved")
    return wrong


def _exports(workspace: Workspace) -> list[str]:
    """An export that does not fit leaves the old one."""
    target = workspace.root / "notes.md"
    target.write_bytes(b"")
    try:
        write_new(target, b"x" * 100_000, force=True)
    except SaveError:
        return [] if target.read_bytes() == b"" else ["the old export is damaged"]
    return ["100 KB fitted on a disk of 64 KiB"]

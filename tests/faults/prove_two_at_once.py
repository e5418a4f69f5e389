"""Two programs on one workspace: nothing is lost, and who comes second on one record is told."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from children import environment, start
from proof import Figure
from save_actions import ANY, World, memory, note, prepare

from tui.model import Annotation, Proposition, Workspace
from tui.storage.records.locate import RecordConflict
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import add_proposition, create, delete, update

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.model import Record

POINT = 2
EACH = 100
COMMANDS = 5
WRITERS = ("Mira", "Noor")


def prove(long: bool) -> Iterable[Figure]:
    """Give the figures: notes together and by turns, one file that both change, commands, one record in both."""
    del long
    for name, way in (("together", together), ("by turns", by_turns)):
        with tempfile.TemporaryDirectory(dir=memory()) as folder:
            workspace = _workspace(Path(folder))
            way("notes", workspace)
            yield _missing(f"two programs save {EACH} notes each, {name}", _notes(workspace))
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        workspace = _workspace(Path(folder))
        together("propositions", workspace)
        found = {each.text for each in RecordLoader(workspace).codebook()[0].propositions.values()}
        yield _missing(f"two programs change one file {EACH} times each, together", found)
    with tempfile.TemporaryDirectory() as folder:
        yield by_commands(_workspace(Path(folder)))
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        yield same_record(Path(folder))


def _workspace(root: Path) -> Workspace:
    workspace = Workspace(root, root / "articles")
    workspace.articles.mkdir()
    (workspace.articles / "a.txt").write_text("One said it. Two denied it.\n", encoding="utf-8")
    return workspace


def _missing(name: str, found: set[str], each: int = EACH) -> Figure:
    wanted = {f"{writer} {number}" for writer in WRITERS for number in range(each)}
    return Figure(name, len(wanted), len(wanted - found), tuple(sorted(wanted - found)))


def _notes(workspace: Workspace) -> set[str]:
    found = RecordLoader(workspace).records("a", ANY)
    return {record.annotation.body for record in found.records} | {str(problem) for problem in found.problems}


def together(what: str, workspace: Workspace) -> None:
    """Let two programs save as fast as they can."""
    writers = _writers(what, workspace)
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("\n" * EACH)
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()


def by_turns(what: str, workspace: Workspace) -> None:
    """Let two programs save in turn: each waits until the other has."""
    writers = _writers(what, workspace)
    for _ in range(EACH):
        for writer in writers:
            assert writer.stdin
            assert writer.stdout
            writer.stdin.write("\n")
            writer.stdin.flush()
            writer.stdout.readline()
    for writer in writers:
        writer.communicate()


def _writers(what: str, workspace: Workspace) -> list[subprocess.Popen[str]]:
    """Start the two, and wait until both are ready to save."""
    writers = [start(__file__, what, str(workspace.root), name) for name in WRITERS]
    for writer in writers:
        assert writer.stdout
        writer.stdout.readline()
    return writers


def by_commands(workspace: Workspace) -> Figure:
    """Run `diptych note`, as two shells would."""
    shells = [_shell(workspace, name) for name in WRITERS]
    for shell in shells:
        shell.wait()
    return _missing(f"two shells run `diptych note` {COMMANDS} times each", _notes(workspace), COMMANDS)


def _shell(workspace: Workspace, name: str) -> subprocess.Popen[bytes]:
    command = f"{sys.executable} -m tui note a -w {workspace.root} --annotator {name} --quote 'One said it' --body"
    lines = "".join(f"{command} '{name} {number}' || exit 1\n" for number in range(COMMANDS))
    return subprocess.Popen(["sh", "-c", lines], env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)


Change: TypeAlias = "Callable[[World, Record], Annotation | None]"
"""Somebody else's change of a record: it gives the annotation that stands on disk then."""


def same_record(folder: Path) -> Figure:
    """Change one record behind the back of who edits it, in each way, and then edit or delete it."""
    changes: tuple[tuple[str, Change], ...] = (
        ("in another program", _by_program),
        ("by an editor, in place", _in_place),
        ("by an editor, by rename", _by_rename),
        ("deleted in another program", _by_deletion),
    )
    broken, runs = [], 0
    for name, change in changes:
        for record in ("own", "two"):
            runs += 1
            world = prepare(folder / str(runs))
            broken += [f"{record} changed {name}: {wrong}" for wrong in _conflict(world, record, change)]
    return Figure("one record changed twice: both kept, who is second is told", runs, len(broken), tuple(broken))


def _conflict(world: World, name: str, change: Change) -> Iterable[str]:
    old = world.record(name)
    mine = replace(old.annotation, body="mine")
    theirs = change(world, old)
    kept = old.file.read_bytes() if old.file.exists() else b""
    for second in (lambda: update(world.workspace, old, mine), lambda: delete(world.workspace, old)):
        try:
            second()
            yield "nobody was told"
        except RecordConflict as conflict:
            if (conflict.current.annotation if conflict.current else None) != theirs:
                yield "the other version was not handed over"
            current = conflict.current
    if (old.file.read_bytes() if old.file.exists() else b"") != kept:
        yield "the other version is damaged"
    if theirs and current and update(world.workspace, current, replace(theirs, body="mine")).annotation.body != "mine":
        yield "the chosen version was not saved"


def _by_program(world: World, record: Record) -> Annotation:
    wanted = replace(record.annotation, body="theirs")
    return update(world.workspace, record, wanted).annotation


def _in_place(world: World, record: Record) -> Annotation:
    with record.file.open("r+b") as opened:
        content = _edited(opened.read(), record)
        opened.seek(0)
        opened.write(content)
        opened.truncate()
    return world.record(record.annotation.id).annotation


def _by_rename(world: World, record: Record) -> Annotation:
    other = record.file.with_name("4913~")
    other.write_bytes(_edited(record.file.read_bytes(), record))
    other.replace(record.file)
    return world.record(record.annotation.id).annotation


def _by_deletion(world: World, record: Record) -> None:
    delete(world.workspace, record)


def _edited(content: bytes, record: Record) -> bytes:
    at = content.index(f"id: {record.annotation.id}".encode())
    return content[:at] + content[at:].replace(b"kind: note", b'kind: "note"', 1)


def _write(what: str, root: Path, name: str) -> None:
    """Be one of the programs: save once for each line that is read."""
    workspace = Workspace(root, root / "articles")
    print("ready", flush=True)
    for number, _ in enumerate(sys.stdin):
        words = f"{name} {number}"
        if what == "notes":
            create(workspace, replace(note("", words), annotator=name))
        else:
            add_proposition(workspace, Proposition(words.lower().replace(" ", "-"), words))
        print(number, flush=True)


if __name__ == "__main__":
    _write(sys.argv[1], Path(sys.argv[2]), sys.argv[3])

"""Prove that two programs in one workspace lose no save."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from children import environment, start
from proof import Figure
from save_actions import ANY, World, memory, note, prepare

from tui.model import Annotation, Proposition, Record, Workspace
from tui.storage.records.locate import RecordConflict
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import add_proposition, create, delete, update

POINT = 2
SAVES = 100
COMMANDS = 5
WRITERS = ("Mira", "Noor")


def prove(long: bool) -> Iterable[Figure]:
    """Yield the figures of different records, one file, and one record."""
    del long
    for name, save in (("at the same time", at_the_same_time), ("in turn", in_turn)):
        with tempfile.TemporaryDirectory(dir=memory()) as folder:
            workspace = _workspace(Path(folder))
            save("notes", workspace)
            yield _missing(f"two programs save {SAVES} notes each, {name}", _notes(workspace))
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        workspace = _workspace(Path(folder))
        at_the_same_time("propositions", workspace)
        codebook, _ = RecordLoader(workspace).codebook()
        texts = {proposition.text for proposition in codebook.propositions.values()}
        yield _missing(f"two programs change one file {SAVES} times each", texts)
    with tempfile.TemporaryDirectory() as folder:
        yield by_commands(_workspace(Path(folder)))
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        yield same_record(Path(folder))


def _workspace(root: Path) -> Workspace:
    workspace = Workspace(root, root / "articles")
    workspace.articles.mkdir()
    (workspace.articles / "a.txt").write_text("One said it. Two denied it.\n", encoding="utf-8")
    return workspace


def _missing(name: str, saved: set[str], count: int = SAVES) -> Figure:
    expected = {f"{writer} {number}" for writer in WRITERS for number in range(count)}
    return Figure(name, len(expected), len(expected - saved), tuple(sorted(expected - saved)))


def _notes(workspace: Workspace) -> set[str]:
    loaded = RecordLoader(workspace).records("a", ANY)
    return {record.annotation.body for record in loaded.records} | {str(problem) for problem in loaded.problems}


def at_the_same_time(what: str, workspace: Workspace) -> None:
    """Let two programs save as fast as they can."""
    writers = _writers(what, workspace)
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("\n" * SAVES)
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()


def in_turn(what: str, workspace: Workspace) -> None:
    """Let two programs save in turn."""
    writers = _writers(what, workspace)
    for _ in range(SAVES):
        for writer in writers:
            assert writer.stdin
            assert writer.stdout
            writer.stdin.write("\n")
            writer.stdin.flush()
            writer.stdout.readline()
    for writer in writers:
        writer.communicate()


def _writers(what: str, workspace: Workspace) -> list[subprocess.Popen[str]]:
    """Start two programs, and wait until both are ready to save."""
    writers = [start(__file__, what, str(workspace.root), name) for name in WRITERS]
    for writer in writers:
        assert writer.stdout
        writer.stdout.readline()
    return writers


def by_commands(workspace: Workspace) -> Figure:
    """Run `diptych note` in two shells at the same time."""
    shells = [_shell(workspace, name) for name in WRITERS]
    for shell in shells:
        shell.wait()
    return _missing(f"two shells run `diptych note` {COMMANDS} times each", _notes(workspace), COMMANDS)


def _shell(workspace: Workspace, name: str) -> subprocess.Popen[bytes]:
    command = f"{sys.executable} -m tui note a -w {workspace.root} --annotator {name} --quote 'One said it' --body"
    lines = "".join(f"{command} '{name} {number}' || exit 1\n" for number in range(COMMANDS))
    return subprocess.Popen(["sh", "-c", lines], env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)


Change: TypeAlias = "Callable[[World, Record], Annotation | None]"
"""Another program's change of a record, which returns the annotation on disk afterwards."""


def same_record(folder: Path) -> Figure:
    """Change a record in each way in another program, then edit and delete it."""
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
            broken += [f"{record} changed {name}: {fault}" for fault in _conflict_faults(world, record, change)]
    return Figure("one record changed twice: the second change reports a conflict", runs, len(broken), tuple(broken))


def _conflict_faults(world: World, name: str, change: Change) -> Iterable[str]:
    old = world.record(name)
    mine = replace(old.annotation, body="mine")
    theirs = change(world, old)
    content = old.file.read_bytes() if old.file.exists() else b""
    for second in (lambda: update(world.workspace, old, mine), lambda: delete(world.workspace, old)):
        try:
            second()
            yield "no conflict was reported"
        except RecordConflict as conflict:
            if (conflict.current.annotation if conflict.current else None) != theirs:
                yield "the conflict is without the other version"
            current = conflict.current
    if (old.file.read_bytes() if old.file.exists() else b"") != content:
        yield "the other version is damaged"
    if theirs and current and update(world.workspace, current, replace(theirs, body="mine")).annotation.body != "mine":
        yield "the chosen version was not saved"


def _by_program(world: World, record: Record) -> Annotation:
    return update(world.workspace, record, replace(record.annotation, body="theirs")).annotation


def _in_place(world: World, record: Record) -> Annotation:
    with record.file.open("r+b") as file:
        content = _edited(file.read(), record)
        file.seek(0)
        file.write(content)
        file.truncate()
    return world.record(record.annotation.id).annotation


def _by_rename(world: World, record: Record) -> Annotation:
    other = record.file.with_name("4913~")
    other.write_bytes(_edited(record.file.read_bytes(), record))
    other.replace(record.file)
    return world.record(record.annotation.id).annotation


def _by_deletion(world: World, record: Record) -> None:
    delete(world.workspace, record)


def _edited(content: bytes, record: Record) -> bytes:
    start = content.index(f"id: {record.annotation.id}".encode())
    return content[:start] + content[start:].replace(b"kind: note", b'kind: "note"', 1)


def _write(what: str, root: Path, name: str) -> None:
    """Save once for each line of input, as one of the programs."""
    workspace = Workspace(root, root / "articles")
    print("ready", flush=True)
    for number, _ in enumerate(sys.stdin):
        text = f"{name} {number}"
        if what == "notes":
            create(workspace, replace(note("", text), annotator=name))
        else:
            add_proposition(workspace, Proposition(text.lower().replace(" ", "-"), text))
        print(number, flush=True)


if __name__ == "__main__":
    _write(sys.argv[1], Path(sys.argv[2]), sys.argv[3])

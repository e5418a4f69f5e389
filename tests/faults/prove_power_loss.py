"""Prove that a power loss at any moment loses no completed save."""

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from power import FOLDER, Event, RecordedDisk, Tree, crashes
from proof import Figure
from save_actions import ACTIONS, ANY, Action, World, memory, note, prepare, problems, state_in

from tui.storage.files.file_changes import FileChange
from tui.storage.files.unfinished_change import is_unfinished
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import create
from tui.storage.records.several_files import finish_changes, save_changes
from tui.storage.workspace.draft_files import read_drafts

POINT = 1
MAX_BROKEN = 10
"""Stop after so many, because without an fsync there are endless states."""
SAVES = tuple(action for action in ACTIONS if not action[0].startswith("export"))


def prove(long: bool) -> Iterable[Figure]:
    """Yield the figures of all saves, and of a save after a kill."""
    del long
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        yield all_saves(Path(folder) / "world")
        yield several_files(Path(folder) / "third")
        yield killed_before(Path(folder) / "other")


def all_saves(roof: Path, disk_type: type[RecordedDisk] = RecordedDisk, saves: Sequence[Action] = SAVES) -> Figure:
    """Record every kind of save, and read what may remain at each moment."""
    with state_in(roof):
        world = prepare(roof)
        recording = disk_type(roof)
        world = replace(world, system=recording)
        after = [logical(world)]
        for _, save in saves:
            save(world)
            recording.saves += 1
            after.append(logical(world))
        events = [*recording.events, Event(saves=recording.saves)]
        return _read_all("power loss at each moment of each save, every state", world, recording, events, after)


def killed_before(roof: Path) -> Figure:
    """Record a save into a folder that a killed program did not fsync."""
    with state_in(roof):
        world = prepare(roof)
        recording = RecordedDisk(roof)
        folder = world.workspace.records("b")
        folder.mkdir()
        before = logical(world)
        create(world.workspace, replace(note("new"), article="b"), os_calls=recording)
        events = [Event(names=((folder, FOLDER),)), *recording.events, Event(saves=1)]
        name = "power loss after a save into a folder that a killed program had created"
        return _read_all(name, world, recording, events, [before, logical(world)])


def several_files(roof: Path) -> Figure:
    """Record a change of several files, which is taken back or finished."""
    with state_in(roof):
        world = prepare(roof)
        recording = RecordedDisk(roof)
        before = logical(world)
        save_changes(world.workspace, "rename", _renamed(world), os_calls=recording)
        events = [*recording.events, Event(saves=1)]
        name = "power loss during a change of several files, every state, then finished or taken back"
        return _read_all(name, world, recording, events, [before, logical(world)])


def _renamed(world: World) -> Sequence[FileChange]:
    """Return changes of a list, of the codebook, and of a moved record file."""
    workspace = world.workspace
    record = workspace.records("a") / "mira.own.yaml"
    paths = (workspace.list_file("a"), record, workspace.codebook)
    new_paths = (None, record.with_name("ada.own.yaml"), None)
    contents = [path.read_bytes() for path in paths]
    edited = [content.replace(b"body: x", b"body: y").replace(b"P is", b"Q is") for content in contents]
    return [FileChange(*change) for change in zip(paths, contents, edited, new_paths, strict=True)]


def _read_all(
    name: str, world: World, recording: RecordedDisk, events: list[Event], after: list[dict[str, str]]
) -> Figure:
    broken: list[str] = []
    runs = 0
    for done, tree in crashes(recording, events):
        if len(broken) == MAX_BROKEN:
            break
        runs += 1
        _build(world.roof, tree)
        if is_unfinished(world.workspace):
            finish_changes(world.workspace, undo=runs % 2 == 0)
        state, faults = logical(world), problems(world)
        if faults or state not in after[done : done + 2]:
            broken.append(f"after {done} saves: {faults or _difference(state, after[done])}")
    return Figure(name, runs, len(broken), tuple(broken))


def logical(world: World) -> dict[str, str]:
    """Return the user's records, propositions and drafts, and any problems."""
    state: dict[str, str] = {}
    for article in ("a", "b"):
        records = RecordLoader(world.workspace).records(article, ANY).records
        state |= {f"{article} {record.annotation.id}": repr(record.annotation) for record in records}
    book, codebook_problems = RecordLoader(world.workspace).codebook()
    state |= {f"proposition {slug}": proposition.text for slug, proposition in book.propositions.items()}
    state |= {f"problem {problem}": "" for problem in codebook_problems}
    return state | {f"draft {draft.id}": draft.annotation.body for draft in read_drafts(world.workspace)}


def _build(roof: Path, tree: Tree) -> None:
    shutil.rmtree(roof)
    for path, content in sorted(tree, key=lambda entry: entry[0]):
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _difference(state: dict[str, str], expected: dict[str, str]) -> str:
    names = sorted(state.keys() | expected.keys())
    return ", ".join(name for name in names if state.get(name) != expected.get(name))

"""What may be left after the power fails, at each moment of real saves: every state is built and read."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from power import FOLDER, Event, Recording, crashes
from proof import Figure
from save_actions import ACTIONS, ANY, Action, memory, note, prepare, problems, state_in

from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import create
from tui.storage.workspace.draft_files import read_drafts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from power import Tree
    from save_actions import World

POINT = 1
ENOUGH = 10
"""What is broken so often need not be counted on: without a sync the states are without number."""
SAVES = tuple(action for action in ACTIONS if not action[0].startswith("export"))


def prove(long: bool) -> Iterable[Figure]:
    """Give the figures: of all saves one after the other, and of a folder that a killed program made."""
    del long  # all states are built, always
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        yield all_saves(Path(folder) / "world")
        yield killed_before(Path(folder) / "other")


def all_saves(roof: Path, kind: type[Recording] = Recording, saves: Sequence[Action] = SAVES) -> Figure:
    """Record every kind of save, one after the other, and read what may be left at each moment."""
    with state_in(roof):
        world = prepare(roof)
        recording = kind(roof)
        world = replace(world, system=recording)
        after = [logical(world)]
        for _, save in saves:
            save(world)
            recording.saves += 1
            after.append(logical(world))
        events = [*recording.events, Event(done=recording.saves)]
        return _read_all("power loss at each moment of each save, every state", world, recording, events, after)


def killed_before(roof: Path) -> Figure:
    """Record a save into a folder that a program made and was killed before it had synced the folder above."""
    with state_in(roof):
        world = prepare(roof)
        recording = Recording(roof)
        made = world.workspace.records("b")
        made.mkdir()
        before = logical(world)
        create(world.workspace, replace(note("new"), article="b"), os_calls=recording)
        events = [Event(names=((made, FOLDER),)), *recording.events, Event(done=1)]
        name = "power loss after a save into a folder that a killed program had made"
        return _read_all(name, world, recording, events, [before, logical(world)])


def _read_all(
    name: str, world: World, recording: Recording, events: list[Event], after: list[dict[str, str]]
) -> Figure:
    broken: list[str] = []
    runs = 0
    for done, tree in crashes(recording, events):
        if len(broken) == ENOUGH:
            break
        runs += 1
        _build(world.roof, tree)
        found, wrong = logical(world), problems(world)
        if wrong or found not in after[done : done + 2]:
            broken.append(f"after {done} saves: {wrong or _difference(found, after[done])}")
    return Figure(name, runs, len(broken), tuple(broken))


def logical(world: World) -> dict[str, str]:
    """Return what the user has: records, propositions and drafts, each with its words."""
    found: dict[str, str] = {}
    for article in ("a", "b"):
        records = RecordLoader(world.workspace).records(article, ANY).records
        found |= {f"{article} {each.annotation.id}": repr(each.annotation) for each in records}
    book, wrong = RecordLoader(world.workspace).codebook()
    found |= {f"proposition {each.slug}": each.text for each in book.propositions.values()}
    found |= {f"wrong {each}": "" for each in wrong}
    return found | {f"draft {each.id}": each.annotation.body for each in read_drafts(world.workspace)}


def _build(roof: Path, tree: Tree) -> None:
    shutil.rmtree(roof)
    for path, content in sorted(tree, key=lambda each: each[0]):
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _difference(found: dict[str, str], wanted: dict[str, str]) -> str:
    names = sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
    return ", ".join(names)

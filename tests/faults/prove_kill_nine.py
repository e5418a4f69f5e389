"""A program that saves without a pause is killed by `kill -9` at a random moment, again and again.

Its saves are told to the one who kills as they are done. What is on the disk then must be exactly the world after the
last save that was told, or after the one that was being made.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from children import report, run_here
from failing_system import Steady
from proof import Figure
from prove_power_loss import logical
from save_actions import World, memory, note, prepare, problems, state_in

from tui.model import Proposition
from tui.storage.files.os_calls import OsCalls
from tui.storage.records.repository import Deleted, add_proposition, create, delete, restore, update

if TYPE_CHECKING:
    from collections.abc import Iterable

POINT = 1
KILLS, MANY_KILLS = 200, 1000
SAVES = 120
"""More than are done before any kill."""
LONGEST = 0.06
"""In seconds: the kill comes at any moment up to this."""


class Steadfast(OsCalls):
    """A system whose clock stands still, so that what it writes can be foretold."""

    def now(self) -> str:
        return "2026-01-02T03:04:05Z"


def prove(long: bool) -> Iterable[Figure]:
    """Give the figure, from a process of its own: whatever threads run here must not be copied into the killed ones."""
    yield run_here(__file__, str(MANY_KILLS if long else KILLS))


class Author:
    """Someone who saves without a pause: each kind of save in turn."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._gone: list[Deleted] = []

    def save(self, number: int) -> None:
        """Make save number `number`."""
        turn, kind = divmod(number, len(self._KINDS))
        self._KINDS[kind](self, turn)

    def _create(self, turn: int) -> None:
        create(self.world.workspace, note(f"n{turn}"), os_calls=self.world.system)

    def _edit_list(self, turn: int) -> None:
        self._edit("two", f"changed {turn}\n\nagain")

    def _propose(self, turn: int) -> None:
        add_proposition(self.world.workspace, Proposition(f"q{turn}", f"It is {turn}"), os_calls=self.world.system)

    def _edit_file(self, turn: int) -> None:
        self._edit(f"n{turn}", "x" * 10_000)

    def _delete(self, turn: int) -> None:
        record = self.world.record("one" if turn % 2 else f"n{turn}")
        self._gone.append(delete(self.world.workspace, record, os_calls=self.world.system))

    def _restore(self, turn: int) -> None:
        restore(self.world.workspace, self._gone[turn], os_calls=self.world.system)

    def _edit(self, name: str, body: str) -> None:
        old = self.world.record(name)
        update(self.world.workspace, old, replace(old.annotation, body=body), os_calls=self.world.system)

    _KINDS = (_create, _edit_list, _propose, _edit_file, _delete, _restore)


def kill_often(kills: int) -> Figure:
    """Kill `kills` programs and look at what each left."""
    dice = random.Random(20260102)
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        roof = Path(folder) / "world"
        with state_in(roof):
            like = prepare(roof)
            foretold = _foretold(replace(like, system=Steady()))
            broken, saves = [], 0
            for number in range(kills):
                _lay_out(like)
                done = _killed(replace(like, system=Steadfast()), dice.uniform(0, LONGEST))
                saves += done
                broken += [f"kill {number}: {wrong}" for wrong in _wrong(like, done, foretold)[:1]]
    measure = f"{saves} saves were acknowledged before the kills"
    return Figure("kill -9 of a program that saves without a pause", kills, len(broken), (*broken[:10], measure))


def _foretold(world: World) -> list[dict[str, str]]:
    author, states = Author(world), [logical(world)]
    for number in range(SAVES):
        author.save(number)
        states.append(logical(world))
    return states


def _lay_out(like: World) -> None:
    shutil.rmtree(like.roof)
    for name, content in like.files.items():
        (like.roof / name).parent.mkdir(parents=True, exist_ok=True)
        (like.roof / name).write_bytes(content)


def _killed(world: World, seconds: float) -> int:
    """Let a child save, kill it, and return how many saves it told of."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _save_for_ever(world, writing)
    os.close(writing)
    os.read(reading, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as told:
        return len(told.read())


def _save_for_ever(world: World, telling: int) -> None:
    try:
        author = Author(world)
        os.write(telling, b"b")
        for number in range(SAVES):
            author.save(number)
            os.write(telling, b".")
        signal.pause()
    finally:
        os._exit(1)


def _wrong(world: World, done: int, foretold: list[dict[str, str]]) -> list[str]:
    wrong = problems(world)
    if logical(world) not in foretold[done : done + 2]:
        wrong.append(f"not what {done} saves make")
    try:
        create(world.workspace, note("next"), os_calls=Steady())
    except OSError as error:
        wrong.append(f"the next save fails: {error}")
    return wrong


if __name__ == "__main__":
    report(kill_often)

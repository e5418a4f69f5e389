"""Prove that `kill -9` loses no completed save.

A child saves without a pause, and acknowledges each save. After a kill at a random moment, the disk must hold exactly
the world after the last acknowledged save, or after the next one.
"""

import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from children import report, run_proof
from failing_system import SteadyCalls
from fake_os_calls import CLOCK
from proof import Figure
from prove_power_loss import logical
from save_actions import World, memory, note, prepare, problems, state_in

from tui.model import Proposition
from tui.storage.records.repository import Deleted, add_proposition, create, delete, restore, update

POINT = 1
KILLS, MANY_KILLS = 60, 1000
SAVES = 120
"""More saves than fit before any kill."""
MAX_DELAY = 0.06
"""In seconds: the latest moment of a kill."""


def prove(long: bool) -> Iterable[Figure]:
    """Yield the figure, from a child process without other threads."""
    yield run_proof(__file__, str(MANY_KILLS if long else KILLS))


class Author:
    """A user who makes each kind of save in turn."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._deleted: list[Deleted] = []

    def save(self, number: int) -> None:
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
        self._deleted.append(delete(self.world.workspace, record, os_calls=self.world.system))

    def _restore(self, turn: int) -> None:
        restore(self.world.workspace, self._deleted[turn], os_calls=self.world.system)

    def _edit(self, name: str, body: str) -> None:
        old = self.world.record(name)
        update(self.world.workspace, old, replace(old.annotation, body=body), os_calls=self.world.system)

    _KINDS = (_create, _edit_list, _propose, _edit_file, _delete, _restore)


def kill_often(kills: int) -> Figure:
    """Kill so many programs, and check what each leaves."""
    dice = random.Random(20260102)
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        roof = Path(folder) / "world"
        with state_in(roof):
            template = prepare(roof)
            states = _states(replace(template, system=SteadyCalls()))
            broken, saves = [], 0
            for number in range(kills):
                _restore_files(template)
                done = _killed(replace(template, system=CLOCK), dice.uniform(0, MAX_DELAY))
                saves += done
                broken += [f"kill {number}: {fault}" for fault in _faults(template, done, states)[:1]]
    measure = f"{saves} saves were acknowledged before the kills"
    return Figure("kill -9 of a program that saves without a pause", kills, len(broken), (*broken[:10], measure))


def _states(world: World) -> list[dict[str, str]]:
    author, states = Author(world), [logical(world)]
    for number in range(SAVES):
        author.save(number)
        states.append(logical(world))
    return states


def _restore_files(template: World) -> None:
    shutil.rmtree(template.roof)
    for name, content in template.files.items():
        (template.roof / name).parent.mkdir(parents=True, exist_ok=True)
        (template.roof / name).write_bytes(content)


def _killed(world: World, seconds: float) -> int:
    """Let a child save, kill it, and return how many saves it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _save_until_killed(world, writing)
    os.close(writing)
    os.read(reading, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return len(pipe.read())


def _save_until_killed(world: World, pipe: int) -> None:
    try:
        author = Author(world)
        os.write(pipe, b"b")
        for number in range(SAVES):
            author.save(number)
            os.write(pipe, b".")
        signal.pause()
    finally:
        os._exit(1)


def _faults(world: World, done: int, states: list[dict[str, str]]) -> list[str]:
    faults = problems(world)
    if logical(world) not in states[done : done + 2]:
        faults.append(f"not the state after {done} saves")
    try:
        create(world.workspace, note("next"), os_calls=SteadyCalls())
    except OSError as error:
        faults.append(f"the next save fails: {error}")
    return faults


if __name__ == "__main__":
    report(kill_often)

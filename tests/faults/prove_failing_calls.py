"""Every system call of everything that is written fails in turn, or is the last before the process is killed."""

from __future__ import annotations

import errno
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from failing_system import Dying, Failing, KilledError, Short, Steady
from proof import Figure
from save_actions import ACTIONS, ANY, Action, World, contents, is_litter, memory, note, prepare, problems, state_in

from tui.errors import SaveError
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import create

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

POINT = 1
CODES = (errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT)

Contents = dict[str, bytes]
Case = tuple[Action, Contents, Contents, int]
"""An action, the files before and after it, and how many calls it makes."""


def prove(long: bool) -> Iterable[Figure]:
    """Give a figure for each way in which a call can go wrong."""
    del long  # the whole matrix is short
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        roof = Path(folder) / "world"
        with state_in(roof):
            like = prepare(roof)
            cases = [_case(like, action) for action in ACTIONS]
            for code in CODES:
                yield _figure(f"each system call fails with {errno.errorcode[code]}", _fail_once(like, cases, code))
            yield _figure("each system call fails, and all after it", _fail_on(like, cases))
            yield _figure("killed before each system call, or half through a write", _kill(like, cases))
            yield _figure("writes take three bytes at a time", _write_short(like, cases))


def _figure(name: str, runs: Iterator[list[str]]) -> Figure:
    found = list(runs)
    broken = [run for run in found if run]
    return Figure(name, len(found), len(broken), tuple(note for run in broken for note in run[:1]))


def fresh(like: World, system: Steady) -> World:
    """Make a new world in the place of the last one."""
    shutil.rmtree(like.roof, ignore_errors=True)
    for name, content in like.files.items():
        path = like.roof / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return replace(like, system=system)


def _case(like: World, action: Action) -> Case:
    system = Steady()
    world = fresh(like, system)
    action[1](world)
    return action, dict(like.files), contents(like.roof), len(system.calls)


def _fail_once(like: World, cases: Iterable[Case], code: int) -> Iterator[list[str]]:
    """After an error all is as it was, without litter, and the same action then works."""
    for (name, act), before, after, calls in cases:
        for at in range(calls):
            world = fresh(like, Failing(at, code))
            failed = _failed(act, world)
            wrong = _differences(contents(like.roof), before if failed else after)
            if failed:
                act(replace(world, system=Steady()))
                wrong += _differences(contents(like.roof), after)
            yield [f"{name}, call {at}: {each}" for each in wrong + problems(world)]


def _fail_on(like: World, cases: Iterable[Case]) -> Iterator[list[str]]:
    """Where nothing works any more, each file is still the old one or the new one, whole."""
    for (name, act), before, after, calls in cases:
        for at in range(calls):
            world = fresh(like, Failing(at, for_ever=True))
            failed = _failed(act, world)
            wrong = _neither(contents(like.roof), before, after)
            if not failed:
                wrong += _neither(contents(like.roof), after, after)
            yield [f"{name}, from call {at}: {each}" for each in wrong + problems(world)]


def _kill(like: World, cases: Iterable[Case]) -> Iterator[list[str]]:
    """Where the process ends, each file is the old one or the new one, and the next save works."""
    for (name, act), before, after, calls in cases:
        for at in range(2 * calls):
            system = Dying(at // 2, half_written=bool(at % 2))
            world = fresh(like, system)
            try:
                act(world)
            except KilledError:
                wrong = _neither(contents(like.roof), before, after)
            else:
                wrong = ["was not killed"]
            system.bury()
            create(world.workspace, note("next"), os_calls=Steady())
            if "next" not in [each.annotation.id for each in RecordLoader(world.workspace).records("a", ANY).records]:
                wrong.append("the next save is lost")
            yield [f"{name}, killed at call {at // 2}: {each}" for each in wrong + problems(world)]


def _write_short(like: World, cases: Iterable[Case]) -> Iterator[list[str]]:
    for (name, act), _, after, _ in cases:
        act(fresh(like, Short()))
        yield [f"{name}: {each}" for each in _differences(contents(like.roof), after)]


def _failed(act: Callable[[World], object], world: World) -> bool:
    try:
        act(world)
    except SaveError:
        return True
    return False


def _differences(found: Contents, wanted: Contents) -> list[str]:
    return [name for name in sorted(found.keys() | wanted.keys()) if found.get(name) != wanted.get(name)]


def _neither(found: Contents, before: Contents, after: Contents) -> list[str]:
    names = sorted(name for name in found.keys() | before.keys() | after.keys() if not is_litter(name))
    return [name for name in names if found.get(name) not in (before.get(name), after.get(name))]

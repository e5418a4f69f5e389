"""Prove that no failing system call, and no kill at one, loses a save."""

import errno
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from failing_system import FailingCalls, KilledCalls, KilledError, ShortWrites, SteadyCalls
from proof import Figure
from save_actions import ACTIONS, ANY, Action, World, contents, is_temporary, memory, note, prepare, problems, state_in

from tui.errors import SaveError
from tui.storage.records.record_loader import RecordLoader
from tui.storage.records.repository import create

POINT = 1
CODES = (errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT)

Contents = dict[str, bytes]
Case = tuple[Action, Contents, Contents, int]
"""An action, the files before and after it, and the number of its calls."""


def prove(long: bool) -> Iterable[Figure]:
    """Yield a figure for each way in which a call can fail.

    Unless `long`, each call fails with one of the codes, and its neighbours with the others.
    """
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        roof = Path(folder) / "world"
        with state_in(roof):
            template = prepare(roof)
            cases = [_case(template, action) for action in ACTIONS]
            for first, code in enumerate(CODES):
                chosen = slice(None) if long else slice(first, None, len(CODES))
                runs = _fail_once(template, cases, code, chosen)
                yield _figure(f"each system call fails with {errno.errorcode[code]}", runs)
            yield _figure("each system call fails, and all after it", _fail_on(template, cases))
            yield _figure("killed before each system call, or in the middle of a write", _kill(template, cases))
            yield _figure("writes take three bytes at a time", _write_short(template, cases))


def _figure(name: str, runs: Iterator[list[str]]) -> Figure:
    faults = list(runs)
    broken = [run for run in faults if run]
    return Figure(name, len(faults), len(broken), tuple(run[0] for run in broken))


def fresh(template: World, system: SteadyCalls) -> World:
    """Replace the last world by a new one."""
    shutil.rmtree(template.roof, ignore_errors=True)
    for name, content in template.files.items():
        path = template.roof / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return replace(template, system=system)


def _case(template: World, action: Action) -> Case:
    system = SteadyCalls()
    world = fresh(template, system)
    action[1](world)
    return action, dict(template.files), contents(template.roof), len(system.calls)


def _fail_once(template: World, cases: Iterable[Case], code: int, chosen: slice) -> Iterator[list[str]]:
    """Yield faults if an error leaves a change, or hinders the next attempt."""
    for (name, act), before, after, calls in cases:
        for at in range(calls)[chosen]:
            world = fresh(template, FailingCalls(at, code))
            failed = _failed(act, world)
            faults = _differences(contents(template.roof), before if failed else after)
            if failed:
                act(replace(world, system=SteadyCalls()))
                faults += _differences(contents(template.roof), after)
            yield [f"{name}, call {at}: {fault}" for fault in faults + problems(world)]


def _fail_on(template: World, cases: Iterable[Case]) -> Iterator[list[str]]:
    """Yield files that are neither old nor new after calls fail for good."""
    for (name, act), before, after, calls in cases:
        for at in range(calls):
            world = fresh(template, FailingCalls(at, from_then_on=True))
            failed = _failed(act, world)
            faults = _neither(contents(template.roof), before, after)
            if not failed:
                faults += _neither(contents(template.roof), after, after)
            yield [f"{name}, from call {at}: {fault}" for fault in faults + problems(world)]


def _kill(template: World, cases: Iterable[Case]) -> Iterator[list[str]]:
    """Yield files that are neither old nor new after a kill, or a lost save."""
    for (name, act), before, after, calls in cases:
        for at in range(2 * calls):
            system = KilledCalls(at // 2, half_written=bool(at % 2))
            world = fresh(template, system)
            try:
                act(world)
            except KilledError:
                faults = _neither(contents(template.roof), before, after)
            else:
                faults = ["was not killed"]
            system.close_all()
            create(world.workspace, note("next"), os_calls=SteadyCalls())
            records = RecordLoader(world.workspace).records("a", ANY).records
            if "next" not in [record.annotation.id for record in records]:
                faults.append("the next save is lost")
            yield [f"{name}, killed at call {at // 2}: {fault}" for fault in faults + problems(world)]


def _write_short(template: World, cases: Iterable[Case]) -> Iterator[list[str]]:
    for (name, act), _, after, _ in cases:
        act(fresh(template, ShortWrites()))
        yield [f"{name}: {file}" for file in _differences(contents(template.roof), after)]


def _failed(act: Callable[[World], object], world: World) -> bool:
    try:
        act(world)
    except SaveError:
        return True
    return False


def _differences(files: Contents, expected: Contents) -> list[str]:
    return [name for name in sorted(files.keys() | expected.keys()) if files.get(name) != expected.get(name)]


def _neither(files: Contents, before: Contents, after: Contents) -> list[str]:
    names = sorted(name for name in files.keys() | before.keys() | after.keys() if not is_temporary(name))
    return [name for name in names if files.get(name) not in (before.get(name), after.get(name))]

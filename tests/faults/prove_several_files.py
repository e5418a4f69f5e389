"""Prove that a change of several files is whole, or says how to go on.

A tag is renamed in a list, in record files and in the codebook's neighbours, and an article is renamed. After a failing
call the files are as before, or the journal is there; then `finish_changes` must lead to all of it or none of it.
"""

import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from children import report, run_proof
from failing_system import FailingCalls, KilledCalls, KilledError, SteadyCalls
from fake_os_calls import CLOCK
from proof import Figure
from save_actions import World, contents, is_temporary, memory, prepare

from tui.errors import SaveError
from tui.model import Annotation
from tui.storage.files.file_changes import FileChange
from tui.storage.files.os_calls import OsCalls
from tui.storage.files.unfinished_change import is_unfinished
from tui.storage.records.edit_plan import plan_creation
from tui.storage.records.name_edits import NameKind, Renaming
from tui.storage.records.rename_plan import ChangePlan, plan_rename
from tui.storage.records.several_files import finish_changes, save_changes
from tui.storage.workspace.article_rename import plan_article_rename
from tui.storage.workspace.name_uses import read_name_uses

POINT = 1
KILLS, MANY_KILLS = 25, 1000
CHANGES = 100
"""More than fit before any kill."""
MAX_DELAY = 0.05
"""In seconds: the latest moment of a kill."""

Contents = dict[str, bytes]
Change = Callable[[World], object]


def prove(long: bool) -> Iterable[Figure]:
    """Yield a figure for each way in which a change can be interrupted."""
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        template = _template(Path(folder) / "world")
        plans = {
            "renaming a proposition": _proposition_plan(template),
            "renaming an article": _article_plan(template),
            "adding records": _creation_plan(template),
            "removing records": _removal_plan(template),
        }
        for name, plan in plans.items():
            change = partial(_save, plan)
            yield _figure(f"{name}: each call fails", _fail(template, change))
            yield _figure(f"{name}: each call fails, and all after it", _fail(template, change, on=True))
            yield _figure(f"{name}: killed at each call", _kill(template, change))
    yield run_proof(__file__, str(MANY_KILLS if long else KILLS))


def _template(roof: Path) -> World:
    world = prepare(roof)
    workspace = world.workspace
    workspace.list_file("a").write_text("article: a\nannotations:\n  # c\n  - {id: one, kind: note, about: p}\n")
    (workspace.records("a") / "mira.own.yaml").write_text("article: a\nid: own\nkind: note\nabout: p\nbody: x\n")
    for article in ("a", "b"):
        workspace.records(article).mkdir(exist_ok=True)
        (workspace.records(article) / "mira.old.yaml").write_text(f"article: {article}\nid: old\nkind: note\nbody: x\n")
    return replace(world, files=contents(roof))


def _proposition_plan(world: World, old: str = "p", new: str = "q") -> ChangePlan:
    return plan_rename(read_name_uses(world.workspace), Renaming(NameKind.PROPOSITION, old, new))


def _article_plan(world: World) -> ChangePlan:
    return plan_article_rename(read_name_uses(world.workspace), "a", "c")


def _creation_plan(world: World) -> ChangePlan:
    new = [Annotation(f"new{number}", "note", article, body="x") for number, article in enumerate(("a", "b"))]
    return plan_creation(world.workspace, "import 2 annotations", new)


def _removal_plan(world: World) -> ChangePlan:
    paths = (world.workspace.records(article) / "mira.old.yaml" for article in ("b", "a"))
    return ChangePlan("undo", tuple(FileChange(path, path.read_bytes(), None) for path in paths))


def _save(plan: ChangePlan, world: World) -> None:
    save_changes(world.workspace, plan.title, plan.changes, os_calls=world.system)


def _figure(name: str, runs: Iterator[str]) -> Figure:
    faults = list(runs)
    broken = [fault for fault in faults if fault]
    return Figure(name, len(faults), len(broken), tuple(broken[:10]))


def _fail(template: World, change: Change, *, on: bool = False) -> Iterator[str]:
    before, after, calls = _ends(template, change)
    for at in range(calls):
        for undo in (True, False):
            world = _fresh(template, FailingCalls(at, from_then_on=on))
            failed = _failed(change, world)
            yield _fault(world, f"call {at}", before, after, failed=failed, undo=undo)


def _kill(template: World, change: Change) -> Iterator[str]:
    before, after, calls = _ends(template, change)
    for at in range(2 * calls):
        for undo in (True, False):
            system = KilledCalls(at // 2, half_written=bool(at % 2))
            world = _fresh(template, system)
            with suppress(KilledError):
                change(world)
            system.close_all()
            yield _fault(world, f"killed at call {at // 2}", before, after, failed=None, undo=undo)


def _failed(change: Change, world: World) -> bool:
    try:
        change(world)
    except SaveError:
        return True
    return False


def _fault(world: World, name: str, before: Contents, after: Contents, *, failed: bool | None, undo: bool) -> str:
    """Return what is wrong after an interruption and its end, or nothing.

    `failed` is whether the change raised an error, and None if the process was killed.
    """
    expected = [before, after] if failed is None else [before if failed else after]
    if is_unfinished(world.workspace):
        if failed is False:
            return f"{name}: the journal is left after a success"
        _, left = finish_changes(world.workspace, undo=undo, os_calls=CLOCK)
        expected = [before if undo else after]
        if left:
            return f"{name}: {left} were not finished"
    return "" if _files(world) in expected else f"{name}: the files are neither all old nor all new"


def _ends(template: World, change: Change) -> tuple[Contents, Contents, int]:
    system = SteadyCalls()
    world = _fresh(template, system)
    before = _files(world)
    change(world)
    return before, _files(world), len(system.calls)


def _files(world: World) -> Contents:
    return {name: content for name, content in contents(world.roof).items() if not is_temporary(name)}


def _fresh(template: World, system: OsCalls) -> World:
    shutil.rmtree(template.roof, ignore_errors=True)
    for name, content in template.files.items():
        path = template.roof / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return replace(template, system=system)


def kill_often(kills: int) -> Figure:
    """Kill so many programs that rename to and fro, and end each change."""
    dice = random.Random(20261126)
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        template = _template(Path(folder) / "world")
        before, after, _ = _ends(template, partial(_save, _proposition_plan(template)))
        broken, unfinished = [], 0
        for number in range(kills):
            world = _fresh(template, CLOCK)
            _killed(world, dice.uniform(0, MAX_DELAY))
            unfinished += is_unfinished(world.workspace)
            fault = _ended(world, before, after, undo=dice.random() < 0.5)
            broken += [f"kill {number}: {fault}"] if fault else []
        measure = f"{unfinished} changes were unfinished"
        return Figure("kill -9 of a program that renames without a pause", kills, len(broken), (*broken[:10], measure))


def _ended(world: World, before: Contents, after: Contents, *, undo: bool) -> str:
    if is_unfinished(world.workspace):
        finish_changes(world.workspace, undo=undo)
    return "" if _files(world) in (before, after) else "the files are neither all old nor all new"


def _killed(world: World, seconds: float) -> None:
    """Let a child rename, and kill it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _rename_until_killed(world, writing)
    os.close(writing)
    os.read(reading, 1)
    os.close(reading)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _rename_until_killed(world: World, pipe: int) -> None:
    try:
        os.write(pipe, b"b")
        for number in range(CHANGES):
            _save(_proposition_plan(world, *(("p", "q") if number % 2 == 0 else ("q", "p"))), world)
        signal.pause()
    finally:
        os._exit(1)


if __name__ == "__main__":
    report(kill_often)

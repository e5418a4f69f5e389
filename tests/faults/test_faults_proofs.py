"""Test the promises about saving, in the short form of the proofs."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import prove_failing_calls
import prove_full_disk
import prove_git_merges
import prove_kill_nine
import prove_running_reader
import prove_search_index
import prove_several_files
import prove_two_at_once
import pytest
from failing_system import SteadyCalls
from save_actions import ACTIONS, Action, contents, prepare

from tui.errors import SaveError
from tui.storage.files.lock import folder_lock


@pytest.mark.parametrize(
    "part",
    [
        prove_failing_calls,
        prove_full_disk,
        prove_git_merges,
        prove_kill_nine,
        prove_running_reader,
        prove_search_index,
        prove_several_files,
        prove_two_at_once,
    ],
    ids=lambda part: part.__name__,
)
def test_nothing_is_lost(part: ModuleType) -> None:
    for figure in part.prove(long=False):
        assert not figure.lost, (figure.name, figure.notes)
        assert figure.runs or figure.skipped


class Hurried(SteadyCalls):
    """System calls of which the timeouts expire at once."""

    def monotonic(self) -> float:
        return next(self._counter) * 10.0

    def sleep(self, seconds: float) -> None: ...


@pytest.mark.parametrize(
    "action",
    [action for action in ACTIONS if not action[0].startswith(("draft", "export"))],
    ids=lambda action: action[0],
)
def test_each_change_waits_for_the_lock(tmp_path: Path, action: Action) -> None:
    world = prepare(tmp_path)
    with folder_lock(world.workspace.annotations, SteadyCalls()), pytest.raises(SaveError, match="is saving here"):
        action[1](replace(world, system=Hurried()))
    assert contents(tmp_path) == world.files


@pytest.mark.long
def test_a_thousand_kills_lose_nothing() -> None:
    for figure in prove_kill_nine.prove(long=True):
        assert not figure.lost, figure.notes
        assert figure.runs == prove_kill_nine.MANY_KILLS

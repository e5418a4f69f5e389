"""What `scripts/prove.py` prints of saving, in its short form: nothing is lost."""

from types import ModuleType

import prove_failing_calls
import prove_full_disk
import prove_git_merges
import prove_kill_nine
import prove_two_at_once
import pytest


@pytest.mark.parametrize(
    "part",
    [prove_failing_calls, prove_full_disk, prove_git_merges, prove_kill_nine, prove_two_at_once],
    ids=lambda part: part.__name__,
)
def test_nothing_is_lost(part: ModuleType) -> None:
    for figure in part.prove(long=False):
        assert not figure.lost, (figure.name, figure.notes)
        assert figure.runs or figure.skipped


@pytest.mark.long
def test_a_thousand_kills_lose_nothing() -> None:
    for figure in prove_kill_nine.prove(long=True):
        assert not figure.lost, figure.notes
        assert figure.runs == prove_kill_nine.MANY_KILLS

"""Runs of accounts that say nothing."""

import pytest

from tui.analysis.silence import silent_runs


@pytest.mark.parametrize(
    ("speaking", "number", "runs"),
    [
        ([], 0, []),
        ([], 3, [(0, 3)]),
        ([0, 1, 2], 3, []),
        ([1], 5, [(0, 1), (2, 5)]),
        ([0, 3], 5, [(1, 2), (2, 3), (4, 5)]),
    ],
)
def test_runs_are_what_is_between_those_that_speak(
    speaking: list[int], number: int, runs: list[tuple[int, int]]
) -> None:
    assert [(run.start, run.stop) for run in silent_runs(speaking, number)] == runs

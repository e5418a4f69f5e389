"""A terminal that is made very small or very large, and a program that is stopped and gone on with."""

from __future__ import annotations

import pytest
from prove_terminal import SHELL, resized, stopped
from tour import STEPS

SOME = ("an annotation", "a choice", "the form", "the palette", "the comparison", "finding")


@pytest.mark.timeout(600)
def test_no_screen_breaks_in_a_terminal_of_any_size() -> None:
    figure = resized([step for step in STEPS if step.name in SOME])
    assert not figure.lost, figure.notes
    assert figure.runs == 24


@pytest.mark.skipif(SHELL is None, reason="there is no bash")
def test_it_is_stopped_by_ctrl_z_and_goes_on_with_fg() -> None:
    figure = stopped(2)
    assert not figure.lost, figure.notes

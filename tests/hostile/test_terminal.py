"""Test extreme terminal sizes, and stopping with Ctrl+Z."""

import pytest
from prove_terminal import SHELL, resized, stopped
from tour import STEPS

SCREENS = ("an annotation", "a choice", "the form", "the palette", "the comparison", "finding")


@pytest.mark.timeout(600)
def test_every_screen_survives_any_terminal_size() -> None:
    figure = resized([step for step in STEPS if step.name in SCREENS])
    assert not figure.lost, figure.notes
    assert figure.runs == 24


@pytest.mark.skipif(SHELL is None, reason="bash is not installed")
def test_ctrl_z_stops_the_program_and_fg_continues_it() -> None:
    figure = stopped(2)
    assert not figure.lost, figure.notes

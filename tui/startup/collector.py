"""The garbage collector, kept from walking objects that stay."""

import gc

COMMAND_THRESHOLD = 100_000
"""New objects between two collections while a command runs: collecting took a tenth of its time, and found little."""


def pause() -> None:
    """Collect nothing until `resume`: while modules load, the collector would walk them again and again."""
    gc.disable()


def resume() -> None:
    """Collect again, but never walk what is there by now."""
    gc.freeze()
    gc.enable()


def collect_seldom() -> None:
    """Collect as seldom as a command needs."""
    gc.set_threshold(COMMAND_THRESHOLD)

"""Keep the garbage collector from scanning objects that stay."""

import gc

COMMAND_THRESHOLD = 100_000
"""New objects between two collections in a command. With the default they took a tenth of its time."""


def pause() -> None:
    """Stop collecting while modules load, which would be scanned often."""
    gc.disable()


def resume() -> None:
    """Collect again, but never scan the objects that exist by now."""
    gc.freeze()
    gc.enable()


def collect_seldom() -> None:
    """Collect as seldom as a command needs."""
    gc.set_threshold(COMMAND_THRESHOLD)

"""Keep the garbage collector from scanning objects that stay."""

import gc

COMMAND_THRESHOLD = 5_000_000
"""New objects between two collections in a command, in which nearly all stay or are freed without one.

With a fifth of it, the one collection still took a twentieth of the time of comparing 100,000 records.
"""

READER_THRESHOLD = 20_000
"""New objects between two collections in the reader: with Python's 700, a key waits for about six of them."""


def pause() -> None:
    """Stop collecting while modules load, which would be scanned often."""
    gc.disable()


def resume() -> None:
    """Collect again, but more seldom, and never the objects that exist by now."""
    gc.freeze()
    gc.set_threshold(READER_THRESHOLD)
    gc.enable()


def collect_seldom() -> None:
    """Collect as seldom as a command needs."""
    gc.set_threshold(COMMAND_THRESHOLD)

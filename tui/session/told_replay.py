"""Undo or redo a step, and say what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.errors import DiptychError, SaveError
from tui.session.history import refusal_in_words, step_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.session.history import Replay, Step
    from tui.session.session import Session


class ToldReplay(NamedTuple):
    """A step that was undone or redone, and what to tell."""

    message: str
    step: Step | None = None
    """None if it was refused."""


def told_replay(session: Session, made: str, take_step: Callable[[], Replay], skip_key: str) -> ToldReplay:
    """Take a step, and return it with what was `made` of it.

    Of a step that is refused, return why, and the key that skips it. The file is not named: its path would fill a line.
    """
    try:
        step = take_step().step
    except DiptychError as error:
        refused = session.history.refused
        reason = error.message if isinstance(error, SaveError) else str(error)
        return ToldReplay(refusal_in_words(refused, reason, skip_key) if refused else reason)
    return ToldReplay(f"{made}: {step_in_words(step, session.codebook)}.", step)

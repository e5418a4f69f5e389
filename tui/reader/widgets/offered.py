"""Leave out what cannot be done if files can only be read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tui.reader.commands import CHANGING, COMMANDS
from tui.storage.files.read_only import is_read_only

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen


class Runnable(Protocol):
    """A hint or a button."""

    @property
    def action(self) -> str:
        """The action that it runs."""


R = TypeVar("R", bound=Runnable)


def offered(offers: Iterable[R], screen: Screen[Any]) -> tuple[R, ...]:
    """Return the hints or buttons of a screen whose actions can be run."""
    return tuple(offer for offer in offers if not is_refused(offer.action, screen))


def is_refused(action: str, screen: Screen[Any]) -> bool:
    """Return whether an action would change files that can only be read.

    A screen names those of its own actions in `CHANGES`.
    """
    return is_read_only() and (action in _changing_actions() or action in getattr(screen, "CHANGES", ()))


def action_in_words(name: str, parameters: tuple[object, ...]) -> str:
    """Return an action as hints write it: `many('tag')`."""
    return f"{name}({', '.join(map(repr, parameters))})" if parameters else name


@cache
def _changing_actions() -> frozenset[str]:
    return frozenset(command.action for command in COMMANDS if command.id in CHANGING)

"""Which notes answer which record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.model import Account, Placed


@dataclass(frozen=True, slots=True)
class Threads:
    """The notes of one account by the record that they are on."""

    by_id: Mapping[str, tuple[Placed, ...]]
    """By the annotation's id: the notes on it and on its notes, each after the one it answers."""
    strays: tuple[Placed, ...]
    """Notes on a record that is not there, or on each other in a circle."""

    def on(self, placed: Placed) -> tuple[Placed, ...]:
        """Return the notes on a record that is itself no note on another."""
        return self.by_id.get(placed.annotation.id, ())


def threads(account: Account) -> Threads:
    """Return the notes of `account`, gathered in one pass."""
    direct: dict[str, list[Placed]] = {}
    for placed in account.placed:
        if placed.annotation.on:
            direct.setdefault(placed.annotation.on, []).append(placed)
    tops = dict.fromkeys(placed.annotation.id for placed in account.statements())
    by_id = {top: tuple(_answers(top, direct)) for top in tops if top in direct}
    return Threads(by_id, tuple(p for notes in direct.values() for p in notes))


def _answers(annotation_id: str, direct: dict[str, list[Placed]]) -> Iterator[Placed]:
    waiting = direct.pop(annotation_id, [])[::-1]
    while waiting:
        note = waiting.pop()
        yield note
        waiting.extend(reversed(direct.pop(note.annotation.id, [])))

"""The notes on each record of an account, in threads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.model import Account, Placed


@dataclass(frozen=True, slots=True)
class NoteThreads:
    """The notes of one account, by the record that they are on."""

    by_id: Mapping[str, tuple[Placed, ...]]
    """By the record's id: the notes on it and on its notes, each after the one it answers."""
    strays: tuple[Placed, ...]
    """Notes on a record that does not exist, or on each other in a circle."""

    def thread(self, placed: Placed) -> tuple[Placed, ...]:
        return self.by_id.get(placed.annotation.id, ())


def thread_notes(account: Account) -> NoteThreads:
    """Return the notes of an account in threads."""
    replies: dict[str, list[Placed]] = {}
    for placed in account.placed:
        if on := placed.record.annotation.on:
            replies.setdefault(on, []).append(placed)
    tops = dict.fromkeys([placed.record.annotation.id for placed in account.statements()])
    by_id = {top: tuple(_take_thread(top, replies)) for top in tops if top in replies}
    return NoteThreads(by_id, tuple(note for notes in replies.values() for note in notes))


def _take_thread(annotation_id: str, replies: dict[str, list[Placed]]) -> Iterator[Placed]:
    """Yield the notes of one thread, and remove them from `replies`."""
    waiting = replies.pop(annotation_id, [])[::-1]
    while waiting:
        note = waiting.pop()
        yield note
        waiting.extend(reversed(replies.pop(note.annotation.id, [])))

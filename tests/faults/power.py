"""What may be on a disk after the power fails: worked out from the calls that were made.

The rules, which allow at least what any file system does:

- A file's bytes are sure once the file was synced. Before that it may be empty, half there, zeros, or whole.
- A name (made, linked, renamed, removed) is sure once its folder was synced. Before that each change of a name may
  be there or lack, whatever the others: any subset. Changes of the same name keep their order; a rename is one step.
- Syncing a file says nothing of its name, and syncing a folder nothing of the bytes in its files.
- Where a folder's own name lacks, all in it lacks.
"""

from __future__ import annotations

import itertools
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from failing_system import Steady

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FOLDER = "folder"
"""What a folder's name leads to, in place of a file's number."""

Names: TypeAlias = dict[Path, "int | str | None"]
"""Where names lead: to a file's number, to a folder, or (None) nowhere."""
Tree: TypeAlias = frozenset[tuple[Path, bytes | None]]
"""The files with their bytes, and the folders."""


@dataclass(frozen=True)
class Event:
    """One thing that was done: names changed in a folder, bytes written, or something synced."""

    names: tuple[tuple[Path, int | str | None], ...] = ()
    written: tuple[int, bytes] | None = None
    synced: int | Path | None = None
    done: int = 0
    """How many saves were done by now."""


@dataclass
class Disk:
    """What is sure, and what is not yet."""

    top: Path
    """The folder that is watched; it is there."""
    names: Names
    files: dict[int, bytes]
    unsure_names: list[tuple[tuple[Path, int | str | None], ...]] = field(default_factory=list)
    unsure_bytes: dict[int, bytes] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        """Let an event happen."""
        if event.names:
            self.unsure_names.append(event.names)
        if event.written:
            number, content = event.written
            self.unsure_bytes[number] = self.unsure_bytes.get(number, b"") + content
        if isinstance(event.synced, int):
            self.files[event.synced] = self.files.get(event.synced, b"") + self.unsure_bytes.pop(event.synced, b"")
        elif event.synced is not None:
            self._settle(event.synced)

    def _settle(self, folder: Path) -> None:
        rest = []
        for change in self.unsure_names:
            if change[0][0].parent == folder:
                self.names.update(change)
            else:
                rest.append(change)
        self.unsure_names = rest

    def states(self) -> Iterator[Tree]:
        """Yield every tree that may be there after the power fails now."""
        for chosen in itertools.product((False, True), repeat=len(self.unsure_names)):
            names = dict(self.names)
            for change in itertools.compress(self.unsure_names, chosen):
                names.update(change)
            reachable = {path: to for path, to in names.items() if to is not None and self._is_reachable(path, names)}
            yield from self._filled(reachable)

    def _filled(self, names: Mapping[Path, int | str]) -> Iterator[Tree]:
        unsure = sorted({to for to in names.values() if isinstance(to, int) and to in self.unsure_bytes})
        for contents in itertools.product(*(self._versions(number) for number in unsure)):
            held = self.files | dict(zip(unsure, contents, strict=True))
            yield frozenset((path, None if isinstance(to, str) else held.get(to, b"")) for path, to in names.items())

    def _is_reachable(self, path: Path, names: Names) -> bool:
        """Whether all folders between the top and a name are there."""
        above = itertools.takewhile(lambda folder: folder != self.top, path.parents)
        return all(names.get(folder) is not None for folder in above)

    def _versions(self, number: int) -> tuple[bytes, ...]:
        sure, rest = self.files.get(number, b""), self.unsure_bytes[number]
        return sure, sure + rest[: len(rest) // 2], sure + bytes(len(rest)), sure + rest


class Recording(Steady):
    """A system that does all it is asked, and keeps what it did to files and folders."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.events: list[Event] = []
        self.saves = 0
        self._folder = folder
        self._numbers: dict[Path, int] = {}
        self._open: dict[int, int | Path] = {}
        self._start = self._look()

    def disk(self) -> Disk:
        """Return the disk as it was at first."""
        names, files = self._start
        return Disk(self._folder, dict(names), dict(files))

    def made(self, name: str, real: Any, arguments: tuple[Any, ...]) -> Any:
        result = real(*arguments)
        if record := getattr(self, f"_{name}d", None):
            record(result, *arguments)
        return result

    def _look(self) -> tuple[Names, dict[int, bytes]]:
        names: Names = {}
        files: dict[int, bytes] = {}
        for path in sorted(self._folder.rglob("*")):
            if path.is_dir():
                names[path] = FOLDER
            else:
                names[path] = self._number(path)
                files[self._number(path)] = path.read_bytes()
        return names, files

    def _number(self, path: Path) -> int:
        return self._numbers.setdefault(path, 1000 + len(self._numbers))

    def _note(self, event: Event) -> None:
        self.events.append(event)

    def _opend(self, descriptor: int, path: Path, flags: int, mode: int = 0) -> None:
        if not flags & os.O_CREAT:
            self._open[descriptor] = path
            return
        self._numbers[path] = self._open[descriptor] = number = os.fstat(descriptor).st_ino
        self._note(Event(names=((path, number),), done=self.saves))

    def _writed(self, written: int, descriptor: int, content: memoryview) -> None:
        number = self._open[descriptor]
        assert isinstance(number, int)
        self._note(Event(written=(number, bytes(content[:written])), done=self.saves))

    def _fsyncd(self, _: None, descriptor: int) -> None:
        self._note(Event(synced=self._open[descriptor], done=self.saves))

    def _replaced(self, _: None, source: Path, target: Path) -> None:
        number = self._numbers[target] = self._numbers.pop(source)
        self._note(Event(names=((target, number), (source, None)), done=self.saves))

    def _linkd(self, _: None, source: Path, target: Path) -> None:
        number = self._numbers[target] = self._numbers[source]
        self._note(Event(names=((target, number),), done=self.saves))

    def _unlinkd(self, _: None, path: Path) -> None:
        self._numbers.pop(path, None)
        self._note(Event(names=((path, None),), done=self.saves))

    def _mkdird(self, _: None, path: Path) -> None:
        self._note(Event(names=((path, FOLDER),), done=self.saves))


class WithoutFileSync(Recording):
    """A program that forgets to sync files."""

    def _fsyncd(self, _: None, descriptor: int) -> None:
        if isinstance(self._open[descriptor], Path):
            super()._fsyncd(_, descriptor)


class WithoutFolderSync(Recording):
    """A program that forgets to sync folders."""

    def _fsyncd(self, _: None, descriptor: int) -> None:
        if isinstance(self._open[descriptor], int):
            super()._fsyncd(_, descriptor)


def crashes(recording: Recording, events: Iterable[Event]) -> Iterator[tuple[int, Tree]]:
    """Yield each tree that may be left, with how many saves were done when the power failed; none twice."""
    disk = recording.disk()
    seen: set[tuple[int, Tree]] = set()
    for event in events:
        disk.take(event)
        for state in disk.states():
            if (event.done, state) not in seen:
                seen.add((event.done, state))
                yield event.done, state

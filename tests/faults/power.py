"""Compute what may be on a disk after a power loss, from system calls.

The rules allow at least what any file system may do:

- A file's bytes are durable after the file's fsync. Before it, the file may be empty, half written, zeros, or whole.
- A name (created, linked, renamed, removed) is durable after its folder's fsync. Before it, any subset of the changes
  may be on disk. Changes of the same name keep their order, and a rename is atomic.
- The fsync of a file does not cover its name, and the fsync of a folder does not cover the bytes of its files.
- If a folder's own name is missing, everything in it is missing.
"""

import itertools
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from failing_system import SteadyCalls

FOLDER = "folder"
"""Stands for a folder, as an inode number stands for a file."""

Names: TypeAlias = dict[Path, "int | str | None"]
"""What names lead to: an inode number, a folder, or nothing (None)."""
Tree: TypeAlias = frozenset[tuple[Path, bytes | None]]
"""Files with their bytes, and folders with None."""


@dataclass(frozen=True)
class Event:
    """A change of names, a write, or an fsync."""

    names: tuple[tuple[Path, int | str | None], ...] = ()
    written: tuple[int, bytes] | None = None
    synced: int | Path | None = None
    saves: int = 0
    """The number of completed saves."""


@dataclass
class Disk:
    """The durable state of a disk, and the changes that are not durable yet."""

    top: Path
    """The folder that is recorded. It exists."""
    names: Names
    files: dict[int, bytes]
    pending_names: list[tuple[tuple[Path, int | str | None], ...]] = field(default_factory=list)
    pending_bytes: dict[int, bytes] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        """Apply an event."""
        if event.names:
            self.pending_names.append(event.names)
        if event.written:
            number, content = event.written
            self.pending_bytes[number] = self.pending_bytes.get(number, b"") + content
        if isinstance(event.synced, int):
            self.files[event.synced] = self.files.get(event.synced, b"") + self.pending_bytes.pop(event.synced, b"")
        elif event.synced is not None:
            self._sync(event.synced)

    def _sync(self, folder: Path) -> None:
        rest = []
        for change in self.pending_names:
            if change[0][0].parent == folder:
                self.names.update(change)
            else:
                rest.append(change)
        self.pending_names = rest

    def states(self) -> Iterator[Tree]:
        """Yield every tree that may remain if the power fails now."""
        for chosen in itertools.product((False, True), repeat=len(self.pending_names)):
            names = dict(self.names)
            for change in itertools.compress(self.pending_names, chosen):
                names.update(change)
            reachable = {path: to for path, to in names.items() if to is not None and self._is_reachable(path, names)}
            yield from self._filled(reachable)

    def _filled(self, names: Mapping[Path, int | str]) -> Iterator[Tree]:
        pending = sorted({to for to in names.values() if isinstance(to, int) and to in self.pending_bytes})
        for contents in itertools.product(*(self._versions(number) for number in pending)):
            files = self.files | dict(zip(pending, contents, strict=True))
            yield frozenset((path, None if isinstance(to, str) else files.get(to, b"")) for path, to in names.items())

    def _is_reachable(self, path: Path, names: Names) -> bool:
        """Return whether all folders between the top and a name exist."""
        parents = itertools.takewhile(lambda folder: folder != self.top, path.parents)
        return all(names.get(folder) is not None for folder in parents)

    def _versions(self, number: int) -> tuple[bytes, ...]:
        durable, rest = self.files.get(number, b""), self.pending_bytes[number]
        return durable, durable + rest[: len(rest) // 2], durable + bytes(len(rest)), durable + rest


class RecordedDisk(SteadyCalls):
    """System calls that record the changes of files and folders."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.events: list[Event] = []
        self.saves = 0
        self._folder = folder
        self._numbers: dict[Path, int] = {}
        self._open: dict[int, int | Path] = {}
        self._start = self._snapshot()

    def disk(self) -> Disk:
        names, files = self._start
        return Disk(self._folder, dict(names), dict(files))

    def call(self, name: str, real: Any, arguments: tuple[Any, ...]) -> Any:
        result = real(*arguments)
        if record := getattr(self, f"_record_{name}", None):
            record(result, *arguments)
        return result

    def _snapshot(self) -> tuple[Names, dict[int, bytes]]:
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

    def _record_open(self, descriptor: int, path: Path, flags: int, mode: int = 0) -> None:
        if not flags & os.O_CREAT:
            self._open[descriptor] = path
            return
        self._numbers[path] = self._open[descriptor] = number = os.fstat(descriptor).st_ino
        self.events.append(Event(names=((path, number),), saves=self.saves))

    def _record_write(self, written: int, descriptor: int, content: memoryview) -> None:
        number = self._open[descriptor]
        assert isinstance(number, int)
        self.events.append(Event(written=(number, bytes(content[:written])), saves=self.saves))

    def _record_fsync(self, _: None, descriptor: int) -> None:
        self.events.append(Event(synced=self._open[descriptor], saves=self.saves))

    def _record_replace(self, _: None, source: Path, target: Path) -> None:
        number = self._numbers[target] = self._numbers.pop(source)
        self.events.append(Event(names=((target, number), (source, None)), saves=self.saves))

    def _record_link(self, _: None, source: Path, target: Path) -> None:
        number = self._numbers[target] = self._numbers[source]
        self.events.append(Event(names=((target, number),), saves=self.saves))

    def _record_unlink(self, _: None, path: Path) -> None:
        self._numbers.pop(path, None)
        self.events.append(Event(names=((path, None),), saves=self.saves))

    def _record_mkdir(self, _: None, path: Path) -> None:
        self.events.append(Event(names=((path, FOLDER),), saves=self.saves))


class WithoutFileSync(RecordedDisk):
    """A program that does not fsync files."""

    def _record_fsync(self, _: None, descriptor: int) -> None:
        if isinstance(self._open[descriptor], Path):
            super()._record_fsync(_, descriptor)


class WithoutFolderSync(RecordedDisk):
    """A program that does not fsync folders."""

    def _record_fsync(self, _: None, descriptor: int) -> None:
        if isinstance(self._open[descriptor], int):
            super()._record_fsync(_, descriptor)


def crashes(recording: RecordedDisk, events: Iterable[Event]) -> Iterator[tuple[int, Tree]]:
    """Yield each tree that may remain, after how many completed saves."""
    disk = recording.disk()
    seen: set[tuple[int, Tree]] = set()
    for event in events:
        disk.apply(event)
        for state in disk.states():
            if (event.saves, state) not in seen:
                seen.add((event.saves, state))
                yield event.saves, state

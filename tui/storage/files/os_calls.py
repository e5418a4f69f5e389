"""Every call to the operating system that a save makes, in one place, so that a test can make each of them fail."""

import fcntl
import os
import secrets
import time
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

_ID_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_ID_SIGNS = _ID_LETTERS + "23456789"
_ID_LENGTH = 8


class OsCalls:
    """The calls as they are; a test's subclass counts them, or fails."""

    @cached_property
    def synced_folders(self) -> dict[Path, int | None]:
        """The folders, with their inodes, whose names this process has brought to the disk."""
        return {}

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        """Open a file or folder and return its descriptor."""
        return os.open(path, flags | os.O_CLOEXEC, mode)

    def read(self, path: Path) -> bytes:
        """Return all bytes of a file."""
        return path.read_bytes()

    def write(self, descriptor: int, content: memoryview) -> int:
        """Write as much as goes at once, and return how many bytes that was."""
        return os.write(descriptor, content)

    def fsync(self, descriptor: int) -> None:
        """Wait until a file's bytes, or a folder's names, are on the disk."""
        os.fsync(descriptor)

    def fchmod(self, descriptor: int, mode: int) -> None:
        """Set a file's permissions."""
        os.fchmod(descriptor, mode)

    def close(self, descriptor: int) -> None:
        """Close a descriptor, and with it its lock."""
        os.close(descriptor)

    def stat(self, path: Path) -> os.stat_result:
        """Return the state of what `path` leads to."""
        return path.stat()

    def fstat(self, descriptor: int) -> os.stat_result:
        """Return the state of what a descriptor has open."""
        return os.fstat(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in the place of another, in one step."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name; fails where the name is taken."""
        target.hardlink_to(source)

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def mkdir(self, path: Path) -> None:
        """Make a folder; fails where the name is taken."""
        path.mkdir()

    def flock(self, descriptor: int) -> None:
        """Take the lock on what a descriptor has open; raises BlockingIOError where another holds it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def time(self) -> float:
        """Return the time in seconds, as files are stamped with it."""
        return time.time()

    def monotonic(self) -> float:
        """Return seconds on a clock that never jumps."""
        return time.monotonic()

    def now(self) -> str:
        """Return the time as RFC 3339, in UTC, to the second."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def new_id(self) -> str:
        """Return a short random name that begins with a letter."""
        rest = "".join(secrets.choice(_ID_SIGNS) for _ in range(_ID_LENGTH - 1))
        return secrets.choice(_ID_LETTERS) + rest


OS_CALLS = OsCalls()

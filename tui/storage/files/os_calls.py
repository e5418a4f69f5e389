"""Make every system call of a save, so that a test can replace each."""

import fcntl
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from tui.errors import SaveError
from tui.storage.files.source import open_regular_file

_ID_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_ID_CHARACTERS = _ID_LETTERS + "23456789"
_ID_LENGTH = 8


class OsCalls:
    """The system calls of a save, which tests count or make fail."""

    @cached_property
    def synced_folders(self) -> dict[Path, int | None]:
        """The folders whose names this process has fsynced, with their inodes."""
        return {}

    @cached_property
    def created_folders(self) -> dict[Path, int | None]:
        """The folders that this process has created, with their inodes."""
        return {}

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        """Open a file or folder and return its descriptor."""
        return os.open(path, flags | os.O_CLOEXEC, mode)

    def read(self, path: Path) -> bytes:
        """Return a file's bytes, and raise SaveError rather than wait for a FIFO."""
        file = open_regular_file(path)
        if file is None:
            raise SaveError("is not a file; move it away", path)
        with file:
            return file.read()

    def read_blocks(self, path: Path) -> Iterator[bytes]:
        """Yield a file's bytes in parts, so that they need not fit into memory."""
        file = open_regular_file(path)
        if file is None:
            raise SaveError("is not a file; move it away", path)
        with file:
            while block := file.read(1 << 20):
                yield block

    def write(self, descriptor: int, content: memoryview) -> int:
        """Write what is possible at once, and return the number of bytes."""
        return os.write(descriptor, content)

    def fsync(self, descriptor: int) -> None:
        """Wait until a file's bytes or a folder's names are on the disk."""
        os.fsync(descriptor)

    def fchmod(self, descriptor: int, mode: int) -> None:
        os.fchmod(descriptor, mode)

    def close(self, descriptor: int) -> None:
        os.close(descriptor)

    def stat(self, path: Path) -> os.stat_result:
        """Return the status of a path, following symlinks."""
        return path.stat()

    def fstat(self, descriptor: int) -> os.stat_result:
        """Return the status of an open file or folder."""
        return os.fstat(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Replace a file with another one, in one step."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name, or raise FileExistsError."""
        target.hardlink_to(source)

    def unlink(self, path: Path) -> None:
        path.unlink()

    def mkdir(self, path: Path) -> None:
        path.mkdir()

    def rmdir(self, path: Path) -> None:
        """Remove an empty folder."""
        path.rmdir()

    def flock(self, descriptor: int) -> None:
        """Lock an open file or folder, or raise BlockingIOError."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def time(self) -> float:
        """Return the time in seconds, as in the timestamps of files."""
        return time.time()

    def monotonic(self) -> float:
        return time.monotonic()

    def now(self) -> str:
        """Return the time in UTC to the microsecond, as RFC 3339."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def new_id(self) -> str:
        """Return a short random id that begins with a letter."""
        import secrets  # noqa: PLC0415 - loads OpenSSL, and what only reads needs no ids

        return secrets.choice(_ID_LETTERS) + "".join(secrets.choice(_ID_CHARACTERS) for _ in range(_ID_LENGTH - 1))


OS_CALLS = OsCalls()

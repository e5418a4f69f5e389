"""Notice that a file changed, without reading it."""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class FileStamp(NamedTuple):
    """What differs after a file has changed."""

    modified: int
    """In nanoseconds."""
    size: int
    """In bytes."""
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> "FileStamp":
        return cls(status.st_mtime_ns, status.st_size, status.st_ino)


def file_stamp(path: Path) -> FileStamp | None:
    """Return a file's stamp, or None if there is no such file."""
    with suppress(OSError):
        return FileStamp.of(path.stat())
    return None

"""Read regular files, up to a size limit."""

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

from tui.errors import InputError, RecordError
from tui.storage.files.real_path import is_folder, is_missing

FileContents = Mapping[Path, bytes]
"""The bytes of files at one moment, without files that do not exist."""
SUFFIX = ".yaml"
SIZE_LIMIT = 8 * 1024 * 1024
"""In bytes, far above any annotation file written by hand."""


def open_regular_file(path: Path) -> BinaryIO | None:
    """Open a file to read it, or return None if it is not a regular file.

    Never waits, even if the file becomes a FIFO meanwhile. Raises OSError.
    """
    opened = _open(path)
    return os.fdopen(opened[0], "rb") if opened else None


def read_regular_file(path: Path, size_limit: int, error_type: type[InputError], advice: str) -> bytes | None:
    """Return a file's bytes, or None if there is no such file.

    Raises `error_type` if it cannot be read, is not a regular file, or is larger than `size_limit` bytes. `advice` is
    what to do with a file that is too large.
    """
    try:
        opened = _open(path)
        if opened is None:
            raise error_type("is not a file; move it away", path)
        descriptor, size = opened
        try:
            content = _content(descriptor, size, size_limit) if size <= size_limit else b""
        finally:
            os.close(descriptor)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return None  # a name that the disk cannot hold
        raise error_type(_explanation(error), path) from error
    if max(size, len(content)) > size_limit:  # it may have grown since
        raise error_type(f"is larger than {size_limit // 1024 // 1024} MiB; {advice}", path)
    return content


def _open(path: Path) -> tuple[int, int] | None:
    """Return a regular file's descriptor and its size in bytes, else None."""
    if not stat.S_ISREG(path.stat().st_mode):
        return None  # opening a device may already have an effect
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        return None
    return descriptor, status.st_size


def _content(descriptor: int, size: int, size_limit: int) -> bytes:
    """Return a file's bytes, one more than the limit if it has grown beyond.

    Asking for as many as the limit allows would allocate that much memory for each small file. A file object would
    take half of the time of reading one.
    """
    content = os.read(descriptor, size + 1)
    if len(content) == size:
        return content  # one byte more was asked for
    for end in (size, size_limit):
        while len(content) <= end and (piece := os.read(descriptor, end + 1 - len(content))):
            content += piece
        if len(content) <= end:
            break
    return content


def read_yaml_file(path: Path) -> bytes | None:
    """Return a YAML file's bytes if it exists, or raise RecordError."""
    return read_regular_file(path, SIZE_LIMIT, RecordError, "split it, or move records to their own files")


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files in a folder that are not hidden, by name.

    There are none if there is no such folder. Raises RecordError if it cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if entry.name.endswith(SUFFIX) and entry.name[0] != ".")
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        check_folder(folder)
        return []
    except OSError as error:
        raise RecordError(_explanation(error), folder) from error
    return [folder / name for name in names]


def check_folder(path: Path) -> None:
    """Raise RecordError if something other than a folder has this name."""
    if not is_folder(path) and not is_missing(path):
        raise RecordError("is not a folder; move it away", path)


def read_contents(files: Iterable[Path]) -> FileContents:
    """Return the bytes of the files that exist, or raise RecordError."""
    return {file: content for file in files if (content := read_yaml_file(file)) is not None}


def _explanation(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "is a link that leads to itself; move it away"
    return f"cannot be read ({error.strerror}); check its permissions"

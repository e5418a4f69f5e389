"""Read regular files, up to a size limit."""

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from tui.errors import InputError, RecordError

FileContents = Mapping[Path, bytes]
"""The bytes of files at one moment, without files that do not exist."""
SUFFIX = ".yaml"
SIZE_LIMIT = 8 * 1024 * 1024
"""In bytes, far above any annotation file written by hand."""


def read_regular_file(path: Path, size_limit: int, error_type: type[InputError], advice: str) -> bytes | None:
    """Return a file's bytes, or None if there is no such file.

    Raises `error_type` if it cannot be read, is not a regular file, or is larger than `size_limit` bytes. `advice` is
    what to do with a file that is too large.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise error_type("is not a file; move it away", path)
        with path.open("rb") as file:
            content = file.read(size_limit + 1) if status.st_size <= size_limit else b""
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise error_type(f"cannot be read ({error.strerror}); check its permissions", path) from error
    if max(status.st_size, len(content)) > size_limit:  # it may have grown since
        raise error_type(f"is larger than {size_limit // 1024 // 1024} MiB; {advice}", path)
    return content


def read_yaml_file(path: Path) -> bytes | None:
    """Return a YAML file's bytes if it exists, or raise RecordError."""
    return read_regular_file(path, SIZE_LIMIT, RecordError, "split it, or move records to their own files")


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files in a folder that are not hidden, by name."""
    with suppress(OSError), os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if entry.name.endswith(SUFFIX) and entry.name[0] != ".")
        return [folder / name for name in names]
    return []


def read_contents(files: Iterable[Path]) -> FileContents:
    """Return the bytes of the files that exist, or raise RecordError."""
    return {file: content for file in files if (content := read_yaml_file(file)) is not None}

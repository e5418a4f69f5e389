"""Files of YAML as text: size, encoding and line breaks, each refused or settled before anything is parsed."""

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from tui.errors import RecordError

FileContents = Mapping[Path, bytes]
"""Annotation files with what they held at one moment; a file that is not there is not in it."""
SUFFIX = ".yaml"
SIZE_LIMIT = 8 * 1024 * 1024
"""In bytes; no annotation file that people wrote comes near it."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_yaml_file(path: Path) -> bytes | None:
    """Return the file's bytes, or None where there is no such file; raises RecordError where it is no sane file."""
    try:
        return _read_regular(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise RecordError(f"cannot be read ({error.strerror}); check its permissions", path) from error


def record_files(folder: Path) -> list[Path]:
    """Return the files of single records in a folder, by name; none where there is no such folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if entry.name.endswith(SUFFIX) and entry.name[0] != ".")
        return [folder / name for name in names]
    return []


def read_contents(files: Iterable[Path]) -> FileContents:
    """Return those of the files that are there, with their bytes; raises RecordError where one is no sane file."""
    return {file: content for file in files if (content := read_yaml_file(file)) is not None}


def _read_regular(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise RecordError("is not a file; move it away", path)
    if status.st_size > SIZE_LIMIT:
        raise _too_large(path)
    with path.open("rb") as file:
        content = file.read(SIZE_LIMIT + 1)
    if len(content) > SIZE_LIMIT:
        raise _too_large(path)
    return content


def decode_yaml(content: bytes, path: Path) -> str:
    """Return a YAML file's text without byte order mark; raises RecordError at the first byte that is not UTF-8."""
    if content.startswith(_UTF_16):
        raise RecordError("is UTF-16; save it as UTF-8", path, 1, 1)
    try:
        return content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = bad_byte_position(error)
        byte = error.object[error.start]
        raise RecordError(f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8", path, line, column) from error


def bad_byte_position(error: UnicodeDecodeError) -> tuple[int, int]:
    """Return the line and the column (in code points), from 1, of the first byte that is not UTF-8."""
    before = error.object[: error.start].decode("utf-8", "replace")
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1


def has_byte_order_mark(content: bytes) -> bool:
    """Whether a byte order mark stands before the text."""
    return content.startswith(_BYTE_ORDER_MARK)


def _too_large(path: Path) -> RecordError:
    limit = SIZE_LIMIT // 1024 // 1024
    return RecordError(f"is larger than {limit} MiB; split it, or move records to files of their own", path)

"""Store what was parsed, with the digest of the bytes it was parsed from.

A dump is found only for the same bytes, so the store is never out of date. Its format is Python's own (marshal), like
that of compiled modules, so it is read only from a folder of the user.
"""

import marshal
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.util import source_hash
from pathlib import Path
from threading import Lock
from typing import Any
from zlib import crc32

from tui.errors import DiptychError
from tui.model import Workspace
from tui.storage.files.source import FileContents
from tui.storage.files.user_dirs import user_folder, workspace_key

FORMAT = 10
"""The version of the dumps."""
_CHECKSUM_BYTES = 4
"""Before the payload."""
_SIZE_LIMIT = 64 * 1024 * 1024


class ParseStore:
    """The dumps of one workspace, on disk and still to be saved."""

    def __init__(self, workspace: Workspace) -> None:
        self._folder = user_folder("cache") / "readings" / workspace_key(workspace)
        self._unsaved: dict[str, tuple[bytes, Callable[[], Any]]] = {}
        """The digest of what was parsed and its dump, which is made when it is saved."""
        self._saving = Lock()

    def recall(self, name: str, contents: FileContents) -> object:
        """Return the dump of exactly these contents, or None."""
        with suppress(OSError):
            path = self._path(name)
            content = path.read_bytes() if path.stat().st_size <= _SIZE_LIMIT else b""
            payload = memoryview(content)[_CHECKSUM_BYTES:]
            if crc32(payload).to_bytes(_CHECKSUM_BYTES, "big") != content[:_CHECKSUM_BYTES]:
                return None
            with suppress(ValueError, EOFError, TypeError):
                version, digest, dump = marshal.loads(payload)  # noqa: S302 - own folder
                return dump if version == FORMAT and digest == _digest(contents) else None
        return None

    def keep(self, name: str, contents: FileContents, dump: Callable[[], Any]) -> None:
        """Keep what makes a dump, until it is saved.

        The dump consists of tuples, lists, strings, numbers and None.
        """
        self._unsaved[name] = _digest(contents), dump

    def save(self) -> None:
        """Write the new dumps, or parse again next time what cannot be written."""
        from tui.storage.files.atomic import save_pieces  # noqa: PLC0415 - not needed to open
        from tui.storage.files.folders import abandoned_temporaries  # noqa: PLC0415 - not needed to open

        for path in abandoned_temporaries(self._folder):
            with suppress(OSError):
                path.unlink()
        with self._saving:  # several threads may save
            while self._unsaved:
                name, (digest, dump) = self._unsaved.popitem()
                with suppress(OSError, ValueError, DiptychError):
                    payload = marshal.dumps((FORMAT, digest, dump()))
                    self._folder.mkdir(parents=True, exist_ok=True)
                    self._path(name).unlink(missing_ok=True)  # save_pieces would read the old file, which may be huge
                    checksum = crc32(payload).to_bytes(_CHECKSUM_BYTES, "big")
                    save_pieces(self._path(name), (checksum, payload))  # a copy of both would take much memory

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.kept"


def _digest(contents: FileContents) -> bytes:
    """Return the hash of the names and the bytes of files.

    It is the one that Python knows changed modules by. Importing `hashlib`, which loads OpenSSL, would take longer than
    the cache takes to read.
    """
    return source_hash(b"".join(_framed(contents)))


def _framed(contents: FileContents) -> Iterator[bytes]:
    for file, content in contents.items():
        name = os.fsencode(file)
        yield from (b"%d %d\n" % (len(name), len(content)), name, content)

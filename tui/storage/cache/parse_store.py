"""What was read of annotation files, kept for the next time: a cache that can be thrown away at any moment.

It stands beside the very bytes that it was read from, and other bytes are parsed anew, so it cannot be out of date.
The format is Python's own (marshal), as that of its compiled modules; and as those it is read only from a folder of
the user's.
"""

import marshal
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from tui.errors import DiptychError
from tui.model import Workspace
from tui.storage.files.source import FileContents
from tui.storage.files.user_dirs import cache_folder, workspace_key

FORMAT = 1
"""Another number for every other shape of what is kept."""
_CHECK = 4
"""Bytes of the checksum before what is kept."""
_MOST = 64 * 1024 * 1024


class ParseStore:
    """The readings of one workspace: those of the last time, and those of this time that are to be kept."""

    def __init__(self, workspace: Workspace) -> None:
        self._folder = cache_folder() / "readings" / workspace_key(workspace)
        self._unsaved: dict[str, Any] = {}

    def recall(self, name: str, contents: FileContents) -> object:
        """Return what was kept of files that held exactly this; None where there is no such thing."""
        with suppress(OSError):
            path = self._path(name)
            content = path.read_bytes() if path.stat().st_size <= _MOST else b""
            if crc32(content[_CHECK:]).to_bytes(_CHECK, "big") != content[:_CHECK]:
                return None
            with suppress(ValueError, EOFError, TypeError):
                form, files, kept = marshal.loads(memoryview(content)[_CHECK:])  # noqa: S302 - the user's own folder
                return kept if form == FORMAT and files == _files(contents) else None
        return None

    def keep(self, name: str, contents: FileContents, kept: object) -> None:
        """Remember, until it is saved, what was read of these files: tuples, strings, numbers and None."""
        self._unsaved[name] = (FORMAT, _files(contents), kept)

    def save(self) -> None:
        """Write what is to be kept; what cannot be written is read from its files again the next time."""
        from tui.storage.files.atomic import save_bytes  # opening starts without what only saving needs

        while self._unsaved:
            name, kept = self._unsaved.popitem()
            with suppress(OSError, ValueError, DiptychError):
                payload = marshal.dumps(kept)
                self._folder.mkdir(parents=True, exist_ok=True)
                self._path(name).unlink(missing_ok=True)  # whatever it is, it is of no use, and may be huge
                save_bytes(self._path(name), crc32(payload).to_bytes(_CHECK, "big") + payload)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.kept"


def _files(contents: FileContents) -> tuple[tuple[str, bytes], ...]:
    return tuple((str(file), content) for file, content in contents.items())

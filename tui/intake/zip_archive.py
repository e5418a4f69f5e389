"""The parts of a ZIP archive, unpacked in memory within limits."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from posixpath import normpath
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tui.errors import DocumentError
from tui.intake.limits import MAX_ENTRIES, MAX_INFLATED

_ENTRY = b"PK\x01\x02"
"""How the listing of a part begins."""
_ENCRYPTED = 0x1
_FAULTS = (BadZipFile, EOFError, OSError, OverflowError, RuntimeError, ValueError, struct.error, zlib.error)


class Archive:
    """A ZIP archive of which parts are read by name, never written."""

    def __init__(self, data: bytes) -> None:
        """Read the list of parts, or raise DocumentError."""
        if data.count(_ENTRY) > MAX_ENTRIES:  # zipfile would take a kilobyte for each
            raise DocumentError(f"is an archive of more than {MAX_ENTRIES} parts; unpack it and add a part")
        try:
            self._zip = ZipFile(BytesIO(data))
        except _FAULTS as error:
            raise DocumentError(f"is a damaged archive ({error}); copy or download it again") from error
        self._infos = {info.filename: info for info in self._zip.infolist()}
        self._inflated = 0

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._infos)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raise DocumentError if it is missing, damaged, encrypted or too large.
        """
        info = self._infos.get(name)
        if info is None:
            raise DocumentError(f"has no part {name!r}; save it again")
        if info.flag_bits & _ENCRYPTED:
            raise DocumentError("is encrypted; save it without a password")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise DocumentError(f"packs {name!r} in an unusual way; save it again")
        data = self._unpack(info)
        self._inflated += len(data)
        if self._inflated > MAX_INFLATED:
            raise DocumentError(f"unpacks to more than {MAX_INFLATED // 1_000_000} MB; add a smaller part of it")
        return data

    def _unpack(self, info: ZipInfo) -> bytes:
        try:
            with self._zip.open(info) as part:
                return part.read(MAX_INFLATED - self._inflated + 1)
        except _FAULTS as error:
            raise DocumentError(f"is damaged at {info.filename!r} ({error}); copy or download it again") from error

    def __contains__(self, name: str) -> bool:
        return name in self._infos


def part_name(folder: str, reference: str) -> str:
    """Return the name of the part that a reference in a folder means.

    >>> part_name("OEBPS", "text/ch%201.xhtml#top")
    'OEBPS/text/ch 1.xhtml'
    """
    path = unquote(reference.partition("#")[0])
    joined = path.lstrip("/") if path.startswith("/") else f"{folder}/{path}"
    return normpath(joined).lstrip("/")

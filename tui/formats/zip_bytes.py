"""Pack files into a ZIP archive that has the same bytes each time."""

from collections.abc import Iterable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tui.errors import SaveError

_MODE = 0o644 << 16


def zip_bytes(files: Iterable[tuple[str, Iterable[str]]]) -> bytes:
    """Return an archive of files with these names and texts, in UTF-8.

    A text comes in pieces, and only what is packed of it is kept. Raise SaveError if it is over 2 GiB.
    """
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, pieces in files:
            entry = ZipInfo(name)  # of 1980, whenever it is
            entry.external_attr = _MODE
            entry.compress_type = ZIP_DEFLATED
            _pack(archive, entry, pieces)
    return packed.getvalue()


def _pack(archive: ZipFile, entry: ZipInfo, pieces: Iterable[str]) -> None:
    try:
        with TextIOWrapper(archive.open(entry, "w"), "utf-8", errors="replace", newline="") as file:
            file.writelines(pieces)
    except RuntimeError as error:
        if "force_zip64" not in str(error):
            raise
        raise SaveError(
            "is over 2 GiB, too large for this archive; export fewer articles", Path(entry.filename)
        ) from error

"""Pack files into a ZIP archive that has the same bytes each time."""

from collections.abc import Iterable
from io import BytesIO, TextIOWrapper
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MODE = 0o644 << 16


def zip_bytes(files: Iterable[tuple[str, Iterable[str]]]) -> bytes:
    """Return an archive of files with these names and texts, in UTF-8.

    A text comes in pieces, and only what is packed of it is kept.
    """
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, pieces in files:
            entry = ZipInfo(name)  # of 1980, whenever it is
            entry.external_attr = _MODE
            entry.compress_type = ZIP_DEFLATED
            with TextIOWrapper(archive.open(entry, "w"), "utf-8", errors="replace", newline="") as file:
                file.writelines(pieces)
    return packed.getvalue()

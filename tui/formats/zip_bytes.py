"""Pack files into a ZIP archive that has the same bytes each time."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MODE = 0o644 << 16


def zip_bytes(files: Iterable[tuple[str, str]]) -> bytes:
    """Return an archive of files with these names and texts, in UTF-8."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in files:
            entry = ZipInfo(name)  # of 1980, whenever it is
            entry.external_attr = _MODE
            archive.writestr(entry, text.encode(errors="replace"), ZIP_DEFLATED)
    return packed.getvalue()

"""An archive has the same bytes whenever it is made."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from tui.formats.zip_bytes import zip_bytes


def test_the_files_come_back_and_the_bytes_do_not_change(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"a.txt": "é\r\n\n😀", "sources/b.txt": "x" * 9999}
    packed = zip_bytes(files.items())
    with ZipFile(BytesIO(packed)) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == files
        assert archive.testzip() is None
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert zip_bytes(files.items()) == packed
    assert len(packed) < 1000

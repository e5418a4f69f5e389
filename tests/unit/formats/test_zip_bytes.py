"""An archive has the same bytes whenever it is made."""

import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest

from tui.errors import SaveError
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


def test_a_text_in_pieces_is_packed_as_they_come() -> None:
    piece = "Nobody was hurt, é😀\r\n" * 5_000
    tracemalloc.start()
    try:
        packed = zip_bytes([("a.txt", (piece for _ in range(300)))])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert packed == zip_bytes([("a.txt", (piece * 300,))])
    assert peak < 5_000_000


def test_what_is_no_character_is_replaced() -> None:
    with ZipFile(BytesIO(zip_bytes([("a.txt", ("a\ud800", "b"))]))) as archive:
        assert archive.read("a.txt") == b"a?b"


def test_a_text_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zipfile.ZIP64_LIMIT", 5_000)
    with pytest.raises(SaveError, match=r"^sources/b\.txt: is over 2 GiB"):
        zip_bytes([("a.txt", ("x" * 4_000,)), ("sources/b.txt", ("x" * 3_000, "y" * 3_000))])


def test_what_a_text_raises_is_raised_unchanged() -> None:
    def pieces() -> Iterator[str]:
        yield "x"
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        zip_bytes([("a.txt", pieces())])

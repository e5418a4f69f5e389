"""An archive is unpacked within limits, and never onto the disk."""

from io import BytesIO
from zipfile import ZIP_LZMA, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zip_files import zip_file

from tui.errors import DocumentError
from tui.intake import zip_archive as module
from tui.intake.zip_archive import Archive, part_name


def test_a_part_is_read_by_its_name() -> None:
    archive = Archive(zip_file({"a/b.xml": "words", "c": ""}))
    assert (archive.names, archive.read("a/b.xml"), "c" in archive, "d" in archive) == (
        ("a/b.xml", "c"),
        b"words",
        True,
        False,
    )


def test_a_missing_part_is_an_error() -> None:
    with pytest.raises(DocumentError, match=r"^has no part 'x'"):
        Archive(zip_file({})).read("x")


def test_all_parts_together_may_not_be_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_INFLATED", 9)
    archive = Archive(zip_file({"a": b"12345", "b": b"6789", "c": b"0"}))
    assert archive.read("a") + archive.read("b") == b"123456789"
    with pytest.raises(DocumentError, match=r"^unpacks to more than"):
        archive.read("c")


def test_too_many_parts_are_refused_before_they_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ENTRIES", 2)
    with pytest.raises(DocumentError, match="more than 2 parts"):
        Archive(zip_file({"a": "", "b": "", "c": ""}))


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(zip_file({"a": "words"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(DocumentError, match=r"^is encrypted"):
        Archive(bytes(data)).read("a")


def test_an_unusual_compression_is_refused() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_LZMA) as archive:
        archive.writestr("a", "words")
    with pytest.raises(DocumentError, match=r"^packs 'a' in an unusual way"):
        Archive(packed.getvalue()).read("a")


@given(st.integers(0, 120), st.binary(max_size=8))
def test_a_damaged_archive_is_an_error(position: int, other: bytes) -> None:
    data = zip_file({"a": "words and more words"})
    damaged = data[:position] + other + data[position + len(other) :]
    try:
        archive = Archive(damaged)
        for name in archive.names:
            archive.read(name)
    except DocumentError as error:
        assert error.message  # noqa: PT017 - no error is right too


@pytest.mark.parametrize(
    ("folder", "reference", "name"),
    [
        ("OEBPS", "a%20b.xhtml#top", "OEBPS/a b.xhtml"),
        ("OEBPS/text", "../img/a.png", "OEBPS/img/a.png"),
        ("", "word/document.xml", "word/document.xml"),
        ("word", "/word/document.xml", "word/document.xml"),
        ("", "../../etc/passwd", "etc/passwd"),
    ],
)
def test_a_reference_is_taken_from_its_folder(folder: str, reference: str, name: str) -> None:
    assert part_name(folder, reference) == name

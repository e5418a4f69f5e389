"""Files to import from: one, or all of a folder."""

from pathlib import Path

import pytest

from tui.errors import FormatError
from tui.session.import_files import import_paths, read_import


def test_a_folder_stands_for_its_files(tmp_path: Path) -> None:
    for name in ("b.json", "a.JSONLD", "c.exe"):
        (tmp_path / name).write_text("{}")
    assert [path.name for path in import_paths(tmp_path)] == ["a.JSONLD", "b.json"]
    assert list(import_paths(tmp_path / "x.json")) == [tmp_path / "x.json"]
    (tmp_path / "empty").mkdir()
    with pytest.raises(FormatError, match="has no file to import"):
        list(import_paths(tmp_path / "empty"))


def test_beside_stand_off_annotations_nothing_else_is_read(tmp_path: Path) -> None:
    for name in ("README.md", "one.ann", "one.txt", "table.csv"):
        (tmp_path / name).write_text("")
    assert [path.name for path in import_paths(tmp_path)] == ["one.ann"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "is not there"),
        (b"\xff", "is not UTF-8 at byte 0"),
        (b"{}", "is in no format that is known"),
        (b'{"@context": ,}', "x.json:1:14: is not JSON"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "x.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FormatError) as caught:
        read_import(path)
    assert str(caught.value).startswith(f"{path}:")
    assert message in str(caught.value)


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b'\xef\xbb\xbf{\n"format": "diptych", "version": 1}')
    assert read_import(path).annotations == ()


def test_brat_is_read_with_the_text_beside_it(tmp_path: Path) -> None:
    (tmp_path / "one.ann").write_text("T1\tPerson 0 3\tAda\n")
    with pytest.raises(FormatError, match=r"one.ann: needs its text beside it, in one.txt"):
        read_import(tmp_path / "one.ann")
    (tmp_path / "one.txt").write_text("Ada told")
    (foreign,) = read_import(tmp_path / "one.ann").annotations
    assert (foreign.annotation.quote, foreign.article.file) == ("Ada", "one.ann")

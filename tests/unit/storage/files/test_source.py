"""Files that are read: regular ones, up to a limit."""

import errno
import os
from pathlib import Path

import pytest
from blocked_paths import block

from tui.errors import ArticleError, RecordError
from tui.storage.files.source import (
    check_folder,
    open_regular_file,
    read_contents,
    read_regular_file,
    read_yaml_file,
    yaml_files,
)


def test_large_files_are_not_read(tmp_path: Path) -> None:
    file = tmp_path / "f"
    with file.open("wb") as opened:
        opened.truncate(100 * 1024 * 1024)
    with pytest.raises(RecordError, match="larger than 8 MiB"):
        read_yaml_file(file)


def test_only_files_are_read(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is not a file"):
        read_yaml_file(tmp_path)
    assert read_yaml_file(tmp_path / "none") is None


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_bytes(bytes(2 * 1024 * 1024))
    assert read_regular_file(file, 2 * 1024 * 1024, ArticleError, "split it") == file.read_bytes()
    file.write_bytes(bytes(2 * 1024 * 1024 + 1))
    with pytest.raises(ArticleError, match="f: is larger than 2 MiB; split it"):
        read_regular_file(file, 2 * 1024 * 1024, ArticleError, "split it")


@pytest.mark.parametrize(("added", "is_read"), [(b"", True), (b"\n123", True), (b"\n1234", False)])
def test_a_file_that_grows_meanwhile_is_read_up_to_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, added: bytes, is_read: bool
) -> None:
    file = tmp_path / "f"
    file.write_bytes(b"text")

    def grow(descriptor: int) -> os.stat_result:
        status = os.stat(descriptor)
        if status.st_size == 4:
            file.write_bytes(b"text" + added)
        return status

    monkeypatch.setattr("tui.storage.files.source.os.fstat", grow)
    if is_read:
        assert read_regular_file(file, 8, ArticleError, "split it") == b"text" + added
    else:
        with pytest.raises(ArticleError, match="is larger than"):
            read_regular_file(file, 8, ArticleError, "split it")


def test_a_file_below_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    assert read_yaml_file(tmp_path / "f" / "g.yaml") is None


def test_a_file_of_an_impossible_name_is_missing(tmp_path: Path) -> None:
    assert read_yaml_file(tmp_path / ("x" * 300)) is None


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.EIO, "Input/output error")

    (tmp_path / "a.yaml").write_text("")
    monkeypatch.setattr("tui.storage.files.source.os.open", fail)
    with pytest.raises(RecordError, match=r"cannot be read \(Input/output error\); check its permissions"):
        read_yaml_file(tmp_path / "a.yaml")


def test_files_of_a_folder_come_by_name_without_the_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", ".c.yaml", "d.yml", "e.yaml.tmp"):
        (tmp_path / name).write_text(name)
    assert [file.name for file in yaml_files(tmp_path)] == ["a.yaml", "b.yaml"]
    assert yaml_files(tmp_path / "none") == []


def test_contents_are_those_of_the_files_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a")
    assert read_contents([tmp_path / "a.yaml", tmp_path / "b.yaml"]) == {tmp_path / "a.yaml": b"a"}
    (tmp_path / "b.yaml").mkdir()
    with pytest.raises(RecordError, match="is not a file"):
        read_contents([tmp_path / "a.yaml", tmp_path / "b.yaml"])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("FIFO", "is not a file; move it away"),
        ("folder", "is not a file; move it away"),
        ("link to zeros", "is not a file; move it away"),
        ("link to itself", "is a link that leads to itself; move it away"),
    ],
)
def test_what_is_no_file_is_reported_at_once(tmp_path: Path, name: str, said: str) -> None:
    block(tmp_path / "a", name)
    with pytest.raises(RecordError, match=f"a: {said}"):
        read_yaml_file(tmp_path / "a")


def test_a_file_that_becomes_a_fifo_meanwhile_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    regular = Path(__file__).stat()
    block(tmp_path / "a", "FIFO")
    monkeypatch.setattr(Path, "stat", lambda _: regular)
    assert open_regular_file(tmp_path / "a") is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("FIFO", "is not a folder; move it away"),
        ("link to zeros", "is not a folder; move it away"),
        ("link to itself", "is a link that leads to itself; move it away"),
    ],
)
def test_what_is_no_folder_is_reported(tmp_path: Path, name: str, said: str) -> None:
    block(tmp_path / "a", name)
    with pytest.raises(RecordError, match=f"a: {said}"):
        yaml_files(tmp_path / "a")


def test_a_folder_below_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    assert yaml_files(tmp_path / "f" / "g") == []
    with pytest.raises(RecordError, match="f: is not a folder"):
        check_folder(tmp_path / "f")
    check_folder(tmp_path)
    check_folder(tmp_path / "none")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_permissions_that_are_missing_are_reported(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0o000)
    for read in (yaml_files, lambda folder: read_yaml_file(folder / "a.yaml")):
        with pytest.raises(RecordError, match=r"cannot be read \(Permission denied\); check its permissions"):
            read(tmp_path / "a")

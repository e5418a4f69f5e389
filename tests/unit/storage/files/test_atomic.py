"""Saving that fails in one call."""

import errno
import os
import stat
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from unittest import mock

import pytest
from fake_os_calls import RecordedCalls

from tui.errors import ConflictError, OverwriteError, SaveError
from tui.storage.files.atomic import (
    fingerprint,
    remove_file,
    remove_files,
    save_bytes,
    write_new,
    write_new_files,
    write_new_text,
)
from tui.storage.files.os_calls import OsCalls


class Unconfirmed(OsCalls):
    """A disk where syncing a folder fails, and then the named calls."""

    def __init__(self, *broken: str) -> None:
        self.broken = broken
        self.failed = False

    def fsync(self, descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            self.failed = True
            raise OSError(errno.EIO, "no")
        super().fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._fail("replace")
        super().replace(source, target)

    def unlink(self, path: Path) -> None:
        self._fail("unlink")
        super().unlink(path)

    def _fail(self, name: str) -> None:
        if self.failed and name in self.broken:
            raise OSError(errno.EIO, "no")


class Lying(OsCalls):
    """A disk that loses what is written."""

    def write(self, descriptor: int, content: memoryview) -> int:
        return len(content)


class Stuck(OsCalls):
    """A disk that takes nothing, and says so by a zero."""

    asked = 0

    def write(self, descriptor: int, content: memoryview) -> int:
        self.asked += 1
        assert self.asked < 10, "asked for ever"
        return 0


def test_the_file_is_synced_before_it_takes_its_place(tmp_path: Path) -> None:
    system = RecordedCalls()
    save_bytes(tmp_path / "f", b"one", os_calls=system)
    assert system.names == ["fsync", "replace", "fsync"]


@pytest.mark.parametrize(("system", "said"), [(Lying(), "other bytes"), (Stuck(), "could not be written")])
def test_a_disk_that_keeps_nothing_is_caught(tmp_path: Path, system: OsCalls, said: str) -> None:
    file = tmp_path / "f"
    file.write_bytes(b"before")
    with pytest.raises(SaveError, match=said):
        save_bytes(file, b"after", os_calls=system)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"before"]


def test_what_the_disk_does_not_confirm_is_taken_back(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"before")
    old.chmod(0o640)
    saves: tuple[Callable[[], None], ...] = (
        lambda: save_bytes(old, b"after", os_calls=Unconfirmed()),
        lambda: save_bytes(new, b"after", os_calls=Unconfirmed()),
        lambda: write_new(new, b"after", os_calls=Unconfirmed()),
        lambda: remove_file(old, os_calls=Unconfirmed()),
    )
    for save in saves:
        with pytest.raises(SaveError):
            save()
        assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"before"]
    assert old.stat().st_mode & 0o777 == 0o640


def test_what_cannot_be_taken_back_is_told(tmp_path: Path) -> None:
    file = tmp_path / "f"
    with pytest.raises(SaveError, match="is written, but the disk did not confirm it"):
        write_new(file, b"one", os_calls=Unconfirmed("unlink"))
    with pytest.raises(SaveError, match="holds the new text, but the disk did not confirm it"):
        save_bytes(file, b"two", os_calls=Unconfirmed("replace"))
    assert file.read_bytes() == b"two"
    with pytest.raises(SaveError, match="is removed, but the disk did not confirm it"):
        remove_file(file, os_calls=Unconfirmed("replace"))


def test_a_change_in_the_last_moment_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_bytes(b"theirs")
    with pytest.raises(ConflictError):
        save_bytes(file, b"mine", expected=fingerprint(b"read before"))
    assert file.read_bytes() == b"theirs"
    assert [each.name for each in tmp_path.iterdir()] == ["f"]


def test_an_export_overwrites_only_when_told(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    write_new(file, b"one")
    with pytest.raises(SaveError, match="exists already"):
        write_new(file, b"two")
    assert file.read_bytes() == b"one"
    write_new(file, b"two", force=True)
    assert file.read_bytes() == b"two"
    assert [each.name for each in tmp_path.iterdir()] == ["notes.md"]


def test_an_export_into_nowhere_says_so(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="no such folder"):
        write_new(tmp_path / "no" / "notes.md", b"one")
    with pytest.raises(SaveError, match="is not a file"):
        write_new(tmp_path, b"one", force=True)
    dangling = tmp_path / "link"
    dangling.symlink_to(tmp_path / "target")
    with pytest.raises(SaveError, match="exists already"):
        write_new(dangling, b"one")


def test_a_disk_without_links_takes_new_files_too(tmp_path: Path) -> None:
    class Fat(OsCalls):
        def link(self, source: Path, target: Path) -> None:
            raise OSError(errno.EPERM, "no links here")

    write_new(tmp_path / "f", b"one", os_calls=Fat())
    assert (tmp_path / "f").read_bytes() == b"one"
    with pytest.raises(SaveError, match="exists already"):
        write_new(tmp_path / "f", b"two", os_calls=Fat())


def test_a_long_name_fits(tmp_path: Path) -> None:
    file = tmp_path / ("é" * 127)
    write_new(file, b"one")
    assert file.read_bytes() == b"one"


@pytest.mark.parametrize("force", [False, True])
def test_a_long_text_is_written_piece_by_piece(tmp_path: Path, force: bool) -> None:
    path = tmp_path / "long.md"
    if force:
        path.write_text("old", "utf-8")
    tracemalloc.start()
    write_new_text(path, (f"{number:03}é" * 20_000 for number in range(80)), force)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert path.stat().st_size == 80 * 100_000
    assert path.read_text("utf-8").endswith("079é079é")
    assert peak < 4_000_000  # half of what was written
    assert list(tmp_path.iterdir()) == [path]


class _Mangling(OsCalls):
    def read_blocks(self, path: Path) -> Iterator[bytes]:
        return (block.replace(b"2", b"3") for block in super().read_blocks(path))


def test_pieces_that_the_disk_changes_are_not_kept(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="the disk returned other bytes"):
        write_new_text(tmp_path / "x", ("1", "2"), os_calls=_Mangling())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [3, 40])
def test_new_files_are_fsynced_before_any_has_its_name(tmp_path: Path, number: int) -> None:
    class Linking(RecordedCalls):
        def link(self, source: Path, target: Path) -> None:
            self.names.append("link")
            super().link(source, target)

    (tmp_path / "b").mkdir()
    system = Linking()
    files = {tmp_path / name: name.encode() for each in range(number) for name in (f"{each}", f"b/{each}")}
    write_new_files(files.items(), os_calls=system)
    count = 2 * number
    assert system.names == ["fsync"] * count + ["link"] * count + ["fsync"] * 2
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == files


@pytest.mark.parametrize("number", [3, 40])
def test_new_files_that_cannot_be_written_leave_no_temporary_file(tmp_path: Path, number: int) -> None:
    class Failing(OsCalls):
        def fsync(self, descriptor: int) -> None:
            raise OSError(errno.EIO, "no")

    files = [(tmp_path / str(each), b"x") for each in range(number)]
    for system in (Failing(), Lying()):
        with pytest.raises(SaveError):
            write_new_files(files, os_calls=system)
        assert not list(tmp_path.iterdir())
    (tmp_path / "2").write_bytes(b"mine")
    with pytest.raises(OverwriteError):
        write_new_files(files)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "1", "2"]
    assert (tmp_path / "2").read_bytes() == b"mine"


def test_files_are_removed_with_one_fsync_of_each_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    files = [tmp_path / name for each in range(3) for name in (f"{each}", f"b/{each}")]
    for path in files:
        path.write_bytes(b"x")
    system = RecordedCalls()
    remove_files(files, os_calls=system)
    assert system.names == ["replace"] * 6 + ["fsync"] * 2
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_files_that_cannot_all_be_removed_are_put_back(tmp_path: Path) -> None:
    files = [tmp_path / str(each) for each in range(3)]

    def conflicting() -> Iterator[Path]:
        yield files[0]
        raise ConflictError("changed", files[1])

    for path in files:
        path.write_bytes(b"x")
    cases: list[tuple[Iterable[Path], OsCalls, str]] = [
        (files, Unconfirmed(), "could not be written"),
        (conflicting(), OsCalls(), "changed"),
        ([*files, tmp_path / "none"], OsCalls(), "none"),
    ]
    for paths, system, error in cases:
        with pytest.raises(SaveError, match=error):
            remove_files(paths, os_calls=system)
        assert sorted(tmp_path.iterdir()) == files
    with pytest.raises(SaveError, match="did not confirm"):
        remove_files(files, os_calls=Unconfirmed("replace"))
    assert all(not path.exists() for path in files)


def test_what_cannot_be_put_back_keeps_no_other_file_away(tmp_path: Path) -> None:
    files = [tmp_path / str(each) for each in range(3)]
    for path in files:
        path.write_bytes(b"x")
    system = Unconfirmed()
    with (
        mock.patch.object(system, "_fail", side_effect=[None, None, None, OSError(errno.EIO, "no"), None, None]),
        pytest.raises(SaveError, match="did not confirm") as raised,
    ):
        remove_files(files, os_calls=system)
    assert raised.value.file == files[0]
    assert [path.exists() for path in files] == [False, True, True]

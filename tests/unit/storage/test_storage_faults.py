"""Every call of a save fails once, in turn: nothing is damaged, and no litter stays."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tui.errors import ConflictError, SaveError
from tui.model import Annotation, Codebook, Proposition, Record, TextSelector, Workspace
from tui.storage.atomic import fingerprint, save_bytes, write_new
from tui.storage.reading import read_records
from tui.storage.saving import add_proposition, create, delete, restore, update
from tui.storage.system import System

CALLS = ("open", "read", "write", "fsync", "fchmod", "close", "stat", "fstat")
MORE = ("replace", "link", "unlink", "mkdir", "flock")
ANY = Codebook(complete=False)
LIST = "article: a\nannotations:\n  # c\n  - {id: one, kind: note, body: x}\n  - id: two\n    kind: note\n"


class Failing(System):
    """A system whose call number `failing` fails, once."""

    def __init__(self, failing: int = -1, code: int = errno.EIO) -> None:
        self.failing = failing
        self.code = code
        self.calls: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        real = super().__getattribute__(name)
        if name not in CALLS + MORE:
            return real

        def call(*arguments: Any) -> Any:
            self.calls.append(name)
            if len(self.calls) - 1 == self.failing:
                if name == "close":
                    real(*arguments)
                raise OSError(self.code, os.strerror(self.code))
            return real(*arguments)

        return call


class Short(System):
    """A system that writes three bytes at a time."""

    def write(self, descriptor: int, content: memoryview) -> int:
        return super().write(descriptor, content[:3])


class Lying(System):
    """A disk that loses what is written."""

    def write(self, descriptor: int, content: memoryview) -> int:
        return len(content)


Action = Callable[[Workspace, System], object]


def note(name: str) -> Annotation:
    return Annotation(name, "note", "a", TextSelector("it"), body="old")


def record(workspace: Workspace, name: str) -> Record:
    found = {each.annotation.id: each for each in read_records(workspace, "a", ANY).records}
    return found[name]


def creating(workspace: Workspace, system: System) -> None:
    create(workspace, note("new"), system=system)


def updating(workspace: Workspace, system: System) -> None:
    old = record(workspace, "own")
    update(workspace, old, replace(old.annotation, body="new", modified="M"), system=system)


def updating_list(workspace: Workspace, system: System) -> None:
    old = record(workspace, "two")
    update(workspace, old, replace(old.annotation, body="new", modified="M"), system=system)


def deleting(workspace: Workspace, system: System) -> None:
    delete(workspace, record(workspace, "own"), system=system)


def deleting_from_list(workspace: Workspace, system: System) -> None:
    delete(workspace, record(workspace, "one"), system=system)


def restoring(workspace: Workspace, system: System) -> None:
    restore(workspace, delete(workspace, record(workspace, "own")), system=system)


def adding(workspace: Workspace, system: System) -> None:
    add_proposition(workspace, Proposition("p", "q"), system=system)


ACTIONS = (creating, updating, updating_list, deleting, deleting_from_list, restoring, adding)


def prepare(folder: Path) -> Workspace:
    (folder / "articles").mkdir(parents=True)
    workspace = Workspace(folder, folder / "articles")
    create(workspace, replace(note("own"), created="C"))
    workspace.list_file("a").write_text(LIST)
    return workspace


def contents(workspace: Workspace) -> dict[str, bytes]:
    files = (path for path in workspace.root.rglob("*") if path.is_file())
    return {str(path.relative_to(workspace.root)): path.read_bytes() for path in files}


def counted(folder: Path, action: Action) -> tuple[list[str], dict[str, bytes]]:
    workspace, system = prepare(folder), Failing()
    action(workspace, system)
    return system.calls, contents(workspace)


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT])
@pytest.mark.parametrize("action", ACTIONS)
def test_each_call_fails_once(tmp_path: Path, action: Action, code: int) -> None:
    calls, after = counted(tmp_path / "good", action)
    assert {"open", "fsync", "flock"} <= set(calls)
    for failing in range(len(calls)):
        workspace = prepare(tmp_path / str(failing))
        before = contents(workspace)
        if action is restoring:
            del before["annotations/a/anon.own.yaml"]
        system = Failing(failing, code)
        try:
            action(workspace, system)
        except SaveError:
            assert_whole(workspace, before, after)
        else:
            assert_whole(workspace, after, after)
        assert len(system.calls) > failing


def assert_whole(workspace: Workspace, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """Each file is as it was or as it should be, and none is there besides."""
    found = contents(workspace)
    assert not [name for name in found if name.endswith(".tmp")]
    strip = {name: _without_time(content) for name, content in found.items()}
    allowed = {name: {_without_time(each.get(name)) for each in (before, after)} for name in before | after}
    assert all(strip.get(name) in versions for name, versions in allowed.items())
    assert set(found) <= set(allowed)


def _without_time(content: bytes | None) -> bytes | None:
    lines = content.splitlines() if content is not None else None
    return b"\n".join(line for line in lines if not line.startswith(b"created:")) if lines is not None else None


@pytest.mark.parametrize("action", ACTIONS)
def test_short_writes_are_finished(tmp_path: Path, action: Action) -> None:
    workspace = prepare(tmp_path / "w")
    action(workspace, Short())
    _, after = counted(tmp_path / "good", action)
    assert_whole(workspace, after, after)


def test_a_new_record_that_failed_can_be_saved_again(tmp_path: Path) -> None:
    calls, _ = counted(tmp_path / "good", creating)
    for failing in range(len(calls)):
        workspace = prepare(tmp_path / str(failing))
        try:
            creating(workspace, Failing(failing))
        except SaveError:
            creating(workspace, System())
        assert record(workspace, "new").annotation.body == "old"


def test_a_disk_that_lies_is_caught(tmp_path: Path) -> None:
    workspace = prepare(tmp_path)
    before = contents(workspace)
    with pytest.raises(SaveError, match="other bytes"):
        updating(workspace, Lying())
    assert contents(workspace) == before


def test_the_file_is_synced_before_it_takes_its_place(tmp_path: Path) -> None:
    calls, _ = counted(tmp_path / "good", updating)
    place = calls.index("replace")
    assert "fsync" in calls[:place]
    assert calls.index("flock") < calls.index("read") < calls.index("write") < place
    assert "fsync" in calls[place:]


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
    class Fat(System):
        def link(self, source: Path, target: Path) -> None:
            raise OSError(errno.EPERM, "no links here")

    write_new(tmp_path / "f", b"one", system=Fat())
    assert (tmp_path / "f").read_bytes() == b"one"
    with pytest.raises(SaveError, match="exists already"):
        write_new(tmp_path / "f", b"two", system=Fat())


def test_a_long_name_fits(tmp_path: Path) -> None:
    file = tmp_path / ("é" * 127)
    write_new(file, b"one")
    assert file.read_bytes() == b"one"

"""One change of one file, made once and taken back."""

from pathlib import Path

import pytest
from fake_os_calls import RecordedCalls

from tui.errors import ConflictError
from tui.storage.files.file_changes import FileChange, apply_change, apply_changes, require_unchanged
from tui.storage.files.os_calls import OS_CALLS


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


CASES = pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (FileChange(Path("a"), b"1", b"2"), {"a": b"1"}, {"a": b"2"}),
        (FileChange(Path("a"), None, b"2"), {}, {"a": b"2"}),
        (FileChange(Path("a"), b"1", None), {"a": b"1"}, {}),
        (FileChange(Path("a"), b"1", b"2", Path("b")), {"a": b"1"}, {"b": b"2"}),
        (FileChange(Path("d/a"), b"1", b"2", Path("e/a")), {"d/a": b"1"}, {"e/a": b"2"}),
        (FileChange(Path("a"), None, None, Path("b")), {"a": b"any"}, {"b": b"any"}),
    ],
    ids=["edit", "create", "remove", "move and edit", "to another folder", "move"],
)


def placed(change: FileChange, folder: Path) -> FileChange:
    new_path = folder / change.new_path if change.new_path else None
    return FileChange(folder / change.path, change.before, change.after, new_path)


@CASES
def test_a_change_is_made_once_and_taken_back(
    tmp_path: Path, change: FileChange, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    for name, content in before.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    change = placed(change, tmp_path)
    require_unchanged([change])
    for _ in range(2):
        apply_change(change)
        assert files(tmp_path) == after
    for _ in range(2):
        apply_change(change.inverse)
        assert files(tmp_path) == before


def test_a_folder_that_a_move_leaves_empty_is_removed(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a").write_bytes(b"1")
    apply_change(FileChange(tmp_path / "old/a", b"1", b"1", tmp_path / "new/a"))
    assert not (tmp_path / "old").exists()


@pytest.mark.parametrize(
    ("change", "now"),
    [
        (FileChange(Path("a"), b"1", b"2"), {"a": b"3"}),
        (FileChange(Path("a"), b"1", b"2"), {}),
        (FileChange(Path("a"), None, b"2"), {"a": b"3"}),
        (FileChange(Path("a"), b"1", b"2", Path("b")), {"a": b"3"}),
        (FileChange(Path("a"), b"1", b"2", Path("b")), {"a": b"1", "b": b"3"}),
        (FileChange(Path("a"), None, None, Path("b")), {"a": b"1", "b": b"3"}),
    ],
)
def test_what_somebody_else_changed_stays_as_it_is(tmp_path: Path, change: FileChange, now: dict[str, bytes]) -> None:
    for name, content in now.items():
        (tmp_path / name).write_bytes(content)
    change = placed(change, tmp_path)
    with pytest.raises(ConflictError):
        require_unchanged([change])
    with pytest.raises(ConflictError):
        apply_change(change)
    assert files(tmp_path) == now


def test_changes_are_made_in_their_order_and_new_files_in_one_go(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "there").write_bytes(b"x")
    changes = [
        FileChange(tmp_path / "a", b"1", b"2"),
        *(FileChange(tmp_path / f"d/{number}", None, b"x") for number in range(300)),
        FileChange(tmp_path / "there", None, b"x"),
        FileChange(tmp_path / "d/0", b"x", None),
        FileChange(tmp_path / "e/1", None, b"y"),
    ]
    watched: list[int] = []
    apply_changes(changes, watched.append)
    assert watched == list(range(304))
    expected = {"a": b"2", "there": b"x", "e/1": b"y", **{f"d/{number}": b"x" for number in range(1, 300)}}
    assert files(tmp_path) == expected
    with pytest.raises(ConflictError, match="stays as it is"):
        apply_changes([FileChange(tmp_path / "f/new", None, b"z"), FileChange(tmp_path / "a", None, b"3")], print)
    assert files(tmp_path) == expected
    assert not (tmp_path / "f").exists()


def test_files_are_removed_in_one_go_or_all_stay(tmp_path: Path) -> None:
    made = [FileChange(tmp_path / f"d/{number}", None, b"x") for number in range(300)]
    apply_changes(made, lambda _: None)
    undone = [change.inverse for change in made]
    (tmp_path / "d/299").write_bytes(b"mine")
    with pytest.raises(ConflictError, match="stays as it is"):
        apply_changes(undone[256:], lambda _: None)
    assert len(files(tmp_path)) == 300
    (tmp_path / "d/299").unlink()
    system, watched = RecordedCalls(), list[int]()
    system.created_folders.update(OS_CALLS.created_folders)
    apply_changes(undone, watched.append, system)
    assert (watched, system.names.count("fsync")) == (list(range(300)), 3)
    assert not (tmp_path / "d").exists()

"""What git knows of the changes of records."""

from pathlib import Path

import pytest

from tui.errors import UsageError, WorkspaceError
from tui.storage.files.git_repository import run_git
from tui.storage.git.record_log import CommittedChange, record_changes, require_history

FIRST = "annotations:\n- id: one\n  kind: note\n  body: x\n- id: two\n  kind: note\n"


ADA = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")


def commit(folder: Path, minute: int) -> None:
    run_git(folder, "add", "-A")
    result = run_git(folder, *ADA, "commit", "-q", "-m", f"c{minute}", f"--date=2026-01-01T10:{minute}:00")
    assert result.returncode == 0, result.stderr


def told(changes: list[CommittedChange]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(change.subject, change.change, change.record, change.fields) for change in changes]


def test_changes_of_a_list_and_of_record_files(tmp_path: Path) -> None:
    run_git(tmp_path, "init", "-q", "-b", "main")
    listed, own = tmp_path / "a.yaml", tmp_path / "a" / "ada.mine.yaml"
    own.parent.mkdir()
    listed.write_text(FIRST, encoding="utf-8")
    own.write_text("id: mine\nkind: note\n", encoding="utf-8")
    commit(tmp_path, 10)
    listed.write_text(FIRST.replace("body: x", "body: y\n  tags: [t]"), encoding="utf-8")
    commit(tmp_path, 11)
    listed.write_text(FIRST.replace("- id: two\n  kind: note\n", ""), encoding="utf-8")
    own.rename(own.with_name("ben.mine.yaml"))
    commit(tmp_path, 12)
    assert told(record_changes(tmp_path, (listed, own.parent))) == [
        ("c12", "changed", "one", ("body", "tags")),
        ("c12", "deleted", "two", ()),
        ("c11", "changed", "one", ("body", "tags")),
        ("c10", "added", "one", ()),
        ("c10", "added", "two", ()),
        ("c10", "added", "mine", ()),
    ]
    assert told(record_changes(tmp_path, (own.with_name("ben.mine.yaml"),), "mine")) == [("c10", "added", "mine", ())]


def test_a_merge_is_told_only_of_what_it_changed_itself(tmp_path: Path) -> None:
    run_git(tmp_path, "init", "-q", "-b", "main")
    file = tmp_path / "a.yaml"
    file.write_text(FIRST, encoding="utf-8")
    commit(tmp_path, 10)
    run_git(tmp_path, "checkout", "-q", "-b", "other")
    theirs = FIRST + "  body: theirs\n"
    file.write_text(theirs.replace("x", "y"), encoding="utf-8")
    commit(tmp_path, 11)
    run_git(tmp_path, "checkout", "-q", "main")
    file.write_text(FIRST.replace("x", "z"), encoding="utf-8")
    commit(tmp_path, 12)
    run_git(tmp_path, *ADA, "merge", "-q", "other")
    file.write_text(theirs.replace("x", "both"), encoding="utf-8")
    commit(tmp_path, 13)
    assert told(record_changes(tmp_path, (file,))) == [
        *((f"c{minute}", "changed", "one", ("body",)) for minute in (13, 12, 11)),
        ("c11", "changed", "two", ("body",)),
        *(("c10", "added", name, ()) for name in ("one", "two")),
    ]


def test_a_renamed_file_keeps_its_history(tmp_path: Path) -> None:
    run_git(tmp_path, "init", "-q", "-b", "main")
    file = tmp_path / "a.yaml"
    file.write_text(FIRST, encoding="utf-8")
    commit(tmp_path, 10)
    renamed = file.rename(tmp_path / "b.yaml")
    commit(tmp_path, 11)
    assert [change.subject for change in record_changes(tmp_path, (renamed,))] == ["c10", "c10"]


def test_broken_versions_are_passed_over(tmp_path: Path) -> None:
    run_git(tmp_path, "init", "-q", "-b", "main")
    assert record_changes(tmp_path, (tmp_path / "a.yaml",)) == []
    for minute, content in ((10, b"\xff"), (11, FIRST.encode())):
        (tmp_path / "a.yaml").write_bytes(content)
        commit(tmp_path, minute)
    assert [change.subject for change in record_changes(tmp_path, (tmp_path / "a.yaml",))] == ["c11", "c11"]


def test_no_repository_and_no_git_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WorkspaceError, match="is in no git repository; begin one with diptych init --git"):
        require_history(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git is not installed, and only git knows"):
        require_history(tmp_path)

"""A record is found again, or it is a conflict."""

from dataclasses import replace
from pathlib import Path

import pytest
from record_files import LIST, bare_workspace, records, write_list

from tui.errors import SaveError
from tui.model import Workspace
from tui.storage.files.os_calls import OS_CALLS
from tui.storage.records.locate import RecordConflict, locate, parse_file, read_record_file
from tui.storage.records.repository import update


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return bare_workspace(tmp_path)


def test_changes_elsewhere_in_the_file_are_no_conflict(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["two"]
    file.write_text("# new head\n" + LIST.replace("Some", "Other"))
    update(workspace, record, replace(record.annotation, kind="claim", modified="M"))
    assert "# new head" in file.read_text()
    assert "Other" in file.read_text()


def test_a_change_of_the_record_is_a_conflict(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["two"]
    other = LIST.replace("kind: denial", "kind: note")
    file.write_text(other)
    with pytest.raises(RecordConflict) as caught:
        update(workspace, record, replace(record.annotation, body="b"))
    assert caught.value.current is not None
    assert caught.value.current.annotation.kind == "note"
    assert file.read_text() == other


def test_a_broken_file_is_not_touched(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["one"]
    broken = LIST + "]\n"
    file.write_text(broken)
    with pytest.raises(SaveError, match="correct line"):
        update(workspace, record, replace(record.annotation, body="b"))
    assert file.read_text() == broken


def test_a_record_is_found_by_its_bytes_wherever_it_has_gone(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["three"]
    file.write_text(LIST.replace("  # about one\n", "  - {id: new, kind: note}\n  # about one\n"))
    located = locate(record, OS_CALLS)
    assert (located.index, located.record.digest) == (3, record.digest)


def test_a_record_that_is_gone_is_a_conflict_without_a_current_one(workspace: Workspace) -> None:
    file = write_list(workspace, LIST)
    record = records(workspace)["three"]
    for content in ("annotations: []\n", "annotations: three\n", "- three\n", ""):
        file.write_text(content)
        with pytest.raises(RecordConflict, match="is no longer there") as caught:
            locate(record, OS_CALLS)
        assert caught.value.current is None
    file.unlink()
    with pytest.raises(RecordConflict, match="is no longer there"):
        locate(record, OS_CALLS)


def test_a_file_keeps_its_mark_with_another_text(tmp_path: Path) -> None:
    assert parse_file(tmp_path / "f", "\ufeffa: b".encode()).with_text("c: é") == "\ufeffc: é".encode()
    assert parse_file(tmp_path / "f", b"a: b").with_text("c: d") == b"c: d"


def test_a_file_that_cannot_be_edited_says_where(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    assert read_record_file(file, OS_CALLS) is None
    file.write_bytes(b"a: \xff")
    with pytest.raises(SaveError, match="1:4: byte 0xff is not UTF-8; save the file as UTF-8; nothing was written"):
        read_record_file(file, OS_CALLS)
    file.write_text("a: 'b")
    with pytest.raises(SaveError, match=r"correct line 1, column 4 first \(a quotation mark is never closed"):
        read_record_file(file, OS_CALLS)

"""A record is found again, or it is a conflict."""

from dataclasses import replace
from pathlib import Path

import pytest
from record_files import LIST, bare_workspace, records, write_list

from tui.errors import SaveError
from tui.model import Workspace
from tui.storage.records.locate import RecordConflict
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
    with pytest.raises(SaveError, match="mend line"):
        update(workspace, record, replace(record.annotation, body="b"))
    assert file.read_text() == broken

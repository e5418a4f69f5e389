"""What the reader remembers of a workspace."""

import json
from pathlib import Path

import pytest

from tui.model import Workspace
from tui.storage.files.user_dirs import user_folder, workspace_key
from tui.storage.workspace.reader_state import ReaderState, is_first_start, read_reader_state, update_reader_state


@pytest.fixture
def story(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "story", tmp_path / "story/articles")


def state_file(workspace: Workspace) -> Path:
    return user_folder("state") / "reader" / f"{workspace_key(workspace)}.json"


def test_a_field_is_stored_for_its_workspace_alone(story: Workspace, tmp_path: Path) -> None:
    assert read_reader_state(story) == ReaderState()
    assert update_reader_state(story, view="all")
    assert read_reader_state(story) == ReaderState("all")
    assert read_reader_state(Workspace(tmp_path / "other", tmp_path / "other/articles")) == ReaderState()


def test_fields_of_other_versions_stay(story: Workspace) -> None:
    update_reader_state(story, view="all", later=[1, "é\udc80"])
    update_reader_state(story, view="mine")
    assert json.loads(state_file(story).read_bytes()) == {
        "view": "mine",
        "later": [1, "é\udc80"],
        "workspace": str(story.root),
    }


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"view": "all"}', b"\xff", b"[" * 100_000, b" " * 2_000_000],
    ids=lambda b: repr(b[:9]),
)
def test_nonsense_is_no_state_and_is_replaced(story: Workspace, content: bytes) -> None:
    update_reader_state(story, view="mine")
    state_file(story).write_bytes(content)
    assert read_reader_state(story) == ReaderState()
    assert update_reader_state(story, view="all")
    assert read_reader_state(story) == ReaderState("all")


def test_a_field_of_another_type_is_empty(story: Workspace) -> None:
    update_reader_state(story, view=["all"])
    assert read_reader_state(story) == ReaderState()


def test_a_folder_that_cannot_be_written_is_no_error(story: Workspace) -> None:
    user_folder("state").mkdir(parents=True)
    (user_folder("state") / "reader").write_bytes(b"")
    assert not update_reader_state(story, view="all")
    assert read_reader_state(story) == ReaderState()


def test_the_first_start_is_before_anything_is_stored(story: Workspace) -> None:
    assert is_first_start()
    update_reader_state(story)
    assert not is_first_start()

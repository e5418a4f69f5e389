"""Test that temp files of killed saves are removed, and no others."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.model import Workspace
from tui.storage.cache.parse_store import ParseStore
from tui.storage.files.lock import folder_lock
from tui.storage.files.os_calls import OS_CALLS
from tui.storage.files.user_dirs import user_folder
from tui.storage.workspace.draft_files import draft_folder
from tui.storage.workspace.temporary_files import remove_abandoned_files


@pytest.fixture
def ended() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def make(folder: Path, process_id: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f".a.yaml.{process_id}-tabcdefg.tmp"
    path.write_text("half", encoding="utf-8")
    return path


def folders(workspace: Workspace) -> list[Path]:
    return [
        workspace.annotations,
        workspace.records("north"),
        draft_folder(workspace),
        user_folder("state") / "open",
    ]


def test_temp_files_of_ended_processes_are_removed(ferry: Workspace, ended: int) -> None:
    left = [make(folder, ended) for folder in folders(ferry)]
    remove_abandoned_files(ferry)
    assert not [path for path in left if path.exists()]


def test_temp_files_of_running_processes_stay(ferry: Workspace) -> None:
    current = [make(folder, 1) for folder in folders(ferry)]
    remove_abandoned_files(ferry)
    assert all(path.exists() for path in current)


def test_other_hidden_files_stay(ferry: Workspace) -> None:
    others = [ferry.annotations / name for name in (".a.tmp", ".a.yaml.tabcdefg.tmp", ".gitkeep")]
    for path in others:
        path.write_text("x", encoding="utf-8")
    remove_abandoned_files(ferry)
    assert all(path.exists() for path in others)


def test_record_folders_are_left_alone_while_another_program_saves(
    ferry: Workspace, ended: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.storage.files.lock.WAIT", 0.0)
    path = make(ferry.annotations, ended)
    with folder_lock(ferry.annotations, OS_CALLS):
        remove_abandoned_files(ferry)
    assert path.exists()


def test_a_saved_parse_cache_has_no_temp_files(ferry: Workspace, ended: int) -> None:
    store = ParseStore(ferry)
    store.keep("north", {}, tuple)
    store.save()
    (folder,) = (user_folder("cache") / "readings").iterdir()
    path = make(folder, ended)
    store.save()
    assert not path.exists()

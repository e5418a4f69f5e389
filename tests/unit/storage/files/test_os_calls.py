"""Calls to the system."""

from pathlib import Path

import pytest
from blocked_paths import block

from tui.errors import SaveError
from tui.storage.files.os_calls import OsCalls


def test_ids_are_random_and_begin_with_a_letter() -> None:
    ids = {OsCalls().new_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(each[0].isalpha() for each in ids)


@pytest.mark.parametrize("name", ["FIFO", "folder", "link to zeros"])
def test_only_files_are_read(tmp_path: Path, name: str) -> None:
    block(tmp_path / "a", name)
    with pytest.raises(SaveError, match="is not a file; move it away"):
        OsCalls().read(tmp_path / "a")

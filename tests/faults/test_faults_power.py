"""Test that a power loss loses no save, and that a lost one is found."""

from pathlib import Path

import prove_power_loss
import pytest
from power import RecordedDisk, WithoutFileSync, WithoutFolderSync


def test_a_power_loss_loses_no_save() -> None:
    for figure in prove_power_loss.prove(long=False):
        assert not figure.lost, figure.notes
        assert figure.runs


@pytest.mark.parametrize("disk_type", [WithoutFileSync, WithoutFolderSync])
def test_a_missing_fsync_is_found(tmp_path: Path, disk_type: type[RecordedDisk]) -> None:
    assert prove_power_loss.all_saves(tmp_path / "world", disk_type).lost

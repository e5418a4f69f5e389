"""After a power loss everything that was saved is there; and the check can tell."""

from pathlib import Path

import prove_power_loss
import pytest
from power import Recording, WithoutFileSync, WithoutFolderSync


def test_a_power_loss_takes_nothing_that_was_saved() -> None:
    for figure in prove_power_loss.prove(long=False):
        assert not figure.lost, figure.notes
        assert figure.runs


@pytest.mark.parametrize("kind", [WithoutFileSync, WithoutFolderSync])
def test_the_check_sees_a_sync_that_lacks(tmp_path: Path, kind: type[Recording]) -> None:
    assert prove_power_loss.all_saves(tmp_path / "world", kind).lost

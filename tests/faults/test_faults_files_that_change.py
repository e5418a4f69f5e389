"""Test two readers, an editor and git in one workspace."""

import prove_files_that_change
import pytest


def test_readers_go_on_and_notes_are_kept() -> None:
    _assert_kept(long=False)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_readers_go_on_for_minutes() -> None:
    _assert_kept(long=True)


def _assert_kept(*, long: bool) -> None:
    for figure in prove_files_that_change.prove(long):
        assert not figure.lost, (figure.name, figure.notes)
        assert figure.runs or figure.skipped

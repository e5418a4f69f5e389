"""The garbage collector while the reader opens, and in a command."""

import gc
from collections.abc import Iterator

import pytest

from tui.startup import collector


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """Restore the collector, which the whole process shares."""
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.enable()
    gc.set_threshold(*thresholds)


def test_it_is_off_while_modules_load() -> None:
    collector.pause()
    assert not gc.isenabled()
    collector.resume()
    assert gc.isenabled()


def test_what_exists_when_it_resumes_is_never_scanned() -> None:
    before = gc.get_freeze_count()
    collector.pause()
    collector.resume()
    assert gc.get_freeze_count() > before


def test_a_key_does_not_wait_for_collections() -> None:
    collector.pause()
    collector.resume()
    assert gc.get_threshold()[0] == collector.READER_THRESHOLD


def test_a_command_collects_seldom() -> None:
    collector.collect_seldom()
    assert gc.get_threshold()[0] == collector.COMMAND_THRESHOLD

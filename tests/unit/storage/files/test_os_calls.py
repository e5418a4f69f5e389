"""Calls to the system."""

from tui.storage.files.os_calls import OsCalls


def test_ids_are_random_and_begin_with_a_letter() -> None:
    ids = {OsCalls().new_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(each[0].isalpha() for each in ids)

"""Long work reports each item before it is used, and can be stopped there."""

import pytest

from tui.errors import StoppedError
from tui.session.long_work import watched


def test_an_item_is_reported_before_it_is_used() -> None:
    words: list[str] = []
    items = watched("ab", words.append, lambda number: f"item {number}")
    assert (next(items), words) == ("a", ["item 1"])
    assert (list(items), words) == (["b"], ["item 1", "item 2"])


def test_work_ends_at_the_item_where_it_is_stopped() -> None:
    def watch(words: str) -> None:
        if words == "2":
            raise StoppedError("Stopped.")

    items = watched("abc", watch, str)
    assert next(items) == "a"
    with pytest.raises(StoppedError):
        next(items)

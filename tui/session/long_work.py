"""Long work that shows what it does, and can be stopped."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Watch = Callable[[str], None]
"""Is called with what is being done, and raises StoppedError to stop it."""


def ignore_progress(_: str) -> None:
    """Show nothing, and never stop."""


def watched(items: Iterable[T], watch: Watch, words: Callable[[int], str]) -> Iterator[T]:
    """Yield items, and report each by its number, from 1, before it is used."""
    for number, item in enumerate(items, start=1):
        watch(words(number))
        yield item

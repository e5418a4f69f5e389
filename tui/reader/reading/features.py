"""The features of the reading screen: which there are, and in which order they are asked."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from tui.reader.reading.feature import Feature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.reader.reading.screen import ReadingScreen

FEATURES = {
    "navigate": "Navigate",
    "review": "Review",
    "reload": "Reload",
    "follow": "Follow",
    "filter": "FilterRecords",
    "find": "Find",
    "edit": "Edit",
    "articles": "Articles",
    "compare": "Compare",
    "export": "Export",
    "program": "Program",
}
"""The class of each feature, by its module in this folder, in the order in which the status line shows them."""

ESC_ORDER = ("navigate", "find", "filter", "reload", "review")
"""What Esc clears, the first of these that has something: selection, search, filter, news, annotation to be placed."""

AT_START = ("navigate", "follow")
"""Features that the first picture shows something of; the others are loaded when first used."""

F = TypeVar("F", bound=Feature)


class Features:
    """The features of one reading screen; each is loaded and made when it is first asked for."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._loaded: dict[str, Feature] = {}
        for name in AT_START:
            self.named(name)

    def named(self, name: str) -> Feature:
        """Return the feature called `name`; raises KeyError if there is none."""
        feature = self._loaded.get(name)
        if feature is None:
            kind = getattr(import_module(f"tui.reader.reading.{name}"), FEATURES[name])
            feature = self._loaded[name] = kind(self._screen)
        return feature

    def get(self, kind: type[F]) -> F:
        """Return the feature of this class."""
        feature = self.named(kind.name)
        if not isinstance(feature, kind):
            raise TypeError(f"{kind.name} is not the name of {kind.__name__}")
        return feature

    def loaded(self, order: Iterable[str] = FEATURES) -> Iterator[Feature]:
        """Yield the features that have been used so far, in this order."""
        return (self._loaded[name] for name in order if name in self._loaded)

    def dismiss(self) -> bool:
        """Clear the first thing in the order of Esc, and return whether there was one."""
        return any(feature.dismiss() for feature in self.loaded(ESC_ORDER))

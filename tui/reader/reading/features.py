"""The features of the reading screen, and the orders they are used in."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from tui.reader.reading.feature import Feature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.reader.reading.screen import ReadingScreen

FEATURES = {
    "navigate": "Navigate",
    "views": "Views",
    "review": "Review",
    "reload": "Reload",
    "filter": "FilterRecords",
    "adjudicated": "AdjudicatedOnly",
    "find": "Find",
    "suggest": "Suggest",
    "numbers": "Numbers",
    "follow": "Follow",
    "edit": "Edit",
    "requote": "Requote",
    "mark_hits": "MarkHits",
    "articles": "Articles",
    "compare": "Compare",
    "agreement": "CompareAnnotators",
    "codebook": "CodebookEditing",
    "export": "Export",
    "import_records": "ImportRecords",
    "record_log": "RecordLog",
    "unused_proposition": "UnusedProposition",
    "program": "Program",
    "resume": "Resume",
    "tutorial": "TutorialGuide",
}
"""The class of each feature by its module in this folder, in the order of the status line."""

ESC_ORDER = ("navigate", "numbers", "find", "suggest", "filter", "adjudicated", "reload", "review", "tutorial")
"""Esc clears the first that is active, from the selection to the tutorial."""

AT_START = ("navigate", "views", "follow")
"""Features that the first picture needs; the others are loaded when they are first used."""

F = TypeVar("F", bound=Feature)


class Features:
    """The features of one reading screen, each loaded on first use."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._loaded: dict[str, Feature] = {}
        for name in AT_START:
            self.load(name)

    def load(self, name: str) -> Feature:
        """Return the feature called `name`, or raise KeyError."""
        feature = self._loaded.get(name)
        if feature is None:
            feature_class = getattr(import_module(f"tui.reader.reading.{name}"), FEATURES[name])
            feature = self._loaded[name] = feature_class(self._screen)
        return feature

    def get(self, feature_class: type[F]) -> F:
        """Return the feature of this class, or raise TypeError if misnamed."""
        feature = self.load(feature_class.name)
        if not isinstance(feature, feature_class):
            raise TypeError(f"{feature_class.name} is not the name of {feature_class.__name__}")
        return feature

    def loaded(self, order: Iterable[str] = FEATURES) -> Iterator[Feature]:
        """Yield the features used so far, in this order."""
        return (self._loaded[name] for name in order if name in self._loaded)

    def dismiss(self) -> bool:
        """Clear what Esc clears first, and return whether there was anything."""
        return any(feature.dismiss() for feature in self.loaded(ESC_ORDER))

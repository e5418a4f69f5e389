"""Parse each style sheet once for all readers of a test run."""

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parse = Stylesheet._parse_rules
_parsed: dict[object, list[RuleSet]] = {}


def share_parsed_styles() -> None:
    """Replace Textual's cache of parsed styles, of which each app has its own."""
    Stylesheet._parse_rules = _parsed_once  # type: ignore[assignment, method-assign]


def _parsed_once(sheet: Stylesheet, *source: Any, **more: Any) -> list[RuleSet]:
    key = (source, tuple(more.items()), frozenset(sheet._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse(sheet, *source, **more)
    return _parsed[key]

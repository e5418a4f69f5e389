"""Warn of values that are probably not what was meant."""

import re

from tui.model import Annotation
from tui.storage.records.times import is_time
from tui.storage.yaml.diagnostics import Diagnostics
from tui.storage.yaml.nodes import NESTED, Mapping, end_of

_WORDS = ("quote", "cue", "body", "prefix", "suffix")
"""Fields in which a `#` may belong to the words."""
_COMMENT = re.compile(r"[ \t]+(#[^\n]*)")


def warn_of_values(annotation: Annotation, mapping: Mapping, diagnostics: Diagnostics) -> None:
    """Warn of a record's times that are none, and of words cut at a `#`."""
    text = diagnostics.document.text
    for name in _WORDS:
        entry = mapping.raw.get(name)
        if entry and type(entry[1]) not in NESTED and not entry[1].style and entry[1].value:
            comment = _COMMENT.match(text, end_of(entry[1], text))
            if comment:
                _warn_of_comment(name, comment, diagnostics)
    for name, value in (("created", annotation.created), ("modified", annotation.modified)):
        if value and not is_time(value):
            message = f'{name} is no time: "{value[:40]}"; write it like 2016-12-31T09:30:00Z'
            diagnostics.warn(mapping.entries[name][1].start, message)


def _warn_of_comment(name: str, comment: "re.Match[str]", diagnostics: Diagnostics) -> None:
    words = comment[1] if len(comment[1]) <= 40 else f"{comment[1][:39]}…"
    message = (
        f'{name} ends before "{words}", a comment; put the {name} into quotation marks if the words are part of it'
    )
    diagnostics.warn(comment.start(1), message)

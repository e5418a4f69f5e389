"""Changes between two wordings: removed words struck out, added bold."""

import re

from textual.content import Content

from tui.anchoring import ChangeKind, word_changes
from tui.formats.phrasing import first_words, last_words
from tui.layout.glyphs import UNICODE, Glyphs
from tui.layout.visible import make_visible

CONTEXT_LENGTH = 28
"""Code points shown on either side of a change when unchanged words are cut."""

_SPACE = re.compile(r"\s+")


def word_diff(old: str, new: str, *, glyphs: Glyphs = UNICODE) -> Content:
    """Return both wordings on one line, with long unchanged parts cut."""
    changes = word_changes(old, new)
    parts: list[Content] = []
    for position, change in enumerate(changes):
        if change.kind is ChangeKind.KEPT:
            parts.append(_unchanged(change.new, first=position == 0, last=position == len(changes) - 1))
            continue
        if change.old:
            parts.append(_removed(change.old, glyphs=glyphs))
        if change.new:
            parts.append(_added(change.new, glyphs=glyphs))
    return Content("").join(parts)


def new_wording(old: str, new: str) -> Content:
    """Return the new wording on one line, with added words underlined."""
    return Content("").join(
        [
            Content.styled(_one_line(change.new), "bold" if change.kind is ChangeKind.KEPT else "bold underline")
            for change in word_changes(old, new)
            if change.new
        ]
    )


def _unchanged(words: str, *, first: bool, last: bool) -> Content:
    text = _one_line(words)
    if len(text) <= 2 * CONTEXT_LENGTH:
        return Content(text)
    before = "" if first else first_words(text, CONTEXT_LENGTH)
    after = "" if last else last_words(text, CONTEXT_LENGTH)
    return Content(f"{before}…{after}")


def _removed(words: str, *, glyphs: Glyphs) -> Content:
    text = make_visible(words)
    return Content.styled(f"[-{text}-]", "dim") if glyphs.ascii else Content.styled(text, "$quiet strike")


def _added(words: str, *, glyphs: Glyphs) -> Content:
    text = make_visible(words)
    return Content.styled(f"{{+{text}+}}" if glyphs.ascii else text, "bold")


def _one_line(words: str) -> str:
    return make_visible(_SPACE.sub(" ", words))

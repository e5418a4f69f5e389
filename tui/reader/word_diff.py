"""What changed between two wordings, as people see it: what went is struck out, what came is bold. Pure."""

import re

from textual.content import Content

from tui.anchoring import ChangeKind, word_changes
from tui.formats.phrasing import first_words, last_words
from tui.layout.glyphs import UNICODE, Glyphs
from tui.layout.visible import make_visible

KEPT_AROUND = 28
"""Characters left on either side of a change, where words that stayed are cut."""

_SPACE = re.compile(r"\s+")


def word_diff(old: str, new: str, *, glyphs: Glyphs = UNICODE) -> Content:
    """Return both wordings as one line: the words that went, the words that came, and those around them."""
    changes = word_changes(old, new)
    parts: list[Content] = []
    for place, change in enumerate(changes):
        if change.kind is ChangeKind.KEPT:
            parts.append(_kept(change.new, first=place == 0, last=place == len(changes) - 1))
            continue
        if change.old:
            parts.append(_went(change.old, glyphs=glyphs))
        if change.new:
            parts.append(_came(change.new, glyphs=glyphs))
    return Content("").join(parts)


def new_wording(old: str, new: str) -> Content:
    """Return the new wording alone, on one line; the words that the old one had not are underlined."""
    return Content("").join(
        [
            Content.styled(_one_line(change.new), "bold" if change.kind is ChangeKind.KEPT else "bold underline")
            for change in word_changes(old, new)
            if change.new
        ]
    )


def _kept(words: str, *, first: bool, last: bool) -> Content:
    shown = _one_line(words)
    if len(shown) <= 2 * KEPT_AROUND:
        return Content(shown)
    return Content(
        f"{'' if first else first_words(shown, KEPT_AROUND)}…{'' if last else last_words(shown, KEPT_AROUND)}"
    )


def _went(words: str, *, glyphs: Glyphs) -> Content:
    shown = make_visible(words)
    return Content.styled(f"[-{shown}-]", "dim") if glyphs.ascii else Content.styled(shown, "$quiet strike")


def _came(words: str, *, glyphs: Glyphs) -> Content:
    shown = make_visible(words)
    return Content.styled(f"{{+{shown}+}}" if glyphs.ascii else shown, "bold")


def _one_line(words: str) -> str:
    return make_visible(_SPACE.sub(" ", words))

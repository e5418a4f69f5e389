"""The fold of an article's front matter: one row for all of it."""

from __future__ import annotations

from typing import NamedTuple

from tui.layout.spaces import not_white
from tui.model.front_matter import find_front_matter


class Fold(NamedTuple):
    """A part of a text that is shown as its first characters and a label."""

    start: int
    shown_end: int
    """The code point after the characters that are shown: the first fence."""
    end: int
    body: int
    """The first code point after it that is no white space."""
    label: str
    """What the row says after them."""


def front_matter_fold(text: str) -> Fold | None:
    """Return the fold of a text's front matter, or None if it has none.

    For `---`, `title: A`, `---` it goes from 0 to 16, shows three code points, and says "front matter, 3 lines".
    """
    front_matter = find_front_matter(text)
    if front_matter is None:
        return None
    start, end, *_ = front_matter
    following = not_white().search(text, end)
    body = following.start() if following else len(text)
    return Fold(start, start + len("---"), end, body, f"front matter, {front_matter.line_count} lines")

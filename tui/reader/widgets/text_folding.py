"""Text folded to a few lines, with an ellipsis for the rest."""

import re

from textual.content import Content

from tui.layout.graphemes import cell_len

MAX_LINES = 3
"""The most lines of a row in a list."""

_WORD = re.compile(r"\S+\s*")


def line_starts(text: str, width: int) -> list[int]:
    """Return the offsets in code points at which lines of `width` cells begin.

    A longer word gets its own line: `line_starts("a long sentence", 6)` is `[0, 7]`.
    """
    starts, used = [0], 0
    for word in _WORD.finditer(text):
        bare = word[0].rstrip()
        cells = cell_len(bare)
        if used and used + cells > width:
            starts.append(word.start())
            used = 0
        used += cells + len(word[0]) - len(bare)
    return starts


def fold_at_words(content: Content, width: int) -> list[Content]:
    """Return content in at most `MAX_LINES` lines of `width` cells."""
    return cut_lines(divide_at_words(content, width), width, MAX_LINES)


def divide_at_words(content: Content, width: int) -> list[Content]:
    """Return content in lines of `width` cells, or longer for a long word."""
    return [line.rstrip() for line in content.divide(line_starts(content.plain, width)[1:])]


def fold_lines(content: Content, width: int, limit: int = MAX_LINES) -> list[Content]:
    """Return content in at most `limit` lines of `width` cells.

    Unlike `fold_at_words`, it breaks lines as Textual does: a word longer than a line is split.
    """
    return cut_lines([line.rstrip() for line in content.wrap(width)], width, limit)


def cut_lines(lines: list[Content], width: int, limit: int) -> list[Content]:
    """Return the first `limit` lines, with an ellipsis if there are more.

    Return one empty line if there are none.
    """
    first_lines = lines[:limit] or [Content("")]
    if len(lines) > limit:
        first_lines[-1] = (first_lines[-1] + Content(" …")).truncate(width, ellipsis=True)
    return first_lines

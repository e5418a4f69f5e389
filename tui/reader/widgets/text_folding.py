"""Text folded to a few lines; what does not fit is replaced by an ellipsis."""

import re

from textual.content import Content

from tui.layout.graphemes import cell_len

MAX_LINES = 3
"""Lines of a row of a list, at most."""

_WORD = re.compile(r"\S+\s*")


def line_starts(words: str, width: int) -> list[int]:
    """Return the code points at which lines of at most `width` cells begin; a longer word has a line of its own."""
    starts, used = [0], 0
    for word in _WORD.finditer(words):
        bare = word[0].rstrip()
        cells = cell_len(bare)
        if used and used + cells > width:
            starts.append(word.start())
            used = 0
        used += cells + len(word[0]) - len(bare)
    return starts


def fold_at_words(content: Content, width: int) -> list[Content]:
    """Return content in at most `MAX_LINES` lines of at most `width` cells, broken as `line_starts` says."""
    lines = [line.rstrip() for line in content.divide(line_starts(content.plain, width)[1:])]
    return cut_lines(lines, width, MAX_LINES)


def fold_lines(content: Content, width: int, most: int = MAX_LINES) -> list[Content]:
    """Return content in at most `most` lines of at most `width` cells, broken as Textual breaks it."""
    return cut_lines([line.rstrip() for line in content.wrap(width)], width, most)


def cut_lines(lines: list[Content], width: int, most: int) -> list[Content]:
    """Return the first `most` lines, at least one; an ellipsis stands for the others."""
    kept = lines[:most] or [Content("")]
    if len(lines) > most:
        kept[-1] = (kept[-1] + Content(" …")).truncate(width, ellipsis=True)
    return kept

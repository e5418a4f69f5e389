"""Find and open what a git merge left in a YAML file."""

import re
from typing import NamedTuple

_CONFLICT = (
    r"(?m)^<{7}(?: [^\n]*)?\n(?P<ours>(?:(?!={7}\r?$|\|{7}|>{7})[^\n]*\n)*)(?:\|{7}[^\n]*\n(?:(?!={7}\r?$)[^\n]*\n)*)?"
    r"={7}\r?\n(?P<theirs>(?:(?!>{7}|<{7})[^\n]*\n)*)>{7}[^\n]*(?:\n|\Z)"
)
_FIRST = "<<<<<<< "
_LENGTH = 60
"""In code points: what a message shows of each version."""


class MergeMark(NamedTuple):
    """Two versions that a merge left, with the lines around them."""

    start: int
    """In code points of the text, as `end` is."""
    end: int
    ours: str
    theirs: str

    @property
    def message(self) -> str:
        """What is wrong, and what to do."""
        versions = " or ".join(_shown(side) for side in (self.ours, self.theirs))
        return (
            f"a merge left both versions here: {versions}; keep one, and remove the <<<<<<<, ======= and >>>>>>> lines"
        )

    @property
    def begins_item(self) -> bool:
        """Whether it is about an item of a list, not about a field."""
        return any(side.lstrip().startswith("- ") for side in (self.ours, self.theirs))


def open_conflicts(text: str) -> tuple[str, tuple[MergeMark, ...]]:
    """Return a text with our versions, and the conflicts in it.

    All other lines of a conflict become comments, so that offsets and line numbers stay.
    """
    if _FIRST not in text:
        return text, ()
    marks = []
    pieces, position = [], 0
    for match in re.finditer(_CONFLICT, text):
        start, end = match.span("ours")
        pieces += [text[position : match.start()], _commented(text[match.start() : start]), match["ours"]]
        pieces.append(_commented(text[end : match.end()]))
        position = match.end()
        marks.append(MergeMark(match.start(), match.end(), match["ours"], match["theirs"]))
    return "".join((*pieces, text[position:])), tuple(marks)


def one_side(text: str, index: int) -> str:
    """Return a text with one side of each conflict: 0 is ours, 1 theirs."""
    return re.sub(_CONFLICT, lambda match: str(match[("ours", "theirs")[index]]), text)


def is_about(mark: MergeMark, text: str, start: int, end: int) -> bool:
    """Return whether a conflict is inside a record, or right behind it."""
    if mark.start < end and start < mark.end:
        return True
    between = text[end : mark.start].split("\n") if end <= mark.start else ["x", "x"]
    is_next = all(not line.strip() or line.lstrip().startswith("#") for line in between)
    return is_next and not mark.begins_item


def _commented(lines: str) -> str:
    return re.sub(r"^[^\r\n]", "#", lines, flags=re.MULTILINE)


def _shown(lines: str) -> str:
    words = " ".join(lines.split())
    if not words:
        return "nothing"
    return f"“{words[:_LENGTH]}…”" if len(words) > _LENGTH else f"“{words}”"

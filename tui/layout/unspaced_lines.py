"""Find the lines of Chinese and Japanese that go on in the next.

Their words have no spaces, so a wrapped line is full: it lacks a mark or two at most, which may not begin a line.
"""

import re
from collections.abc import Iterator, Sequence

_CJK = "\u3005-\u3007\u300a-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff10-\uff5a\uff66-\uff9f"
_BULLETS = "・■□◆◇▼▽▲△●◎★☆※"
_ITEM = re.compile(
    rf"\u3000?(?:[{_BULLETS}①-⑳](?![{_BULLETS}])|【|第\d{{1,3}}[条章]|[０-９\d]{{1,2}}[．）](?![０-９\d])"
    rf"|[（(][０-９\d一-十]{{1,2}}[）)](?=[{_CJK}]))"
)
"""How an item or heading begins, without a space after its mark."""
_CHARACTER = re.compile(f"[{_CJK}]")
_FOREIGN_WORD = re.compile("[!-~]*")
_ROOM = 6  # cells
_LONGEST = 100  # cells of a line that is wrapped by hand


def lines_that_start(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the lines that do not continue the one before.

    They are items of a list, or the one before is short though it ends in no mark: `["見出し", "本文は長く続いて"]`
    yields 1.
    """
    widths = list(map(_cells, lines))
    widest = max(widths) if max(widths) <= _LONGEST else 0
    for number in range(1, len(lines)):
        if _ITEM.match(lines[number]) or _has_room(lines[number - 1], lines[number], widest - widths[number - 1]):
            yield number


def _has_room(line: str, following: str, room: int) -> bool:
    """Return whether what follows a line would have had room in it."""
    word = _FOREIGN_WORD.match(following)
    return _CHARACTER.match(line[-1:]) is not None and room >= _ROOM + (len(word[0]) if word else 0)


def _cells(line: str) -> int:
    """Return about the width of a line: letters that are not Latin are wide."""
    return sum(1 + (character > "\u10ff") for character in line)

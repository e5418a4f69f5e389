"""Compare a quote as it was marked with today's text, word by word."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple
from unicodedata import normalize

from tui.model.marks import JOINERS, MARKS


@cache
def _token() -> re.Pattern[str]:
    # Compiling takes 5 ms, so it waits for the first use.
    return re.compile(rf"\w++(?:[{MARKS}{JOINERS}]++\w*+)*+|\s+|[^\w\s]")


class ChangeKind(StrEnum):
    """What happened to a stretch of words."""

    KEPT = "kept"
    REPLACED = "replaced"
    REMOVED = "removed"
    ADDED = "added"


class WordChange(NamedTuple):
    """A stretch of words before and after."""

    kind: ChangeKind
    old: str
    new: str


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return the difference of two texts in stretches of whole words.

    All `old` joined are the old text, all `new` the new one; neighbours differ in kind. Words that are canonically
    equivalent are kept. `("16 dead", "19 dead")` gives `(REPLACED, "16", "19"), (KEPT, " dead", " dead")`.
    """
    blocks = _blocks(_token().findall(old), _token().findall(new))
    return tuple(_change(same, list(group)) for same, group in groupby(blocks, key=itemgetter(0)))


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """Yield equal and changed stretches.

    A space between changes is changed.
    """
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - not needed to open most articles

    opcodes = list(LCSseq.opcodes(_composed(old), _composed(new)))
    for number, block in enumerate(opcodes):
        before = "".join(old[block.src_start : block.src_end])
        after = "".join(new[block.dest_start : block.dest_end])
        between = 0 < number < len(opcodes) - 1
        yield block.tag == "equal" and not (between and before.isspace()), before, after


def _composed(words: Sequence[str]) -> list[str]:
    return [normalize("NFC", word) for word in words]


def _change(same: bool, blocks: Sequence[tuple[bool, str, str]]) -> WordChange:
    old = "".join([before for _, before, _ in blocks])
    new = "".join([after for _, _, after in blocks])
    if same:
        return WordChange(ChangeKind.KEPT, old, new)
    if old and new:
        return WordChange(ChangeKind.REPLACED, old, new)
    return WordChange(ChangeKind.REMOVED if old else ChangeKind.ADDED, old, new)

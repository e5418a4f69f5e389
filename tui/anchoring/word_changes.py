"""What changed between a quote as it was marked and as it stands now, word by word."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


class ChangeKind(StrEnum):
    """What happened to a stretch of words."""

    KEPT = "kept"
    REPLACED = "replaced"
    REMOVED = "removed"
    ADDED = "added"


class WordChange(NamedTuple):
    """A stretch of words, as it was and as it is; joined, all `old` give the old text and all `new` the new one."""

    kind: ChangeKind
    old: str
    new: str


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return the difference of two texts as stretches of whole words, in order; neighbours differ in kind."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    stretches: list[tuple[bool, str, str]] = []
    for kept, gone, come in _blocks(before, after):
        same, was, now = stretches[-1] if stretches else (kept, "", "")
        if not stretches or same is not kept:
            stretches.append((kept, gone, come))
        else:
            stretches[-1] = (kept, was + gone, now + come)
    return tuple(_change(*stretch) for stretch in stretches)


def _blocks(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """Yield what both have and what they have not; a space kept between two changes belongs to them."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - not needed to open most articles

    opcodes = list(LCSseq.opcodes(before, after))
    for place, block in enumerate(opcodes):
        was = "".join(before[block.src_start : block.src_end])
        now = "".join(after[block.dest_start : block.dest_end])
        kept = block.tag == "equal"
        between = 0 < place < len(opcodes) - 1
        yield (kept and not (between and was.isspace())), was, now


def _change(kept: bool, old: str, new: str) -> WordChange:
    if kept:
        return WordChange(ChangeKind.KEPT, old, new)
    if old and new:
        return WordChange(ChangeKind.REPLACED, old, new)
    return WordChange(ChangeKind.REMOVED if old else ChangeKind.ADDED, old, new)

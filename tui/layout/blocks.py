"""Find which lines of a text belong together, as wrapped prose or an item.

A block is what blank lines enclose. Its lines are paragraphs of their own, or they are the lines of runs: a wrapped
paragraph, an item of a list, a verse, a row of a table. Only the lines of wrapped prose are joined in the view.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from tui.layout.line_joins import LONG_LINE, joined_lines
from tui.layout.spaces import WHITE

_HEAD = 100_000  # code points in which lines are measured
_LONG_SHARE = 0.2  # of a text's lines, if each is a paragraph
_FIRST_CJK = "\u3000"
_FEW_SPACES = 8  # in a long line that is mainly an address

_STRUCTURE_START = (
    r"[ \t]*(?:[-*+•‣◦·–—]\s|(?:\d{1,3}|[A-Za-z])[.)]\s|#{1,6}\s|[>|]|```|~~~|[-=*_]{3,}\s*$|\[[^\]\n]+\]:|</?[a-z!])"
)
_SPEAKER_START = r"[^\W\d_a-z][^\Wa-z]*(?:[ .'’-]+[^\W\d_a-z][^\Wa-z]*)*\.?:\s"
_IN_COLUMNS = r"\S\t|\S {3,}\S|\|.*\|"
_STRUCTURE = re.compile(_STRUCTURE_START)
"""How an item begins, a heading, quotation, table, code, note or tag."""
_SPEAKER = re.compile(_SPEAKER_START)
_COLUMNS = re.compile(_IN_COLUMNS)
_QUOTATION = re.compile(r"[ \t]*>")


class LineRun(NamedTuple):
    """Lines that are read as one, in code points."""

    start: int
    end: int
    """The newline after the last line, or the end of the text."""
    joins: tuple[int, ...]
    """The newlines that the view shows as spaces."""


class Block(NamedTuple):
    """Lines between blank lines."""

    lines_are_paragraphs: bool
    runs: tuple[LineRun, ...]


def block_at(text: str, start: int, end: int) -> Block:
    """Return the block of the lines between two code points."""
    content = text[start:end]
    lines = content.split("\n")
    lengths = [len(line) + 1 for line in lines]
    starts = list(accumulate(lengths, initial=start))
    long = sum(map(_is_long, lines)) if max(lengths) > LONG_LINE else 0
    if 2 * long > len(lines):
        return Block(True, tuple(LineRun(first, after - 1, ()) for first, after in pairwise(starts)))
    inner = {n for n in range(1, len(lines)) if _starts_run(lines, n)} if not _is_plain(content, lines) else set()
    edges = sorted({0, *inner, *(() if content.isascii() else _starts_without_spaces(lines)), len(lines)})
    runs = tuple(_run(lines, starts, first, after) for first, after in pairwise(edges))
    return Block(not any(run.joins for run in runs) and has_long_lines(text[:_HEAD]), runs)


@lru_cache(maxsize=8)
def has_long_lines(text: str) -> bool:
    """Return whether each line of a text is a paragraph.

    A few long lines, as of links or tables, do not make it so.
    """
    lines = [line for line in text.split("\n") if line.strip(WHITE)]
    return bool(lines) and sum(map(_is_long, lines)) >= _LONG_SHARE * len(lines)


def _is_long(line: str) -> bool:
    """Return whether a line is too long to be wrapped by hand."""
    return len(line) > LONG_LINE and ("://" not in line or line.count(" ") >= _FEW_SPACES)


def _is_plain(content: str, lines: Sequence[str]) -> bool:
    """Return whether no line can begin a run but the first."""
    return not any(map(_begins, lines)) and "   " not in content and "\t" not in content and "|" not in content


def _starts_without_spaces(lines: Sequence[str]) -> Iterable[int]:
    """Return the numbers of lines of Chinese and Japanese that start a run."""
    if max([line[-1:] for line in lines[:-1]], default="") < _FIRST_CJK:
        return ()
    from tui.layout.unspaced_lines import lines_that_start  # noqa: PLC0415 - few texts need it

    return lines_that_start(lines)


def _run(lines: Sequence[str], starts: Sequence[int], first: int, after: int) -> LineRun:
    joins: list[int] = []
    if after - first > 1 and _STRUCTURE.match(lines[first]) is None:
        joins = [starts[first + number + 1] - 1 for number in joined_lines(lines[first:after])]
    return LineRun(starts[first], starts[after] - 1, tuple(joins))


def _starts_run(lines: Sequence[str], number: int) -> bool:
    """Return whether a line does not belong to the one before."""
    line, before = lines[number], lines[number - 1]
    if _QUOTATION.match(line):
        return _QUOTATION.match(before) is None
    if _STRUCTURE.match(line) or _SPEAKER.match(line) or _COLUMNS.search(line):
        return True
    if _is_indented(line):
        return not _is_indented(before) and not _is_in_item(lines, number)
    return _is_single(before)


def _begins(line: str) -> bool:
    """Return whether a line starts as no line of wrapped prose does."""
    return _is_indented(line) or bool(_STRUCTURE.match(line) or _SPEAKER.match(line))


def _is_indented(line: str) -> bool:
    return line.lstrip(WHITE) != line


def _is_in_item(lines: Sequence[str], number: int) -> bool:
    """Return whether a line follows an item of a list, perhaps after others."""
    before = number - 1
    while before and _is_indented(lines[before]) and _STRUCTURE.match(lines[before]) is None:
        before -= 1
    return _STRUCTURE.match(lines[before]) is not None


def _is_single(line: str) -> bool:
    """Return whether the lines after a line do not belong to it."""
    return line.lstrip(WHITE).startswith(("#", "|", "---", "===", "***", "```", "~~~")) or bool(_COLUMNS.search(line))

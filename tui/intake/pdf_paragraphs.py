"""The lines of columns as paragraphs, headings and block quotes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from tui.intake.hyphens import join_cut_words, vocabulary
from tui.intake.markdown_text import escape
from tui.intake.pdf_columns import leading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.intake.pdf_columns import Column
    from tui.intake.pdf_lines import PdfLine

_INDENT = 0.8
"""In letter sizes: what begins a paragraph."""
_GAP = 1.35
"""In usual line distances: what separates paragraphs."""
_LARGER = 1.12
_SMALLER = 0.92
_MAX_HEADING_LINES = 3
_MAX_LEVEL = 4
_LETTER_WIDTH = 0.5
"""In letter sizes, about."""
_TERMINAL = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*\d{0,2}\Z")
_BULLET = re.compile(r"[•▪◦‣●■]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class PdfBlock:
    """Lines that belong together, and the column of the last one."""

    lines: tuple[PdfLine, ...]
    column: Column

    @property
    def size(self) -> float:
        return median(line.size for line in self.lines)

    @property
    def is_bold(self) -> bool:
        return all(line.is_bold for line in self.lines)

    @property
    def is_quote(self) -> bool:
        """Return whether each line is indented at both sides."""
        size = self.size
        left = min(line.left for line in self.lines) - self.column.left
        right = self.column.right - max(line.right for line in self.lines)
        return len(self.lines) > 1 and left > size and right > _INDENT * size


def pdf_blocks(columns: Sequence[Column]) -> list[PdfBlock]:
    """Return the lines of columns by paragraph.

    A paragraph goes on in the next column or page, past a footnote too.
    """
    blocks: list[PdfBlock] = []
    for column in columns:
        usual = leading(column.lines)
        for line in column.lines:
            if blocks and not _begins(line, column, blocks[-1], usual):
                blocks[-1] = PdfBlock((*blocks[-1].lines, line), column)
            else:
                blocks.append(PdfBlock((line,), column))
    return _past_notes(blocks)


def _begins(line: PdfLine, column: Column, block: PdfBlock, usual: float) -> bool:
    """Return whether a line begins a paragraph after a block."""
    before = block.lines[-1]
    if abs(line.size - before.size) > (_LARGER - 1) * before.size or line.is_bold != before.is_bold:
        return True
    if _BULLET.match(line.words):
        return True
    if column is not block.column:
        return _begins_column(line, column, block)
    if line.bottom - before.bottom > _GAP * usual and usual:
        return True
    if _BULLET.match(block.lines[0].words) and line.left - block.lines[0].left > _INDENT * line.size:
        return False
    return _is_shifted(line, block) or _is_wider(line, block) or _ends(before, line, block.column)


def _is_wider(line: PdfLine, block: PdfBlock) -> bool:
    """Return whether a line is wider than the quotation before it."""
    return block.is_quote and line.right - max(part.right for part in block.lines) > _INDENT * line.size


def _is_shifted(line: PdfLine, block: PdfBlock) -> bool:
    """Return whether a line is indented, or a quotation's indent is over."""
    shift = line.left - block.lines[-1].left
    return shift > _INDENT * line.size or (-shift > _INDENT * line.size and len(block.lines) > 1)


def _begins_column(line: PdfLine, column: Column, block: PdfBlock) -> bool:
    if not _TERMINAL.search(block.lines[-1].words):
        return False
    others = [other.left for other in column.lines if other is not line]
    indented = bool(others) and line.left - median(others) > _INDENT * line.size
    return indented or _ends(block.lines[-1], line, block.column)


def _ends(before: PdfLine, line: PdfLine, column: Column) -> bool:
    """Return whether a line ends though the next word had room in it."""
    first = line.words.split(maxsplit=1)[0]
    room = column.right - before.right - (len(first) + 1) * _LETTER_WIDTH * line.size
    if room <= 0:
        return False
    return bool(_TERMINAL.search(before.words)) or room > (column.right - column.left) / 3


def _past_notes(blocks: Sequence[PdfBlock]) -> list[PdfBlock]:
    """Join paragraphs that smaller letters, such as a footnote, part."""
    body = body_size(blocks)
    ordered: list[PdfBlock] = []
    for block in blocks:
        at = len(ordered) - 1
        while at >= 0 and ordered[at].size < _SMALLER * body:
            at -= 1
        if 0 <= at < len(ordered) - 1 and _goes_on(ordered[at], block, body):
            ordered[at] = PdfBlock(ordered[at].lines + block.lines, ordered[at].column)
        else:
            ordered.append(block)
    return ordered


def _goes_on(before: PdfBlock, block: PdfBlock, body: float) -> bool:
    sizes_match = all(abs(size - body) < (_LARGER - 1) * body for size in (before.size, block.size))
    return sizes_match and not _TERMINAL.search(before.lines[-1].words) and block.lines[0].words[0].islower()


def body_size(blocks: Sequence[PdfBlock]) -> float:
    """Return the letter size that most letters have."""
    counts: Counter[float] = Counter()
    for block in blocks:
        for line in block.lines:
            counts[line.size] += len(line.words)
    return counts.most_common(1)[0][0] if counts else 0.0


def pdf_markdown(blocks: Sequence[PdfBlock]) -> Iterator[str]:
    """Yield the blocks as Markdown."""
    known = vocabulary(line.words for block in blocks for line in block.lines)
    body = body_size(blocks)
    bold_body = 2 * sum(block.is_bold for block in blocks) > len(blocks)
    larger = sorted({block.size for block in blocks if block.size > _LARGER * body}, reverse=True)
    for block in blocks:
        words = join_cut_words((line.words for line in block.lines), known)
        if len(block.lines) <= _MAX_HEADING_LINES and block.size in larger:
            yield f"{'#' * min(larger.index(block.size) + 1, _MAX_LEVEL)} {escape(words)}"
        elif block.is_bold and not bold_body and _is_heading(block):
            yield f"{'#' * min(len(larger) + 1, _MAX_LEVEL)} {escape(words)}"
        elif bullet := _BULLET.match(words):
            yield f"- {escape(words[bullet.end() :])}"
        else:
            yield f"> {escape(words)}" if block.is_quote else escape(words)


def _is_heading(block: PdfBlock) -> bool:
    return len(block.lines) <= _MAX_HEADING_LINES and not block.lines[-1].words.endswith((".", ",", ";"))

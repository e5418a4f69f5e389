"""What another reader of pages takes for the article, if it is installed.

`trafilatura` comes with the extra `import`. Its text is used to choose among our
blocks, so that what both leave out is still known, and tables and lists stay.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from tui.intake.html_blocks import HtmlBlock

MAX_MARKUP = 2_000_000
MAX_TAGS = 40_000
"""Characters and tags of a page that the other is asked about; it takes seconds for more."""
_SHINGLE = 3
"""Words that are compared together."""
_SAME = 0.6
"""The share of a block's words that have to be in the other text."""
_AGREEMENT = 0.5
"""The share of words that both have to choose, so that neither is wrong altogether."""
_WORD = re.compile(r"\w+")


def agreed_blocks(html: str, blocks: Sequence[HtmlBlock], own: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """Return the blocks that both readers choose.

    If one lacks most of what the other has, it is that other's choice, and of two that hardly agree the longer one.
    Without another reader it is the own choice.
    """
    other = matching_blocks(blocks, _other_text(html)) if _is_small(html) else []
    if not other:
        return list(own)
    chosen = set(map(id, other))
    both = [block for block in own if id(block) in chosen]
    if _count(both) >= _AGREEMENT * max(_count(own), _count(other)):
        return both
    return other if _count(other) > _count(own) else list(own)


def matching_blocks(blocks: Sequence[HtmlBlock], text: str) -> list[HtmlBlock]:
    """Return the blocks whose words are in a text."""
    words = _words(text)
    shingles = {size: _shingles(words, size) for size in range(1, _SHINGLE + 1)}
    return [block for block in blocks if _is_in(_words(block.words), shingles)]


def _is_in(words: Sequence[str], shingles: dict[int, set[tuple[str, ...]]]) -> bool:
    size = min(_SHINGLE, len(words))
    if not size:
        return False
    own = _shingles(words, size)
    return len(own & shingles[size]) >= _SAME * len(own)


def _shingles(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _count(blocks: Sequence[HtmlBlock]) -> int:
    return sum(len(_words(block.words)) for block in blocks)


def _is_small(html: str) -> bool:
    return len(html) <= MAX_MARKUP and html.count("<") <= MAX_TAGS


def _other_text(html: str) -> str:
    """Return the article as trafilatura reads it, or an empty string."""
    try:
        import trafilatura  # noqa: PLC0415 - loaded only for a page, and only if it is installed
    except ImportError:
        return ""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text: str | None = trafilatura.extract(html, include_comments=False, include_tables=True)
    return text or ""

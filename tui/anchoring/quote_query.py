"""Encode a quote and its contexts for a fuzzy search."""

from dataclasses import dataclass

from tui.anchoring.word_index import WordIndex
from tui.model import TextSelector


@dataclass(frozen=True, slots=True)
class QuoteQuery:
    """The words of prefix, quote and suffix, in the codes of a text's index."""

    codes: str
    first: int
    """The first word of the quote."""
    last: int
    """The last word of the quote, exclusive."""
    cut_before: int
    """How many code points of its first word are before the quote, if it begins within a word."""
    cut_after: int
    """How many code points of its last word are in the quote, if it ends within a word, else 0."""


def quote_query(index: WordIndex, selector: TextSelector) -> QuoteQuery | None:
    """Return the query of `selector`, or None if its quote has no word.

    The outermost words of the contexts are left out because they may be cut.
    """
    begin = len(selector.prefix)
    end = begin + len(selector.quote)
    words = index.encode(selector.prefix + selector.quote + selector.suffix)
    count = len(words.codes)
    first = next((word for word in range(count) if words.ends[word] > begin), count)
    last = next((word for word in range(count, 0, -1) if words.starts[word - 1] < end), 0)
    if first >= last:
        return None
    head = 1 if first > 1 else 0
    tail = count - 1 if last < count - 1 else count
    cut_before = max(0, begin - words.starts[first])
    cut_after = end - words.starts[last - 1] if words.ends[last - 1] > end else 0
    return QuoteQuery(words.codes[head:tail], first - head, last - head, cut_before, cut_after)

"""What is looked for: a quote between its contexts, cut into words."""

from dataclasses import dataclass

from tui.anchoring.word_index import WordIndex
from tui.model import TextSelector


@dataclass(frozen=True, slots=True)
class QuoteQuery:
    """The words of prefix, quote and suffix in one row, in the codes of a text's index."""

    codes: str
    first: int
    """The first word of the quote."""
    last: int
    """Past the last word of the quote."""
    cut_before: int
    """How many code points of the quote's first word stand before the quote: it begins within a word."""
    cut_after: int
    """How many code points of the quote's last word belong to the quote, or 0: it ends with a word."""


def quote_query(index: WordIndex, selector: TextSelector) -> QuoteQuery | None:
    """Return the query of `selector`, or None where its quote holds no word.

    The outermost words of the contexts are left out: they may be halves of words.
    """
    begin = len(selector.prefix)
    end = begin + len(selector.quote)
    words = index.encode(selector.prefix + selector.quote + selector.suffix)
    count = len(words.codes)
    first = next((place for place in range(count) if words.ends[place] > begin), count)
    last = next((place for place in range(count, 0, -1) if words.starts[place - 1] < end), 0)
    if first >= last:
        return None
    head = 1 if first > 1 else 0
    tail = count - 1 if last < count - 1 else count
    cut_before = max(0, begin - words.starts[first])
    cut_after = end - words.starts[last - 1] if words.ends[last - 1] > end else 0
    return QuoteQuery(words.codes[head:tail], first - head, last - head, cut_before, cut_after)

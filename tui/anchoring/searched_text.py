"""A text to be searched many times: scanned at first, looked up in its word index once that pays."""

from functools import cached_property

from tui.anchoring.occurrences import occurrences
from tui.anchoring.thresholds import MOST_CANDIDATES, SCANS_BEFORE_INDEX
from tui.anchoring.word_index import WordIndex

_ENOUGH_WORDS = 4
"""The first and the last word of a quote may be cut; two whole ones between them make a pair to look up."""
_PROBE = 64
"""So many code points of a quote are enough to find the few places where it can stand."""


class SearchedText:
    """A text, and what is known of it so far; the index is made when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._scans = 0
        self._indexed = False

    @cached_property
    def index(self) -> WordIndex:
        """The words of the text; costs as much as some hundred scans."""
        self._indexed = True
        return WordIndex(self.text)

    def occurrences(self, quote: str, limit: int = MOST_CANDIDATES) -> list[int]:
        """Return the starts of `quote` in the text, in code points, overlapping ones too, at most `limit`."""
        self._scans += 1
        if self._indexed or self._scans > SCANS_BEFORE_INDEX:
            return self._looked_up(quote, limit)
        return occurrences(self.text, quote, limit)

    def _looked_up(self, quote: str, limit: int) -> list[int]:
        index = self.index
        words = index.encode(quote[:_PROBE])
        if len(words.codes) < _ENOUGH_WORDS:
            return occurrences(self.text, quote, limit)
        inner = range(1, len(words.codes) - 2)
        rarest = min(inner, key=lambda place: len(index.pairs.get(words.codes[place : place + 2], ())))
        offset, starts = words.starts[rarest], index.words.starts
        pairs = index.pairs.get(words.codes[rarest : rarest + 2], ())
        if len(pairs) > MOST_CANDIDATES:
            return occurrences(self.text, quote, limit)
        tried = (starts[pair] - offset for pair in pairs)
        return [start for start in tried if start >= 0 and self.text.startswith(quote, start)][:limit]

"""A text that is searched many times, in the canonical form NFC."""

from functools import cached_property
from unicodedata import normalize

from tui.anchoring.occurrences import occurrences
from tui.anchoring.thresholds import MAX_CANDIDATES, SCANS_BEFORE_INDEX
from tui.anchoring.word_index import WordIndex
from tui.model.canonical_form import CanonicalForm

_MIN_WORDS = 4
"""A quote may cut its first and last word. Two whole ones between them make a pair to look up."""
_PROBE_LENGTH = 64
"""How many code points of a quote are looked up."""


class SearchedText:
    """A text that is scanned at first, and indexed once that is cheaper."""

    def __init__(self, original: str) -> None:
        self.original = original
        """The text as it is."""
        self._scans = 0

    @cached_property
    def form(self) -> CanonicalForm:
        """The text in NFC, with the map of offsets."""
        return CanonicalForm(self.original)

    @cached_property
    def text(self) -> str:
        """The text in NFC, whose code points all other offsets here count."""
        return self.form.text

    @cached_property
    def decomposed_form(self) -> CanonicalForm:
        """The text as it would be in NFD, with the map of offsets."""
        return CanonicalForm(normalize("NFD", self.text))

    @cached_property
    def index(self) -> WordIndex:
        """The words of the text.

        Once they are indexed, no quote is scanned for.
        """
        self._scans = SCANS_BEFORE_INDEX
        return WordIndex(self.text)

    def occurrences(self, quote: str, limit: int = MAX_CANDIDATES) -> list[int]:
        """Return what `tui.anchoring.occurrences.occurrences` does."""
        self._scans += 1
        if self._scans > SCANS_BEFORE_INDEX:
            return self._look_up(quote, limit)
        return occurrences(self.text, quote, limit)

    def _look_up(self, quote: str, limit: int) -> list[int]:
        index = self.index
        words = index.encode(quote[:_PROBE_LENGTH])
        if len(words.codes) < _MIN_WORDS:
            return occurrences(self.text, quote, limit)
        inner = range(1, len(words.codes) - 2)
        rarest = min(inner, key=lambda word: len(index.pairs.get(words.codes[word : word + 2], ())))
        offset, starts = words.starts[rarest], index.words.starts
        pairs = index.pairs.get(words.codes[rarest : rarest + 2], ())
        if len(pairs) > MAX_CANDIDATES:
            return occurrences(self.text, quote, limit)
        candidates = (starts[pair] - offset for pair in pairs)
        return [start for start in candidates if start >= 0 and self.text.startswith(quote, start)][:limit]

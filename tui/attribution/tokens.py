"""Split a text into paragraphs, sentences and tokens, with its quotations."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from tui.attribution.lexicon import Lexicon
from tui.attribution.quotations import Quotation, find_quotations
from tui.layout.paragraphs import glued_breaks
from tui.layout.sentences import sentence_ends
from tui.model.span import Span

_LINE = re.compile(r"[^\n]+")
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|n[’']t\b|[^\W_]+(?:[-’'&][^\W_]+|(?<=\d)[.,]\d+)*"
    r"|''|--+|\.{2,}|[^\w\s]"
)


_DOTTED = "i\N{COMBINING DOT ABOVE}"
"""The small letter of the Turkish capital İ."""
DASHES = frozenset({"—", "–", "--", "-"})


class Tokens:
    """The tokens of a text, with its sentences and paragraphs as ranges."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.low: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[range] = []
        self.paragraphs: list[range] = []
        self.quotations: list[range] = []
        self.quotation_of: list[int] = []
        """The quotation that each token is in, -1 for none."""
        self.opened: list[bool] = []
        """Whether each quotation goes on in the next paragraph."""

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Return the place of the tokens from `first` to before `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def is_quotation_start(self, index: int) -> bool:
        return 0 <= index < len(self) and self._edge(index, 0)

    def is_quotation_end(self, index: int) -> bool:
        return 0 <= index < len(self) and self._edge(index, -1)

    def quotation_at(self, index: int) -> range | None:
        """Return the quotation that a token is in, with its marks."""
        number = self.quotation_of[index]
        return self.quotations[number] if number >= 0 else None

    def _edge(self, index: int, edge: int) -> bool:
        quotation = self.quotation_at(index)
        return quotation is not None and quotation[edge] == index


def tokenize(text: str, code: str, lexicon: Lexicon) -> Tokens:
    """Return the tokens of a text in the language with a code."""
    tokens = Tokens(text)
    cut = _cutter(lexicon)
    paragraphs = list(_paragraphs(text))
    for paragraph in paragraphs:
        first = len(tokens)
        start = paragraph.start
        for end in (*sentence_ends(text, *paragraph, code), paragraph.end):
            _add_sentence(tokens, start, max(start, end), cut)
            start = max(start, end)
        if len(tokens) > first:
            tokens.paragraphs.append(range(first, len(tokens)))
    tokens.low.extend(word.lower().replace("’", "'").replace(_DOTTED, "i") for word in tokens.words)
    _add_quotations(tokens, find_quotations(text, paragraphs, lexicon.quotations))
    return tokens


def _paragraphs(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        start = line.start()
        for end in (*glued_breaks(text, *line.span()), line.end()):
            if text[start:end].strip():
                yield Span(start, end)
            start = end


def _cutter(lexicon: Lexicon) -> re.Pattern[str]:
    """Return where a word is two: `l’|État`, `dit|-il`, `Ruiz|’s`."""
    elided = _alternatives(lexicon.words["elisions"])
    enclitic = _alternatives(lexicon.words["enclitics"])
    return re.compile(rf"\A(?:{elided})['’](?=[^\W_])|(?<=.)(?=(?:{enclitic})\Z)", re.IGNORECASE)


def _alternatives(words: frozenset[str]) -> str:
    """Return a pattern of words, that never matches if there are none."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"


def _add_sentence(tokens: Tokens, start: int, end: int, cut: re.Pattern[str]) -> None:
    first = len(tokens)
    for match in _TOKEN.finditer(tokens.text, start, end):
        for piece_start, piece_end in _pieces(match[0], match.start(), cut):
            _add_token(tokens, piece_start, piece_end, first)
    if len(tokens) > first:
        tokens.sentences.append(range(first, len(tokens)))


def _pieces(word: str, start: int, cut: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of a word, and of what is cut off it."""
    end = start + len(word)
    first = 0
    for match in cut.finditer(word):
        yield start + first, start + match.end()
        first = match.end()
        if match.start():
            break  # an enclitic is whole: `a|-t-il`
    yield start + first, end


def _add_token(tokens: Tokens, start: int, end: int, first: int) -> None:
    """Add a token, and a full stop before it to its abbreviation."""
    word = tokens.text[start:end]
    if len(tokens) > first and word[0].isalnum() and tokens.words[-1] == "." and len(tokens) - first > 1:
        _join_stop(tokens)
    tokens.words.append(word)
    tokens.starts.append(start)
    tokens.ends.append(end)


def _join_stop(tokens: Tokens) -> None:
    if tokens.ends[-2] == tokens.starts[-1] and tokens.words[-2].isalpha():
        tokens.words[-2] += "."
        tokens.ends[-2] = tokens.ends[-1]
        del tokens.words[-1], tokens.starts[-1], tokens.ends[-1]


def _add_quotations(tokens: Tokens, quotations: list[Quotation]) -> None:
    tokens.quotation_of.extend([-1] * len(tokens))
    for quotation in quotations:
        first = bisect_right(tokens.starts, quotation.start - 1)
        last = bisect_right(tokens.starts, quotation.end - 1)
        if last - first >= 2:
            tokens.quotation_of[first:last] = [len(tokens.quotations)] * (last - first)
            tokens.quotations.append(range(first, last))
            tokens.opened.append(quotation.is_open)

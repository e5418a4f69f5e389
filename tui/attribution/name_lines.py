"""Statements without a verb: `NAME: “…”`, and `“…” — NAME`."""

from collections.abc import Iterator

from tui.attribution.cue import Cue
from tui.attribution.found import Found
from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.score import Score
from tui.attribution.tokens import DASHES

_LONGEST_NAME = 6
_LONGEST_LINE = 12
"""Tokens of a name with an office before it."""


def find_name_lines(grammar: Grammar, found: list[Found]) -> Iterator[Found]:
    """Yield the statements of paragraphs that a name and a mark introduce."""
    cued = {item.cue.head for item in found}
    for paragraph in grammar.tokens.paragraphs:
        line = _with_colon(grammar, paragraph, cued) or _with_dash(grammar, paragraph)
        if line:
            yield line


def _with_colon(grammar: Grammar, paragraph: range, cued: set[int]) -> Found | None:
    """Return the statement of `Ruiz: “…”` or, in a transcript, `RUIZ: …`."""
    colon = next((i for i in paragraph[: _LONGEST_LINE + 1] if grammar.low(i) == ":"), None)
    if colon is None or colon == paragraph.start or colon + 1 >= paragraph.stop:
        return None
    line = range(paragraph.start, colon)
    quotation = grammar.tokens.quotation_at(colon + 1)
    quoted = quotation is not None and quotation.start == colon + 1
    is_name = len(line) <= _LONGEST_NAME and _is_name(grammar, line)
    name = line if is_name else _described_name(grammar, line) if quoted else None
    if name is None or any(index in cued for index in line):
        return None
    if not quoted and not all(grammar.tokens.words[i].isupper() for i in name if grammar.is_word(i)):
        return None
    content = quotation if quoted and quotation else range(colon + 1, paragraph.stop)
    return _found("colon line", colon, content, name, 12 if quoted else 2)


def _described_name(grammar: Grammar, line: range) -> range | None:
    """Return the name after an office: `Union spokesman Olmo Vega: “…”`."""
    first = line.stop
    while first > line.start and grammar.is_name(first - 1) and not grammar.has("persons", first - 1):
        first -= 1
    describes = any(grammar.has("persons", index) or grammar.is_title(index) for index in range(line.start, first))
    is_apart = grammar.is_word(first - 1) or grammar.low(first - 1) == ","
    is_full = line.stop - first > 1 and not grammar.has("prepositions", first - 1)
    return range(first, line.stop) if is_full and is_apart and describes else None


def _is_name(grammar: Grammar, words: range) -> bool:
    named = [index for index in words if grammar.is_word(index)]
    if not named or len(grammar.tokens.words[words[0]]) == 1 or not grammar.tokens.words[named[-1]][:1].isupper():
        return False
    return all(grammar.tokens.words[index][:1].isupper() or grammar.is_title(index) for index in named)


def _with_dash(grammar: Grammar, paragraph: range) -> Found | None:
    """Return the statement of `“…” — Ruiz`."""
    quotation = grammar.tokens.quotation_at(paragraph.start)
    if quotation is None or quotation.start != paragraph.start or quotation.stop + 1 >= paragraph.stop:
        return None
    name = range(quotation.stop + 1, paragraph.stop)
    if grammar.low(quotation.stop) not in DASHES or len(name) > 2 * _LONGEST_NAME or not grammar.is_name(name.start):
        return None
    return _found("dash line", quotation.stop, quotation, name, 12)


def _found(rule: str, mark: int, content: range, name: range, points: int) -> Found:
    cue = Cue(mark, mark, mark + 1, "", "", ("say",), "mark")
    return Found(cue, Frame(rule, (content,), name), name, Score(points, ((rule, points),)))

"""The clause beside a cue: `it is late, Ruiz said`, `as Ruiz said`."""

from collections.abc import Iterator

from tui.attribution.appositions import after_titles
from tui.attribution.clause_starts import is_clause
from tui.attribution.cue import Cue
from tui.attribution.escapes import content_end
from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.noun_phrases import subject_after

_REACH = 80
"""Tokens of a clause that are looked at: what keeps hostile texts linear."""
_LINKS = frozenset({"but", "and", "however", "so", "meanwhile", "still", "yet", "moreover", "furthermore", "besides"})


def clause_before(
    grammar: Grammar, sentence: range, comma: int, lowest: int, source: range, after: int
) -> Frame | None:
    """Return the frame of `The bridge is safe, Ruiz said.`."""
    first = content_start(grammar, max(sentence.start, lowest))
    following = grammar.low(after)
    goes_on = following == ","
    has_verb = holds_verb(grammar, first, comma)
    if not goes_on and not _ends_soon(grammar, sentence, after):
        return None
    if not has_verb and not goes_on:
        return None
    if (
        not goes_on
        and (grammar.has("prepositions", first) or grammar.has("subordinators", first))
        and _is_intro(grammar, first, comma)
    ):
        return None
    content = range(first, comma)
    if goes_on and after + 1 < sentence.stop and not grammar.is_gerund(after + 1) and not grammar.has("wh", after + 1):
        last = content_end(grammar, sentence, after + 1, is_clause=True, stops_at_comma=False)
        if last > after + 1:
            return Frame("clause around", (content, range(after + 1, last)), source)
    return Frame("clause before", (content,), source) if has_verb and len(content) > 1 else None


def _is_intro(grammar: Grammar, first: int, comma: int) -> bool:
    """Return whether a phrase before the only comma opens the sentence."""
    return comma - first < _REACH and all(grammar.low(index) != "," for index in range(first, comma))


def as_clause(grammar: Grammar, sentence: range, start: int, lowest: int, source: range, after: int) -> Frame | None:
    """Return the frame of `As Ruiz said, …` and of `…, as Ruiz said`."""
    if start <= sentence.start:
        comma = next(
            (index for index in range(after, min(sentence.stop - 1, after + 8)) if grammar.low(index) == ","), 0
        )
        if not comma:
            return None
        last = content_end(grammar, sentence, comma + 1, is_clause=True, stops_at_comma=False)
        return Frame("as", (range(comma + 1, last),), source) if last > comma + 1 else None
    first = content_start(grammar, max(sentence.start, lowest))
    if (
        grammar.low(start - 1) not in (",", "—", "-", "–", "--")
        or start - 1 <= first
        or not _ends_soon(grammar, sentence, after)
    ):
        return None
    return Frame("as", (range(first, start - 1),), source)


def according(grammar: Grammar, sentence: range, cue: Cue, lowest: int) -> Frame | None:
    """Return the frame of `according to`, at the start or the end."""
    source = subject_after(grammar, sentence, cue.last)
    if source is None:
        return None
    if cue.first <= sentence.start + 1:
        comma = next(
            (i for i in range(source.stop, min(sentence.stop, source.stop + 30)) if grammar.low(i) == ","), None
        )
        if comma is None or comma + 1 >= sentence.stop:
            return None
        first = _after_name(grammar, sentence, source, comma) + 1
        last = content_end(grammar, sentence, first, is_clause=True, stops_at_comma=False)
        return Frame("according to", (range(first, last),), source) if last > first else None
    first = content_start(grammar, max(sentence.start, lowest))
    end = cue.first - (grammar.low(cue.first - 1) == ",")
    pieces = (range(first, end), *_rest(grammar, sentence, range(first, end), source.stop))
    return Frame("according to", pieces, source) if end > first else None


def _after_name(grammar: Grammar, sentence: range, source: range, comma: int) -> int:
    """Return the comma after the name of a source: `the mayor, Ana Ruiz,`."""
    if comma != source.stop or not grammar.has("determiners", source.start):
        return comma
    first = end = after_titles(grammar, comma + 1)
    while grammar.is_name(end):
        end += 1
    is_name = end > first + 1 and grammar.low(end) == "," and not grammar.is_name(end + 1)
    return end if is_name and is_clause(grammar, sentence, end + 1) else comma


def _rest(grammar: Grammar, sentence: range, before: range, after: int) -> Iterator[range]:
    """Yield what follows a cue within a clause: `It, according to Ruiz, left`."""
    first = after + (grammar.low(after) == ",")
    if holds_verb(grammar, before.start, before.stop) or not (grammar.is_finite(first) or grammar.is_adverb(first)):
        return
    last = content_end(grammar, sentence, first, is_clause=True, stops_at_comma=grammar.has("relatives", before[-1]))
    if holds_verb(grammar, first, last):
        yield range(first, last)


def content_start(grammar: Grammar, first: int) -> int:
    """Return where content starts, without `But` and the like before it."""
    if grammar.low(first) in _LINKS:
        first += 1
        first += grammar.low(first) == ","
    return first


def holds_verb(grammar: Grammar, first: int, last: int) -> bool:
    """Return whether a finite verb stands in a clause, near its end."""
    return any(grammar.is_finite(index) for index in range(max(first, last - _REACH), last))


def _ends_soon(grammar: Grammar, sentence: range, after: int) -> bool:
    """Return whether nothing that could be content follows a cue."""
    if after >= sentence.stop or not grammar.is_word(after):
        return True
    return (
        any(grammar.has(key, after) for key in ("prepositions", "days", "adverbs"))
        or grammar.low(after)
        in (
            "while",
            "when",
            "as",
            "after",
        )
        or grammar.is_adverb(after)
        or grammar.is_gerund(after)
    )

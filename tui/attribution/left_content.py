"""The frame of a cue whose content stands before it: `“…,” said Ruiz`."""

from bisect import bisect_right

from tui.attribution.cues import ACCORDING, VERB, Cue
from tui.attribution.escapes import content_end, is_reporting
from tui.attribution.frames import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.noun_phrases import subject_after, subject_before

_REACH = 80
"""Tokens of a clause that are looked at: what keeps hostile texts linear."""
_LINKS = frozenset({"but", "and", "however", "so", "meanwhile", "still", "yet", "moreover", "furthermore", "besides"})


def left_frame(grammar: Grammar, sentence: range, cue: Cue, lowest: int) -> Frame | None:
    """Return the frame of a cue whose content precedes it.

    `lowest` is the token at which the content may start at the earliest.
    """
    if cue.kind == ACCORDING:
        return _according(grammar, sentence, cue, lowest)
    if (
        cue.kind not in (VERB, "report")
        or not {"say", "think", "show"} & set(cue.classes)
        or cue.form in ("infinitive", "passive", "ing")
    ):
        return None
    return _subject_first(grammar, sentence, cue, lowest) or _inverted(grammar, sentence, cue, lowest)


def _inverted(grammar: Grammar, sentence: range, cue: Cue, lowest: int) -> Frame | None:
    """Return the frame of `“…,” said Ruiz`."""
    if cue.form not in ("past", "s") or "say" not in cue.classes or cue.first != cue.head:
        return None
    source = subject_after(grammar, sentence, cue.last)
    if source is None:
        return None
    return _before(grammar, sentence, cue, cue.first, lowest, source, source.stop)


def _subject_first(grammar: Grammar, sentence: range, cue: Cue, lowest: int) -> Frame | None:
    """Return the frame of `“…,” Ruiz said`."""
    if cue.first - 1 < sentence.start:
        return None
    source = subject_before(grammar, sentence, cue.first - 1)
    if source is None or grammar.tokens.is_quotation_end(cue.first - 1):
        return None
    return _before(grammar, sentence, cue, source.start, lowest, source, cue.last)


def _before(
    grammar: Grammar, sentence: range, cue: Cue, first: int, lowest: int, source: range, after: int
) -> Frame | None:
    end = _skip_links(grammar, sentence, first)
    if grammar.low(end - 1) == "as":
        known = grammar.verb(cue.head)
        is_plain = known is not None and is_reporting(grammar, known)
        return _as_clause(grammar, sentence, end - 1, lowest, source, after) if is_plain else None
    quotation = _quotation_before(grammar, end) if end > sentence.start else None
    if quotation:
        content = range(_with_clause(grammar, quotation, lowest), quotation.stop)
        return Frame("quotation before", (content, *_goes_on(grammar, sentence, after)), source)
    if grammar.low(end - 1) != "," or end - 1 <= max(sentence.start, lowest):
        return None
    return _clause_before(grammar, sentence, end - 1, lowest, source, after)


def _as_clause(grammar: Grammar, sentence: range, start: int, lowest: int, source: range, after: int) -> Frame | None:
    """Return the frame of `As Ruiz said, …` and of `…, as Ruiz said`."""
    if start <= sentence.start:
        comma = next(
            (index for index in range(after, min(sentence.stop - 1, after + 8)) if grammar.low(index) == ","), 0
        )
        if not comma:
            return None
        last = content_end(grammar, sentence, comma + 1, is_clause=True, stops_at_comma=False)
        return Frame("as", (range(comma + 1, last),), source) if last > comma + 1 else None
    first = _content_start(grammar, max(sentence.start, lowest))
    if (
        grammar.low(start - 1) not in (",", "—", "-", "–", "--")
        or start - 1 <= first
        or not _ends_soon(grammar, sentence, after)
    ):
        return None
    return Frame("as", (range(first, start - 1),), source)


def _skip_links(grammar: Grammar, sentence: range, first: int) -> int:
    """Return the start of a subject with the adverbs before it."""
    while first > sentence.start and grammar.is_adverb(first - 1):
        first -= 1
    return first


def _quotation_before(grammar: Grammar, end: int) -> range | None:
    index = end - 1
    if grammar.low(index) == "," and grammar.tokens.is_quotation_end(index - 1):
        index -= 1
    ends = index < end - 1 or grammar.low(index - 1) in (",", "?", "!", "…", "—", "--", "-")
    return grammar.tokens.quotation_at(index) if ends and grammar.tokens.is_quotation_end(index) else None


def _with_clause(grammar: Grammar, quotation: range, lowest: int) -> int:
    """Return the start of the content that ends with a quotation.

    `The plan is “a mess,” Ruiz said` starts with the clause.
    """
    sentence = _sentence_at(grammar, quotation.start)
    first = max(sentence.start, lowest)
    if first >= quotation.start or grammar.low(quotation.start - 1) in (":", ",", ";"):
        return quotation.start
    has_verb = _has_verb(grammar, first, quotation.start)
    return _content_start(grammar, first) if has_verb or len(quotation) < 8 else quotation.start


def _sentence_at(grammar: Grammar, index: int) -> range:
    sentences = grammar.tokens.sentences
    return sentences[bisect_right(sentences, index, key=lambda item: item.start) - 1]


def _content_start(grammar: Grammar, first: int) -> int:
    if grammar.low(first) in _LINKS:
        first += 1
        first += grammar.low(first) == ","
    return first


def _clause_before(
    grammar: Grammar, sentence: range, comma: int, lowest: int, source: range, after: int
) -> Frame | None:
    """Return the frame of `The bridge is safe, Ruiz said.`."""
    first = _content_start(grammar, max(sentence.start, lowest))
    following = grammar.low(after)
    goes_on = following == ","
    has_verb = _has_verb(grammar, first, comma)
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


def _has_verb(grammar: Grammar, first: int, last: int) -> bool:
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


def _goes_on(grammar: Grammar, sentence: range, after: int) -> tuple[range, ...]:
    """Return the quotation that goes on after the cue: `“…,” he said, “…”`."""
    for index in range(after, min(sentence.stop, after + 24)):
        if index > after and grammar.verb(index) and not grammar.is_name(index):
            return ()
        if grammar.tokens.is_quotation_start(index):
            quotation = grammar.tokens.quotation_at(index)
            if quotation and grammar.low(index - 1) in (",", ":", ".", "—", "that"):
                return (quotation,)
            return ()
        if grammar.low(index) == ";":
            return ()
    return ()


def _according(grammar: Grammar, sentence: range, cue: Cue, lowest: int) -> Frame | None:
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
        last = content_end(grammar, sentence, comma + 1, is_clause=True, stops_at_comma=False)
        return Frame("according to", (range(comma + 1, last),), source) if last > comma + 1 else None
    first = _content_start(grammar, max(sentence.start, lowest))
    end = cue.first - (grammar.low(cue.first - 1) == ",")
    return Frame("according to", (range(first, end),), source) if end > first else None

"""The frame of a cue whose content stands before it: `“…,” said Ruiz`."""

from bisect import bisect_right

from tui.attribution.cue import ACCORDING, VERB, Cue
from tui.attribution.escapes import is_reporting
from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.left_clause import according, as_clause, clause_before, content_start, holds_verb
from tui.attribution.noun_phrases import subject_after, subject_before


def left_frame(grammar: Grammar, sentence: range, cue: Cue, lowest: int) -> Frame | None:
    """Return the frame of a cue whose content precedes it.

    `lowest` is the token at which the content may start at the earliest.
    """
    if cue.kind == ACCORDING:
        return according(grammar, sentence, cue, lowest)
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
        return as_clause(grammar, sentence, end - 1, lowest, source, after) if is_plain else None
    quotation = _quotation_before(grammar, end) if end > sentence.start else None
    if quotation:
        content = range(_with_clause(grammar, quotation, lowest), quotation.stop)
        return Frame("quotation before", (content, *_goes_on(grammar, sentence, after)), source)
    if grammar.low(end - 1) != "," or end - 1 <= max(sentence.start, lowest):
        return None
    return clause_before(grammar, sentence, end - 1, lowest, source, after)


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
    has_verb = holds_verb(grammar, first, quotation.start)
    return content_start(grammar, first) if has_verb or len(quotation) < 8 else quotation.start


def _sentence_at(grammar: Grammar, index: int) -> range:
    sentences = grammar.tokens.sentences
    return sentences[bisect_right(sentences, index, key=lambda item: item.start) - 1]


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

"""Sentences with the verb at their end: subject, content, verb."""

from tui.attribution.cue import Cue
from tui.attribution.frame import Frame
from tui.attribution.grammar import Grammar
from tui.attribution.marks.noun_groups import group_after
from tui.attribution.marks.segments import Sentence

_SUBJECT = 10
"""Words of a subject before its comma."""


def content_of_final_verb(
    grammar: Grammar, sentence: Sentence, cue: Cue, lowest: int, earlier: range | None
) -> Frame | None:
    """Return the frame of a verb with content and perhaps subject before it.

    `earlier` is the subject of the verb before, which this one shares if it has none.
    """
    part = range(max(lowest, sentence.part.start), cue.first)
    while part and (grammar.has("conjunctions", part.start) or not _opens(grammar, part.start)):
        part = part[1:]
    quotations = _quotations(sentence, part)
    if quotations:
        subject = _subject(grammar, range(part.start, quotations[0].start), whole=True)
        inverted = group_after(grammar, cue.last, sentence.end)
        content = range(quotations[0].start, quotations[-1].stop)
        return Frame("quotation before", (content,), subject or inverted or earlier)
    subject = _subject(grammar, part, whole=False)
    first = subject.stop if subject else part.start
    first += grammar.low(first) == ","
    while first < cue.first and grammar.is_adverb(first):
        first += 1
    content = range(first, cue.first)
    return Frame("clause before", (content,), subject or earlier) if len(content) > 0 else None


def _quotations(sentence: Sentence, part: range) -> list[range]:
    """Return the quotations that start in a part of a sentence."""
    segments = sentence.segments[sentence.number_at(part.start) : sentence.number_at(part.stop) + 1]
    return [item.part for item in segments if item.is_quotation and item.part.start in part]


def _opens(grammar: Grammar, index: int) -> bool:
    return grammar.is_word(index) or grammar.tokens.is_quotation_start(index)


def _subject(grammar: Grammar, part: range, *, whole: bool) -> range | None:
    """Return the subject at the start: before a comma, else a name.

    `whole` says that nothing but the subject stands in the part.
    """
    comma = next((index for index in part[: _SUBJECT + 1] if grammar.low(index) == ","), part.stop if whole else -1)
    if comma > part.start and comma - part.start <= _SUBJECT:
        words = range(part.start, comma)
        if not any(grammar.verb(index) for index in words):
            return _without_small(grammar, words)
    return _leading_name(grammar, part)


def _without_small(grammar: Grammar, words: range) -> range | None:
    while words and (grammar.is_adverb(words.start) or grammar.has("days", words.start)):
        words = words[1:]
    while words and not grammar.is_word(words[-1]):
        words = words[:-1]
    return words or None


def _leading_name(grammar: Grammar, part: range) -> range | None:
    """Return the name, or the word for a speaker, that opens a sentence."""
    last = part.start
    if any(grammar.has(key, last) for key in ("he", "she", "they", "we")):
        return range(last, last + 1)
    while last < part.stop and _names(grammar, part, last):
        last += 1
    while part.start < last < part.stop and _speaks(grammar, last):
        last += 1
    is_object = last == part.start + 1 and grammar.lexicon.ends("object_endings", grammar.low(part.start))
    return range(part.start, last) if last > part.start and not is_object else None


def _names(grammar: Grammar, part: range, index: int) -> bool:
    """Return whether a token is part of a name, or of several."""
    if grammar.is_name(index):
        return "'" not in grammar.low(index)
    if index == part.start:
        return grammar.has("determiners", index) and _speaks(grammar, index + 1)
    return grammar.has("and", index) and grammar.is_name(index - 1) and grammar.is_name(index + 1)


def _speaks(grammar: Grammar, index: int) -> bool:
    """Return whether a word in small letters is one for people."""
    return grammar.has("persons", index) or grammar.has("organisations", index) or grammar.has("titles", index)

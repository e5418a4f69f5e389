"""Find cues by the forms and phrases that a language's file lists."""

from collections.abc import Iterator

from tui.attribution.cue import ACCORDING, VERB, Cue
from tui.attribution.grammar import Grammar
from tui.attribution.marks.noun_groups import is_named_noun
from tui.attribution.marks.segments import Sentence
from tui.attribution.verb_patterns import GAP, PARTICIPLE, VerbPattern

_PHRASES = ("according", "report", "no-comment", "no-knowledge", "agreement")
_GROUP = 5
"""Words of a verb group before its head."""
_REACH = 30
"""Words between an auxiliary and its participle, or a verb and its particle."""


def pattern_cues(grammar: Grammar, sentence: Sentence) -> list[Cue]:
    """Return the cues of a sentence that stand outside its quotations."""
    return [cue for segment in sentence.segments if not segment.is_quotation for cue in _cues(grammar, segment.part)]


def _cues(grammar: Grammar, part: range) -> Iterator[Cue]:
    index = part.start
    while index < part.stop:
        cue = _phrase(grammar, part, index) or _verb(grammar, part, index)
        if cue:
            yield cue
        index = max(index + 1, cue.last if cue else 0)


def _matches(grammar: Grammar, part: range, index: int, words: tuple[str, ...]) -> bool:
    last = index + len(words)
    return last <= part.stop and tuple(grammar.tokens.low[index:last]) == words


def _phrase(grammar: Grammar, part: range, index: int) -> Cue | None:
    for kind in _PHRASES if grammar.low(index) in grammar.lexicon.phrase_starts else ():
        for words in grammar.lexicon.phrases_of(kind, grammar.low(index)):
            if _matches(grammar, part, index, words):
                return _phrase_cue(grammar, part, kind, range(index, index + len(words)))
    for words in grammar.lexicon.phrases_of(ACCORDING, GAP):
        if index > part.start and _matches(grammar, part, index, words[1:]):
            return Cue(index, index, index + len(words) - 1, GAP, "", ("say",), ACCORDING)
    return None


def _phrase_cue(grammar: Grammar, part: range, kind: str, words: range) -> Cue:
    if kind == ACCORDING:
        return Cue(words.start, words.start, words.stop, "according", "", ("say",), kind)
    first = _group_start(grammar, part, words.start)
    negated = _is_negated(grammar, range(first, words.start))
    return Cue(words.start, first, words.stop, grammar.low(words.start), "past", ("say",), kind, negated=negated)


def _verb(grammar: Grammar, part: range, index: int) -> Cue | None:
    if index > part.start and (grammar.tokens.words[index][:1].isupper() or is_named_noun(grammar, index)):
        return None
    for pattern in grammar.lexicon.patterns.get(grammar.low(index), ()):
        if _matches(grammar, part, index, pattern.words):
            cue = _pattern_cue(grammar, part, index, pattern)
            if cue:
                return cue
    return None


def _pattern_cue(grammar: Grammar, part: range, index: int, pattern: VerbPattern) -> Cue | None:
    first, last = _group_start(grammar, part, index), index + len(pattern.words)
    if _is_passive(grammar, part, index):
        return None
    head, tail = index, -1
    if pattern.form == PARTICIPLE and not any(grammar.has("auxiliaries", place) for place in range(first, index)):
        lowest = max(part.start, index - _REACH)
        found = next((place for place in range(index - 1, lowest - 1, -1) if grammar.has("auxiliaries", place)), -1)
        if found < 0:
            return None
        head, first, last, tail = found, found, found + 1, index
    elif pattern.tail:
        found = _particle(grammar, part, last, pattern.tail)
        if found < 0:
            return None
        tail = found
    negated = _is_negated(grammar, range(first, max(last, tail) + 1))
    return Cue(head, first, last, pattern.verb, "past", pattern.classes, VERB, tail, negated=negated)


def _is_passive(grammar: Grammar, part: range, head: int) -> bool:
    """Return whether nobody is named who says it: `Il a été révélé que`."""
    before = head - 1
    while before > part.start and grammar.is_adverb(before):
        before -= 1
    return before >= part.start and grammar.has("passives", before)


def _particle(grammar: Grammar, part: range, first: int, tail: str) -> int:
    """Return where a verb's particle ends its clause, -1 if it does not."""
    for index in range(first, min(part.stop, first + _REACH)):
        if grammar.low(index) == tail and (index + 1 == part.stop or grammar.has("and", index + 1)):
            return index
    return -1


def _is_negated(grammar: Grammar, words: range) -> bool:
    return any(grammar.has("negations", index) for index in words)


def _group_start(grammar: Grammar, part: range, head: int) -> int:
    """Return the first auxiliary, negation or small pronoun of a verb group."""
    index = head
    while index > max(part.start, head - _GROUP) and _is_in_group(grammar, index - 1):
        index -= 1
    while index < head and grammar.is_adverb(index):
        index += 1
    return index


def _is_in_group(grammar: Grammar, index: int) -> bool:
    return grammar.is_auxiliary(index) or grammar.has("clitics", index) or grammar.is_adverb(index)

"""Find the cues of a sentence: what may report a statement."""

from collections.abc import Iterator

from tui.attribution.cue import ACCORDING, NOUN, Cue
from tui.attribution.grammar import Grammar

_NO_CUES = ("denial", "hedges", "shared", "never")
"""Phrases that say what kind of statement it is, and introduce none."""
_AUXILIARIES = 6
"""Words of a verb group before its head."""


def find_cues(grammar: Grammar, sentence: range) -> Iterator[Cue]:
    """Yield what may be a cue in a sentence, in the order of the text."""
    index = sentence.start
    while index < sentence.stop:
        cue = _phrase(grammar, sentence, index) or _owned(grammar, index) or _verb(grammar, sentence, index)
        cue = cue or _noun(grammar, index)
        if cue:
            yield cue
        index = max(index + 1, cue.last if cue else 0)


def _phrase(grammar: Grammar, sentence: range, index: int) -> Cue | None:
    if grammar.low(index) not in grammar.lexicon.phrase_starts:
        return None
    for kind, by_first in grammar.lexicon.phrases.items():
        if kind in _NO_CUES:
            continue
        for phrase in by_first.get(grammar.low(index), ()):
            last = index + len(phrase)
            if last <= sentence.stop and tuple(grammar.tokens.low[index:last]) == phrase:
                return _phrase_cue(grammar, sentence, kind, range(index, last))
    return None


def _phrase_cue(grammar: Grammar, sentence: range, kind: str, words: range) -> Cue:
    if kind == ACCORDING:
        return Cue(words[0], words.start, words.stop, "according", "", ("say",), ACCORDING)
    known = grammar.verb(words[0])
    first = _group_start(grammar, sentence, words[0])
    form = _form(grammar, first, words[0], known.form if known else "past")
    joined = "-".join((known.verb if known else "", *grammar.tokens.low[words.start + 1 : words.stop]))
    verb = joined if grammar.lexicon.has("denying", joined) else grammar.low(words[0])
    return Cue(words[0], first, words.stop, verb, form, ("say",), kind)


def _verb(grammar: Grammar, sentence: range, index: int) -> Cue | None:
    known = grammar.verb(index)
    if known is None or (grammar.is_name(index) and index != sentence.start):
        return None
    first = _group_start(grammar, sentence, index)
    form = _form(grammar, first, index, known.form)
    if index == sentence.start and form == "past" and known.verb in grammar.lexicon.words["telling"]:
        form = "passive"  # in `Asked who pays, Ruiz was brief` she is no speaker of the question
    return Cue(index, first, index + 1, known.verb, form, known.classes)


def _owned(grammar: Grammar, index: int) -> Cue | None:
    """Return a noun that an article or an owner makes one: `his claim that`."""
    known = grammar.verb(index)
    is_noun = grammar.has("articles", index - 1) or grammar.low(index - 1) in ("'s", "'")
    return _noun(grammar, index) if is_noun and known and known.form in ("base", "s") else None


def _noun(grammar: Grammar, index: int) -> Cue | None:
    word = grammar.low(index)
    singular = word if word in grammar.lexicon.nouns else word.removesuffix("s")
    if singular not in grammar.lexicon.nouns or grammar.low(index + 1) not in ("that", "of", "about", ":"):
        return None
    return Cue(index, index, index + 1, singular, "noun", ("noun",), NOUN)


def _group_start(grammar: Grammar, sentence: range, head: int) -> int:
    """Return the first auxiliary, negation or adverb of a verb group."""
    index = head
    lowest = max(sentence.start, head - _AUXILIARIES)
    while index > lowest and (grammar.is_auxiliary(index - 1) or grammar.is_adverb(index - 1)):
        index -= 1
    return index


def _form(grammar: Grammar, first: int, head: int, form: str) -> str:
    """Return the form of a verb group: `perfect`, `modal`, `passive`, ..."""
    before = range(first, head)
    if any(grammar.has("modals", index) for index in before):
        return "modal"
    has_be = any(grammar.has("be", index) for index in before)
    if form in ("past", "participle") and has_be:
        return "passive"
    if form in ("past", "participle") and any(grammar.has("have", index) for index in before):
        return "perfect"
    if form == "ing" and has_be:
        return "progressive"
    if form == "base":
        return _base_form(grammar, first, before)
    return form


def _base_form(grammar: Grammar, first: int, before: range) -> str:
    if grammar.low(first - 1) == "to":
        return "infinitive"
    return "past" if any(grammar.has("do", index) or grammar.has("negations", index) for index in before) else "base"

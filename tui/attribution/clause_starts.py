"""Tell whether a clause starts at a word: a subject, and soon its verb."""

from tui.attribution.grammar import Grammar

_CLAUSE_VERB = 14
"""Tokens of a clause in which its verb stands."""
_ASIDE = 40
"""Tokens of an aside between a subject and its verb."""


def is_clause(grammar: Grammar, sentence: range, first: int) -> bool:
    """Return whether a subject and soon a finite verb start at `first`."""
    if grammar.has("plain_subjects", first) and grammar.low(first) not in ("you", "it", "this", "these", "those"):
        return True
    if not (grammar.is_word(first) or grammar.tokens.is_quotation_start(first)) or grammar.low(first) in ("to", "that"):
        return False
    if grammar.has("prepositions", first) or grammar.has("subordinators", first) or grammar.has("conjunctions", first):
        return False
    return _has_verb(grammar, sentence, first)


def _has_verb(grammar: Grammar, sentence: range, first: int) -> bool:
    """Return whether a finite verb follows a subject, perhaps after an aside."""
    index = first + 1
    last = min(sentence.stop, first + _CLAUSE_VERB)
    while index < last:
        after = _after_aside(grammar, sentence, index)
        if after and _is_past(grammar, after):
            return True
        if after:
            index, last = after, min(sentence.stop, after + _CLAUSE_VERB)
            continue
        if grammar.low(index) in (",", ";", ":") or grammar.has("wh", index):
            return False
        if grammar.low(index) == "to" and not grammar.is_name(index - 1):
            return False
        if grammar.is_auxiliary(index) or _is_tensed(grammar, index):
            return True
        index += 1
    return False


def _is_past(grammar: Grammar, index: int) -> bool:
    """Return whether a word looks like a past tense: after an aside it is one."""
    return grammar.low(index).endswith("ed") and not grammar.is_name(index)


def _after_aside(grammar: Grammar, sentence: range, index: int) -> int:
    """Return the token after an aside in dashes or a relative clause, else 0."""
    mark = grammar.low(index)
    if mark == "," and grammar.low(index + 1) not in ("who", "which", "whose"):
        return 0
    if mark not in (",", "—", "–", "--"):
        return 0
    closers = (place for place in range(index + 1, min(sentence.stop, index + _ASIDE)) if grammar.low(place) == mark)
    return next(closers, -1) + 1


def _is_tensed(grammar: Grammar, index: int) -> bool:
    known = grammar.verb(index)
    return known is not None and known.form in ("past", "s") and grammar.is_finite(index) and known.form == "past"

"""Find content that no word announces: a clause, an object, `to …`."""

from tui.attribution.clause_starts import is_clause
from tui.attribution.cue import NOUN, VERB, Cue
from tui.attribution.grammar import Grammar
from tui.attribution.noun_phrases import subject_after


def plain_content(grammar: Grammar, sentence: range, cue: Cue) -> tuple[str, int] | None:
    """Return where content starts that no word announces."""
    if cue.kind == NOUN:
        return ("preposition", cue.last + 1) if grammar.low(cue.last) in ("of", "about") else None
    clause = clause_start(grammar, sentence, cue)
    if clause is not None:
        return "clause", clause
    first = cue.last
    while first < min(sentence.stop, cue.last + 3) and _is_aside(grammar, first):
        first += 1
    if first >= sentence.stop or not grammar.is_word(first):
        return None
    if cue.kind != VERB:
        # `whether it was late` can be true, and `how late it was` cannot.
        is_open = grammar.has("wh", first) and grammar.low(first) not in ("whether", "if")
        return "wh" if is_open else "phrase", first
    return _by_word(grammar, sentence, cue, first)


def _by_word(grammar: Grammar, sentence: range, cue: Cue, first: int) -> tuple[str, int] | None:
    told = cue.verb in grammar.lexicon.words["telling"]
    after = after_addressee(grammar, sentence, first) if told else first
    for start in dict.fromkeys((first, after)):
        if grammar.low(start) == "to":
            return "infinitive", start
        if grammar.has("wh", start):
            return "wh", start
    if grammar.has("days", first):
        return None
    if grammar.has("prepositions", first):
        return "preposition", first
    return "object", first


def clause_start(grammar: Grammar, sentence: range, cue: Cue) -> int | None:
    """Return where a clause without `that` starts after a cue."""
    first = cue.last
    while first < min(sentence.stop, cue.last + 4) and (grammar.has("days", first) or _is_aside(grammar, first)):
        first += 1
    if cue.verb in grammar.lexicon.words["telling"]:
        first = after_addressee(grammar, sentence, first)
    elif first > cue.last and grammar.low(first) == ",":
        return None
    return first if is_clause(grammar, sentence, first) else None


def _is_aside(grammar: Grammar, index: int) -> bool:
    """Return whether an adverb belongs to the cue: not `both bridges`."""
    return grammar.is_adverb(index) and not grammar.has("determiners", index)


def after_addressee(grammar: Grammar, sentence: range, first: int) -> int:
    """Return the token after whom a verb such as `told` is addressed to."""
    if grammar.has("pronouns", first) and not grammar.has("nominative", first):
        return first + 1
    if grammar.low(first) in ("you", "it"):
        return first + 1
    phrase = subject_after(grammar, sentence, first)
    if phrase is None:
        return first
    stops = (index for index in phrase if index > first and grammar.has("nominative", index))
    return next(stops, phrase.stop)

"""People without a name: `a mechanic who works in the depot`."""

from tui.attribution.grammar import Grammar
from tui.attribution.lexicon import CLAUSE
from tui.attribution.noun_phrases import subject_after
from tui.attribution.speaker_phrases import head_of


def stranger_in(grammar: Grammar, sentence: range) -> range | None:
    """Return the words for somebody unnamed whom a sentence opens with."""
    first = sentence.start + grammar.has("conjunctions", sentence.start)
    is_indefinite = grammar.has("dropped_articles", first) and not grammar.has("definite", first)
    if CLAUSE not in grammar.lexicon.frames or not is_indefinite:
        return None
    phrase = subject_after(grammar, sentence, first)
    if phrase is None:
        return None
    is_person = grammar.low(phrase.stop) == "who" or is_one_person(grammar, head_of(grammar, phrase))
    return phrase if is_person else None


def tells_a_pronoun(grammar: Grammar, index: int) -> bool:
    """Return whether a verb and whom it is told stand at a token: `asked him`."""
    known = grammar.verb(index)
    tells = known is not None and known.verb in grammar.lexicon.words["telling"]
    return tells and grammar.has("pronouns", index + 1)


def is_one_person(grammar: Grammar, head: range) -> bool:
    """Return whether the head of a phrase is a word for one person."""
    last = head.stop - 1
    is_person = grammar.has("persons", last) or grammar.is_title(last)
    return is_person and not is_group(grammar, grammar.low(last))


def may_be_one(grammar: Grammar, head: range) -> bool:
    """Return whether a speaker without a name may be one person."""
    if CLAUSE not in grammar.lexicon.frames or not grammar.has("determiners", head.start):
        return False
    last = grammar.low(head.stop - 1)
    return not (is_group(grammar, last) or last.endswith("s") or grammar.has("organisations", head.stop - 1))


def is_group(grammar: Grammar, word: str) -> bool:
    """Return whether a word is one for several people: `police`, `officials`."""
    lists = grammar.lexicon.words
    if CLAUSE not in grammar.lexicon.frames:
        return False
    is_plural = word.endswith("s") and (word[:-1] in lists["persons"] or word[:-1] in lists["titles"])
    return is_plural or word in lists["plurals"]


def ends_in_group(grammar: Grammar, source: range) -> bool:
    """Return whether a speaker has a word for several people."""
    return is_group(grammar, grammar.low(head_of(grammar, source).stop - 1))

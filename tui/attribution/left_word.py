"""Tell what stands before a verb group."""

from tui.attribution.cue import Cue
from tui.attribution.grammar import Grammar

_LEFT_LISTS = (
    ("who", frozenset({"who", "which", "that"})),
    ("and", frozenset({"and", "but", "or"})),
    ("possessive", frozenset({"'s", "'"})),
    ("comma", frozenset({","})),
    ("bracket", frozenset({")", "]", "—", "--", "–"})),
    ("to", frozenset({"to"})),
)


def left_of(grammar: Grammar, cue: Cue, sentence: range) -> str:
    """Return what stands before a verb group: `name`, `comma`, `start`, ..."""
    index = cue.first - 1
    if index < sentence.start:
        return "start"
    if grammar.tokens.is_quotation_end(index) or grammar.tokens.is_quotation_start(index):
        return "quote"
    word = grammar.low(index)
    for name, words in _LEFT_LISTS:
        if word in words:
            return name
    return "plural" if cue.form == "base" and _is_plural(grammar, index) else _word_class(grammar, index)


def _is_plural(grammar: Grammar, index: int) -> bool:
    word = grammar.low(index)
    if grammar.is_name(index) and grammar.low(index - 1) in (",", "and") and grammar.is_name(index - 2):
        return True  # several names
    is_noun = not grammar.is_function_word(index) and word.endswith("s") and not word.endswith("ss")
    return is_noun or grammar.has("plurals", index)


def _word_class(grammar: Grammar, index: int) -> str:
    if grammar.has("personal", index) or grammar.low(index) == "it":
        return "pronoun"
    if grammar.has("articles", index):
        return "article"
    if grammar.has("determiners", index):
        return "determiner"
    if grammar.has("prepositions", index):
        return "preposition"
    if grammar.has("persons", index) or grammar.has("organisations", index):
        return "person"
    if grammar.is_name(index):
        return "name"
    return "noun" if grammar.is_word(index) else "mark"

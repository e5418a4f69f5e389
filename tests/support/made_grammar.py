"""Made sentences as tokens, and token ranges as words again."""

from tui.attribution.cues import Cue, find_cues
from tui.attribution.grammar import Grammar
from tui.attribution.lexicon import load_lexicon
from tui.attribution.tokens import tokenize


def grammar_of(text: str) -> Grammar:
    return Grammar(tokenize(text, "en"), load_lexicon("en"))


def sentence_of(grammar: Grammar) -> range:
    return grammar.tokens.sentences[0]


def words_of(grammar: Grammar, part: range | None) -> str | None:
    """Return the text of a range of tokens."""
    return grammar.tokens.span(part.start, part.stop).of(grammar.tokens.text) if part else None


def index_of(grammar: Grammar, word: str) -> int:
    return grammar.tokens.words.index(word)


def cue_of(grammar: Grammar, word: str) -> Cue:
    """Return the cue of the first sentence whose head is `word`."""
    sentence = sentence_of(grammar)
    return next(cue for cue in find_cues(grammar, sentence) if grammar.tokens.words[cue.head] == word)

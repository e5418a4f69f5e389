"""Made sentences as tokens, and token ranges as words again."""

from tui.attribution.cue import Cue
from tui.attribution.cues import find_cues
from tui.attribution.grammar import Grammar, read_grammar
from tui.attribution.marks.clause import Clause
from tui.attribution.marks.pattern_cues import pattern_cues
from tui.attribution.marks.segments import divide


def grammar_of(text: str, code: str = "en") -> Grammar:
    return read_grammar(text, code)


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


def clause_of(text: str, code: str, word: str) -> Clause:
    """Return the clause of the first sentence's cue that begins with `word`."""
    grammar = grammar_of(text, code)
    sentence = divide(grammar, sentence_of(grammar))
    assert sentence is not None
    cue = next(cue for cue in pattern_cues(grammar, sentence) if grammar.tokens.words[cue.first] == word)
    return Clause(grammar, sentence, cue, sentence.number_at(cue.head))

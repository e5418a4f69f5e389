"""What a token is, by its spelling, its place and the lexicon's lists."""

from typing import NamedTuple

from tui.attribution.lexicon import Lexicon, VerbForm, load_lexicon
from tui.attribution.tokens import Tokens, tokenize

_STEM = 3
"""Letters that a word without its case ending has at least."""
_MARKS_IN_NAMES = frozenset({"'s", "'", "&", "-", "."})
_FUNCTION_WORDS = ("determiners", "prepositions", "subordinators", "pronouns", "conjunctions", "adverbs", "auxiliaries")


class Grammar(NamedTuple):
    """The tokens of a text together with the words of its language."""

    tokens: Tokens
    lexicon: Lexicon

    def low(self, index: int) -> str:
        """Return a token in lower case, "" outside the text."""
        try:
            return self.tokens.low[index] if index >= 0 else ""
        except IndexError:
            return ""

    def has(self, key: str, index: int) -> bool:
        return self.low(index) in self.lexicon.words[key]

    def verb(self, index: int) -> VerbForm | None:
        return self.lexicon.verbs.get(self.low(index))

    def is_word(self, index: int) -> bool:
        """Return whether a token is no mark. `-il` of `dit-il` is a word."""
        return self.low(index).removeprefix("-")[:1].isalnum()

    def is_name(self, index: int) -> bool:
        """Return whether a token is written as a name."""
        word = self.tokens.words[index] if 0 <= index < len(self.tokens) else ""
        return word[:1].isupper() and not self.is_function_word(index) and not self.has("days", index)

    def is_function_word(self, index: int) -> bool:
        return any(self.has(key, index) for key in _FUNCTION_WORDS)

    def is_adverb(self, index: int) -> bool:
        """Return whether a token is an adverb, known or in -ly."""
        word = self.low(index)
        ends = len(word) > 4 and self.lexicon.ends("adverb_endings", word)
        return self.has("adverbs", index) or (ends and not self.is_name(index))

    def is_auxiliary(self, index: int) -> bool:
        return self.has("auxiliaries", index) or self.has("negations", index)

    def is_gerund(self, index: int) -> bool:
        """Return whether a token looks like an -ing form."""
        word = self.low(index)
        return len(word) > 5 and self.lexicon.ends("gerund_endings", word) and not self.is_name(index)

    def is_finite(self, index: int) -> bool:
        """Return whether a token may be a finite verb after a subject."""
        if self.is_auxiliary(index):
            return True
        if self.is_name(index) or not self.is_word(index):
            return False
        known = self.verb(index)
        if self.has("pasts", index):
            return True
        return (known is not None and known.form in ("past", "s")) or self.low(index).endswith("ed")

    def is_title(self, index: int) -> bool:
        """Return whether a token is a title such as `Dr.`."""
        word = self.low(index).rstrip(".")
        return self.lexicon.has("titles", word) or self.lexicon.ends("title_endings", word)

    def is_national(self, index: int) -> bool:
        """Return whether a token looks like the adjective of a nation."""
        return self.is_nation(self.tokens.words[index])

    def is_nation(self, word: str) -> bool:
        """Return whether a word with a capital looks like such an adjective."""
        return word[:1].isupper() and word.isalnum() and self.lexicon.ends("national_endings", word[1:])

    def bare_name(self, words: str) -> str:
        """Return a name without the suffix after its apostrophe: `Ruiz'a`."""
        cut = max(words.rfind("'"), words.rfind("’"))
        return words[:cut] if cut > 0 and self.lexicon.has("name_suffixes", words[cut + 1 :]) else words

    def stem(self, word: str) -> str:
        """Return a word in small letters without its case ending."""
        ends = (word[: -len(end)] for end in self.lexicon.words["case_endings"] if word.endswith(end))
        return min((stem for stem in ends if len(stem) >= _STEM), key=len, default=word)

    def bare_noun(self, words: str) -> str:
        """Return a name, or a word for a speaker, without its suffix."""
        ends = (ending for ending in self.lexicon.words["name_suffixes"] if words.endswith(ending))
        stems = (words[: -len(ending)] for ending in ends)
        return next((stem for stem in stems if self._speaks(stem.lower())), self.bare_name(words))

    def _speaks(self, word: str) -> bool:
        return self.lexicon.has("persons", word) or self.lexicon.has("organisations", word)

    def joins_names(self, index: int) -> bool:
        return self.low(index) in _MARKS_IN_NAMES


def read_grammar(text: str, code: str, lexicon: Lexicon | None = None) -> Grammar:
    """Return the tokens and words of a text.

    `code` is its language, whose own lexicon is taken if none is given.
    """
    known = lexicon or load_lexicon(code)
    return Grammar(tokenize(text, code, known), known)

"""What a token is, by its spelling, its place and the lexicon's lists."""

from dataclasses import dataclass

from tui.attribution.lexicon import Lexicon, VerbForm
from tui.attribution.tokens import Tokens

_MARKS_IN_NAMES = frozenset({"'s", "'", "&", "-", "."})
_FUNCTION_WORDS = ("determiners", "prepositions", "subordinators", "pronouns", "conjunctions", "adverbs", "auxiliaries")


@dataclass(frozen=True, eq=False)
class Grammar:
    """The tokens of a text together with the words of its language."""

    tokens: Tokens
    lexicon: Lexicon

    def low(self, index: int) -> str:
        """Return a token in lower case, "" outside the text."""
        return self.tokens.low[index] if 0 <= index < len(self.tokens) else ""

    def has(self, key: str, index: int) -> bool:
        return self.low(index) in self.lexicon.words[key]

    def verb(self, index: int) -> VerbForm | None:
        return self.lexicon.verbs.get(self.low(index))

    def is_word(self, index: int) -> bool:
        return self.low(index)[:1].isalnum()

    def is_name(self, index: int) -> bool:
        """Return whether a token is written as a name."""
        word = self.tokens.words[index] if 0 <= index < len(self.tokens) else ""
        return word[:1].isupper() and not self.is_function_word(index) and not self.has("days", index)

    def is_function_word(self, index: int) -> bool:
        return any(self.has(key, index) for key in _FUNCTION_WORDS)

    def is_adverb(self, index: int) -> bool:
        """Return whether a token is an adverb, known or in -ly."""
        word = self.low(index)
        return self.has("adverbs", index) or (len(word) > 4 and word.endswith("ly") and not self.is_name(index))

    def is_auxiliary(self, index: int) -> bool:
        return self.has("auxiliaries", index) or self.has("negations", index)

    def is_gerund(self, index: int) -> bool:
        """Return whether a token looks like an -ing form."""
        word = self.low(index)
        return len(word) > 5 and word.endswith("ing") and not self.is_name(index)

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

    def joins_names(self, index: int) -> bool:
        return self.low(index) in _MARKS_IN_NAMES

"""What is known of a language: its abbreviations and its frequent words.

Each file in `languages/` holds one language as lines of `key: words`.
"""

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

_FOLDER = Path(__file__).with_name("languages")
DEFAULT = "en"
UNLISTED = frozenset({"bo", "ja", "km", "ko", "lo", "my", "th", "zh"})
"""Languages without a file: they end sentences by their marks and blanks alone."""


class Language:
    """A language's words, by the keys of its file."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self.words = words

    @property
    def titles(self) -> frozenset[str]:
        """Abbreviations that never end a sentence, without the last stop."""
        return self.words["titles"]

    @property
    def numbered(self) -> frozenset[str]:
        """Abbreviations that end no sentence if a number follows."""
        return self.words["numbered"]

    @cached_property
    def shortened(self) -> frozenset[str]:
        """Abbreviations that end a sentence if a new one clearly starts."""
        return self.words["shortened"]

    @cached_property
    def starters(self) -> frozenset[str]:
        """Words that, capitalised, clearly start a sentence."""
        return self.words["starters"] | {word[:1].upper() + word[1:] for word in self.words["common"]}

    @cached_property
    def parts(self) -> frozenset[str]:
        """The beginnings of abbreviations of several words: `z` and `z.B`."""
        compounds = (word.split(".") for word in self.titles | self.shortened if "." in word)
        return frozenset(".".join(parts[:count]) for parts in compounds for count in range(2, len(parts) + 1))

    @property
    def common(self) -> frozenset[str]:
        """Frequent words, by which a text's language is guessed."""
        return self.words["common"]

    @property
    def reports(self) -> frozenset[str]:
        """Verbs of saying, as after a quoted question."""
        return self.words["reports"]

    def has_ordinals(self, numerals: str) -> bool:
        """Return whether `numbers` or `roman` numerals with a stop are ordinals."""
        return numerals in self.words["ordinals"]


KEYS = ("titles", "numbered", "shortened", "starters", "reports", "common", "ordinals")


@cache
def language(code: str) -> Language:
    """Return a language by its ISO 639-1 code, English if it has no file."""
    path = _FOLDER / f"{code}.txt"
    text = path.read_text(encoding="utf-8") if code in codes() else ""
    return parse_language(text) if text else language(DEFAULT)


@cache
def codes() -> frozenset[str]:
    """Return the codes of the languages that have a file."""
    return frozenset(path.stem for path in _FOLDER.glob("*.txt"))


def known_code(name: str) -> str:
    """Return the code of a language that is known, or an empty string.

    `known_code("pt-BR")` is `pt`, `known_code("xx")` is empty.
    """
    code = name.strip().lower().replace("_", "-").partition("-")[0]
    return code if code in UNLISTED or code in codes() else ""


@cache
def shortened_words() -> frozenset[str]:
    """Return the words of all languages' abbreviations.

    A word that is not among them ends a sentence with its full stop, whatever the language is.
    """
    languages = map(language, codes())
    words = (word for known in languages for word in known.titles | known.numbered | known.shortened)
    return frozenset(part for word in words for part in (word, *word.split(".")))


def parse_language(text: str) -> Language:
    """Return the language that a file describes.

    A key may be on several lines; other lines are remarks.
    """
    words: dict[str, set[str]] = {key: set() for key in KEYS}
    for line in text.splitlines():
        key, separator, values = line.partition(":")
        if separator and key in words:
            words[key].update(values.split())
    return Language({key: frozenset(values) for key, values in words.items()})

"""A language's words and points, read from its file in `languages/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tui.attribution.inflection import inflect

_FOLDER = Path(__file__).with_name("languages")
DEFAULT = "en"


class VerbForm(NamedTuple):
    """A form of a verb in the lexicon, with the verb's classes."""

    verb: str
    form: str
    classes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What a language's file says, looked up in lower case."""

    verbs: Mapping[str, VerbForm]
    nouns: frozenset[str]
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
    """The phrases of each kind by their first word."""
    words: Mapping[str, frozenset[str]]
    plain: Mapping[str, frozenset[str]]
    points: Mapping[str, int]
    frames: frozenset[str]

    def has(self, key: str, word: str) -> bool:
        """Return whether `word` is one of a list of words."""
        return word in self.words[key]


@cache
def load_lexicon(code: str) -> Lexicon:
    """Return a language's lexicon by its ISO 639-1 code, else English."""
    path = _FOLDER / f"{code}.toml"
    return parse_lexicon(path.read_text(encoding="utf-8")) if code in lexicon_codes() else load_lexicon(DEFAULT)


@cache
def lexicon_codes() -> frozenset[str]:
    """Return the codes of the languages that have a lexicon."""
    return frozenset(path.stem for path in _FOLDER.glob("*.toml"))


def parse_lexicon(text: str) -> Lexicon:
    """Return the lexicon that a file describes."""
    table = tomllib.loads(text)
    return Lexicon(
        verbs=_verb_forms(table["verbs"], table.get("irregular", {})),
        nouns=frozenset(word for words in table["nouns"].values() for word in words.split()),
        phrases={kind: _by_first_word(lines) for kind, lines in table["phrases"].items()},
        words=_word_sets(table["words"]),
        plain=_word_sets(table["plain"]),
        points=table["points"],
        frames=frozenset(table["frames"]),
    )


def _word_sets(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in table.items()}


def _verb_forms(classes: Mapping[str, str], irregular: Mapping[str, Any]) -> dict[str, VerbForm]:
    """Return each form of each verb, the first verb's if two share it."""
    owners: dict[str, list[str]] = {}
    for name, verbs in classes.items():
        for verb in verbs.split():
            if name not in owners.setdefault(verb, []):
                owners[verb].append(name)
    forms: dict[str, VerbForm] = {}
    for verb, names in owners.items():
        for form, kind in inflect(verb, irregular.get(verb, "")):
            forms.setdefault(form, VerbForm(verb, kind, tuple(names)))
    return forms


def _by_first_word(lines: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases by their first word, the longest first."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(line.split()) for line in lines.splitlines() if line.strip()), key=len, reverse=True):
        phrases.setdefault(words[0], []).append(words)
    return {first: tuple(found) for first, found in phrases.items()}

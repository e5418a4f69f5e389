"""A language's words and points, read from its file in `languages/`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from tui.attribution.inflection import inflect
from tui.attribution.verb_patterns import VerbPattern, verb_patterns

_FOLDER = Path(__file__).with_name("languages")
DEFAULT = "en"
CLAUSE = "clause"
"""The frame of a language whose clauses are read word by word."""

ByFirstWord = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases by their first word, the longest first."""


class VerbForm(NamedTuple):
    """A form of a verb in the lexicon, with the verb's classes."""

    verb: str
    form: str
    classes: tuple[str, ...]


class Lexicon(NamedTuple):
    """What a language's file says, looked up in lower case."""

    frames: frozenset[str]
    quotations: Mapping[str, tuple[str, ...]]
    """The marks that close a quotation, by the one that opens it."""
    verbs: Mapping[str, VerbForm]
    patterns: Mapping[str, tuple[VerbPattern, ...]]
    """The forms that the file lists, by their first word."""
    nouns: frozenset[str]
    phrases: Mapping[str, ByFirstWord]
    """The phrases of each kind."""
    phrase_starts: frozenset[str]
    """The first words of all phrases."""
    words: Mapping[str, frozenset[str]]
    plain: Mapping[str, frozenset[str]]
    collective: Mapping[str, str]
    points: Mapping[str, int]

    def has(self, key: str, word: str) -> bool:
        """Return whether `word` is one of a list of words."""
        return word in self.words[key]

    def phrases_of(self, kind: str, first: str) -> tuple[tuple[str, ...], ...]:
        """Return the phrases of a kind that begin with a word."""
        return self.phrases.get(kind, {}).get(first, ())

    def ends(self, key: str, word: str) -> bool:
        """Return whether `word` has one of a list of endings."""
        return any(len(word) > len(ending) and word.endswith(ending) for ending in self.words[key])


@cache
def load_lexicon(code: str) -> Lexicon:
    """Return a language's lexicon by its ISO 639-1 code, else English."""
    if code not in lexicon_codes():
        return load_lexicon(DEFAULT)
    import tomllib  # noqa: PLC0415 - the codes of the languages are asked for before drafts are

    return build_lexicon(tomllib.loads(lexicon_text(code)))


@cache
def lexicon_codes() -> frozenset[str]:
    """Return the codes of the languages that have a lexicon."""
    return frozenset(path.stem for path in _FOLDER.glob("*.toml"))


def lexicon_path(code: str) -> Path:
    """Return the file of a language."""
    return _FOLDER / f"{code}.toml"


def lexicon_text(code: str) -> str:
    """Return the text of a language's file."""
    return lexicon_path(code).read_text(encoding="utf-8")


def build_lexicon(tables: Mapping[str, Any]) -> Lexicon:
    """Return the lexicon of a file's tables, which nothing checks here."""
    classes = _classes(tables["verbs"])
    patterns = verb_patterns(tables.get("forms", {}), classes)
    phrases = {kind: _by_first_word(lines) for kind, lines in tables.get("phrases", {}).items()}
    return Lexicon(
        frames=frozenset(tables["frames"]),
        quotations={mark: tuple(closers.split()) for mark, closers in tables["quotations"].items()},
        verbs=_verb_forms(classes, tables) if "irregular" in tables else _listed_forms(patterns),
        patterns=patterns,
        nouns=frozenset(word for words in tables.get("nouns", {}).values() for word in words.split()),
        phrases=phrases,
        phrase_starts=frozenset(chain.from_iterable(phrases.values())),
        words=defaultdict(frozenset, _word_sets(tables["words"])),
        plain=_word_sets(tables["plain"]),
        collective=tables.get("collective", {}),
        points=tables["points"],
    )


def _word_sets(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in table.items()}


def _classes(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the classes of each verb, in the order of the file."""
    owners: dict[str, list[str]] = {}
    for name, verbs in table.items():
        for verb in dict.fromkeys(verbs.split()):
            owners.setdefault(verb, []).append(name)
    return {verb: tuple(names) for verb, names in owners.items()}


def _verb_forms(classes: Mapping[str, tuple[str, ...]], tables: Mapping[str, Any]) -> dict[str, VerbForm]:
    """Return each form of each verb, the first verb's if two share it."""
    forms: dict[str, VerbForm] = {}
    listed = tables.get("forms", {})
    for verb, names in classes.items():
        if verb not in listed:
            for form, kind in inflect(verb, tables["irregular"].get(verb, "")):
                forms.setdefault(form, VerbForm(verb, kind, names))
    return {**forms, **_listed_forms(verb_patterns(listed, {verb: classes.get(verb, ()) for verb in listed}))}


def _listed_forms(patterns: Mapping[str, tuple[VerbPattern, ...]]) -> dict[str, VerbForm]:
    """Return the forms of one word that the file lists."""
    single = (item for item in chain.from_iterable(patterns.values()) if len(item.words) == 1 and not item.tail)
    return {item.words[0]: VerbForm(item.verb, item.form, item.classes) for item in single}


def _by_first_word(lines: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases by their first word, the longest first."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(_phrase_lines(lines), key=len, reverse=True):
        phrases.setdefault(words[0], []).append(words)
    return {first: tuple(found) for first, found in phrases.items()}


def _phrase_lines(lines: str) -> Iterator[tuple[str, ...]]:
    return (tuple(line.split()) for line in lines.splitlines() if line.strip())

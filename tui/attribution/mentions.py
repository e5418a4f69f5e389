"""Collect the names of a text: people, organisations and places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.attribution.grammar import Grammar

_NATIONAL = re.compile(r"[A-Z]\w+(?:ish|ian|an|ese|i|ch|ek)\Z")
_PARTICLES = frozenset({"al", "al-", "bin", "ben", "de", "van", "von", "der", "del", "la", "el", "da", "di"})
_LONGEST = 8
PERSON, ORGANISATION, PLACE = "person", "organisation", "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at the tokens from `start` to before `stop`."""

    start: int
    stop: int
    name: str
    descriptors: frozenset[str]
    """The titles and other words that stand before the name, in lower case."""


@dataclass(eq=False)
class Entity:
    """Somebody or something that the text names, perhaps in several ways."""

    name: str
    kind: str
    descriptors: set[str] = field(default_factory=set)
    first: int = 0
    sex: str = ""


def find_mentions(grammar: Grammar) -> Iterator[Mention]:
    """Yield the names of a text in order, without their titles."""
    tokens = grammar.tokens
    for sentence in tokens.sentences:
        index = sentence.start
        while index < sentence.stop:
            if not _starts_name(grammar, sentence, index):
                index += 1
                continue
            stop = _name_end(grammar, sentence, index)
            mention = _mention(grammar, index, stop)
            if mention:
                yield mention
            index = stop


def _starts_name(grammar: Grammar, sentence: range, index: int) -> bool:
    if not grammar.is_name(index) or not grammar.is_word(index):
        return False
    if index > sentence.start and not grammar.tokens.is_quotation_start(index - 1):
        return True
    known = grammar.verb(index)
    return grammar.is_name(index + 1) or (known is None and not grammar.low(index).endswith("ing"))


def _name_end(grammar: Grammar, sentence: range, start: int) -> int:
    stop = start + 1
    while stop < min(sentence.stop, start + _LONGEST):
        links = grammar.low(stop) in ("&", "of", *_PARTICLES) and grammar.is_name(stop + 1)
        if not grammar.is_name(stop) and not (links and _may_link(grammar, start, stop)):
            break
        stop += 1
    return stop


def _may_link(grammar: Grammar, start: int, link: int) -> bool:
    """Return whether a small word joins a name: `Council of Europe`."""
    return grammar.low(link) != "of" or any(grammar.has("organisations", index) for index in range(start, link))


def _mention(grammar: Grammar, start: int, stop: int) -> Mention | None:
    first = start
    while first < stop and _describes(grammar, first, stop):
        first += 1
    if first == stop:
        return None
    described = frozenset(grammar.low(index).rstrip(".") for index in range(start, first)) | _before(grammar, start)
    return Mention(first, stop, grammar.tokens.span(first, stop).of(grammar.tokens.text), described)


def _describes(grammar: Grammar, index: int, stop: int) -> bool:
    """Return whether a capitalised word is a title, or a nation before one."""
    if any(grammar.has("organisations", place) for place in range(index, stop)):
        return False
    word = grammar.low(index).rstrip(".")
    if word in grammar.lexicon.words["titles"]:
        return index + 1 < stop
    nation = _NATIONAL.match(grammar.tokens.words[index]) is not None and index + 1 < stop
    return nation and grammar.low(index + 1).rstrip(".") in grammar.lexicon.words["titles"] and index + 2 < stop


def _before(grammar: Grammar, start: int) -> frozenset[str]:
    """Return the description before a name: `his Russian counterpart`."""
    found: set[str] = set()
    for index in range(start - 1, max(-1, start - 4), -1):
        word = grammar.low(index).rstrip(".")
        is_title = word in grammar.lexicon.words["titles"] or word in grammar.lexicon.words["persons"]
        if not is_title and not (found and is_national(grammar.tokens.words[index])):
            break
        found.add(word)
    return frozenset(found)


def is_national(word: str) -> bool:
    """Return whether a word looks like the adjective of a nation."""
    return _NATIONAL.match(word) is not None

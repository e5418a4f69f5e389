"""Collect the names of a text: people, organisations and places."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.attribution.grammar import Grammar

_LONGEST = 8
PERSON, ORGANISATION, PLACE = "person", "organisation", "place"


class Mention(NamedTuple):
    """A name at the tokens from `start` to before `stop`."""

    start: int
    stop: int
    name: str
    descriptors: frozenset[str]
    """The titles and other words that stand before the name, in lower case."""


class Entity:
    """Somebody or something that the text names, perhaps in several ways."""

    def __init__(self, name: str, kind: str, first: int) -> None:
        self.name = name
        self.kind = kind
        self.first = first
        self.descriptors: set[str] = set()
        self.sex = ""
        self.is_sure = False
        """Whether more than its two or three words shows that it is a person."""


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
            mention = _mention(grammar, index, stop, is_opening=index == sentence.start)
            if mention:
                yield mention
            index = stop


def _starts_name(grammar: Grammar, sentence: range, index: int) -> bool:
    if not grammar.is_name(index) or not grammar.is_word(index):
        return False
    if index > sentence.start and not grammar.tokens.is_quotation_start(index - 1):
        return True
    known = grammar.verb(index)
    if grammar.has("persons", index) and not grammar.is_name(index + 1):
        return False  # `Residents of the street`
    return grammar.is_name(index + 1) or (
        known is None and not grammar.lexicon.ends("gerund_endings", grammar.low(index))
    )


def _name_end(grammar: Grammar, sentence: range, start: int) -> int:
    stop = start + 1
    while stop < min(sentence.stop, start + _LONGEST):
        links = _is_link(grammar, stop) and grammar.is_name(stop + 1)
        if not grammar.is_name(stop) and not (links and _may_link(grammar, start, stop)):
            break
        stop += 1
    return stop


def _is_link(grammar: Grammar, index: int) -> bool:
    is_small = grammar.has("name_links", index) or grammar.has("name_particles", index)
    return is_small or grammar.low(index) == "&"


def _may_link(grammar: Grammar, start: int, link: int) -> bool:
    """Return whether a small word joins a name: `Council of Europe`."""
    return not grammar.has("name_links", link) or any(
        grammar.has("organisations", index) for index in range(start, link)
    )


def _mention(grammar: Grammar, start: int, stop: int, *, is_opening: bool) -> Mention | None:
    first = start + (is_opening and _is_trade(grammar, start, stop))
    while first < stop and _describes(grammar, first, stop):
        first += 1
    if first == stop:
        return None
    described = frozenset(grammar.low(index).rstrip(".") for index in range(start, first)) | _before(grammar, start)
    return Mention(first, stop, grammar.bare_noun(grammar.tokens.span(first, stop).of(grammar.tokens.text)), described)


def _is_trade(grammar: Grammar, index: int, stop: int) -> bool:
    """Return whether a name opens with a trade: `Baker Rosa Lind`."""
    return index + 2 < stop and _is_first_name(grammar, index + 1) and not _is_first_name(grammar, index)


def _is_first_name(grammar: Grammar, index: int) -> bool:
    return grammar.has("female", index) or grammar.has("male", index)


def _describes(grammar: Grammar, index: int, stop: int) -> bool:
    """Return whether a capitalised word is a title, or a nation before one."""
    if grammar.lexicon.words["case_endings"] and index + 2 < stop and _is_of_title(grammar, index):
        return True
    if any(grammar.has("organisations", place) for place in range(index, stop)):
        return False
    if grammar.is_title(index):
        return index + 1 < stop
    nation = (grammar.is_national(index) or grammar.has("places", index)) and index + 1 < stop
    return nation and grammar.is_title(index + 1) and index + 2 < stop


def _is_of_title(grammar: Grammar, index: int) -> bool:
    """Return whether a word belongs to a title before a name: `Глава МИД РФ`."""
    word = grammar.tokens.words[index]
    is_named = grammar.is_title(index) or grammar.has("places", index) or (len(word) > 1 and word.isupper())
    return is_named or (grammar.is_title(index - 1) and _is_first_name(grammar, index + 1))


def _before(grammar: Grammar, start: int) -> frozenset[str]:
    """Return the description before a name: `his Russian counterpart`."""
    found: set[str] = set()
    for index in range(start - 1, max(-1, start - 4), -1):
        word = grammar.low(index).rstrip(".")
        is_title = grammar.is_title(index) or grammar.lexicon.has("persons", word)
        if not is_title and not (found and grammar.is_national(index)):
            break
        found.add(word)
    return frozenset(found)

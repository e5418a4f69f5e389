"""Tell which names of a text are the same person or organisation."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice

from tui.attribution.grammar import Grammar
from tui.attribution.mentions import ORGANISATION, PERSON, PLACE, Entity, Mention, find_mentions
from tui.model.codebook import Codebook

_NAMESAKES = 40
"""Names with one last word that are looked at."""
_BACK = 40
"""Names before a pronoun that are looked at."""
_SENTENCES_BACK, _NAMES_IN_SENTENCE = 2, 6
"""Sentences before a pronoun in which its person may be the subject, and names of each that are looked at."""
_FEMALE, _MALE = "female", "male"


class Entities:
    """The names of a text, each with what it is."""

    def __init__(self, grammar: Grammar, codebook: Codebook) -> None:
        self.grammar = grammar
        self.codebook = codebook
        self.mentions: list[Mention] = []
        self.by_name: dict[str, Entity] = {}
        self.by_last: dict[str, list[Entity]] = {}
        self.by_stem: dict[str, list[Entity]] = {}
        """The entities by their last word without its case ending."""
        self.abbreviations: dict[str, str] = {}

    def of(self, mention: Mention) -> Entity | None:
        return self.find(mention.name)

    def find(self, name: str) -> Entity | None:
        """Return the fullest entity that a name may stand for."""
        name = self.abbreviations.get(name, name)
        if self.grammar.lexicon.words["case_endings"]:
            return self._find_in_any_case(name)
        if " " not in name:
            longer = islice(self.by_last.get(name.lower(), []), _NAMESAKES)
            people = (entity for entity in longer if entity.kind == PERSON and " " in entity.name)
            return next(people, self.by_name.get(name.lower()))
        return self.by_name.get(name.lower())

    def _find_in_any_case(self, name: str) -> Entity | None:
        """Return the entity of an inflected name: `Петрова` is `Иван Петров`."""
        stems = self._stems(name)
        same = [item for item in self.by_stem.get(stems[-1], []) if self._stems(item.name)[-len(stems) :] == stems]
        fullest = max((item.name.count(" ") for item in same), default=0)
        full = [item for item in same if item.name.count(" ") == fullest]
        bare = (item for item in full if self._stems(item.name) == tuple(item.name.lower().split()))
        return next(bare, full[0] if full else None)

    def _stems(self, name: str) -> tuple[str, ...]:
        return tuple(self.grammar.stem(word) for word in name.lower().split())

    def named_before(self, place: int, *kinds: str) -> list[Entity]:
        """Return the entities named before a token, the nearest first."""
        last = bisect_left(self.mentions, place, key=lambda mention: mention.start)
        found = (self.of(mention) for mention in reversed(self.mentions[max(0, last - _BACK) : last]))
        return list(dict.fromkeys(entity for entity in found if entity and entity.kind in kinds))

    def named_at(self, head: range) -> Entity | None:
        """Return the entity whose name ends the head of a phrase."""
        place = bisect_left(self.mentions, head.stop, key=lambda mention: mention.stop)
        for mention in self.mentions[place : place + 1]:
            if mention.stop == head.stop and mention.start >= head.start:
                return self.of(mention)
        return None

    def named_from(self, place: int) -> Mention | None:
        """Return the name that starts at a token."""
        index = bisect_left(self.mentions, place, key=lambda mention: mention.start)
        return next((mention for mention in self.mentions[index : index + 1] if mention.start == place), None)

    def sentences_before(self, place: int, since: int) -> Iterator[range]:
        """Yield the sentences between two tokens, the nearest to `place` first."""
        sentences = self.grammar.tokens.sentences
        number = bisect_right(sentences, place, key=lambda sentence: sentence.start) - 1
        for sentence in reversed(sentences[max(0, number - _SENTENCES_BACK) : number]):
            if sentence.start <= since:
                return
            yield sentence

    def subject_of(self, sentence: range) -> Entity | None:
        """Return the first person named in a sentence, before any pronoun."""
        first = bisect_left(self.mentions, sentence.start, key=lambda mention: mention.start)
        for mention in self.mentions[first : first + _NAMES_IN_SENTENCE]:
            if mention.start >= sentence.stop or self.grammar.tokens.quotation_of[mention.start] >= 0:
                return None
            entity = self.of(mention)
            if entity and entity.kind == PERSON:
                before = range(sentence.start, mention.start)
                has_pronoun = any(self.grammar.has("he", index) or self.grammar.has("she", index) for index in before)
                return entity if entity.is_sure and not has_pronoun else None
        return None

    def opening_list(self, sentence: range) -> list[Entity]:
        """Return those that a sentence opens with, joined by commas and `and`."""
        found: list[Entity] = []
        has_and, place = False, sentence.start
        while place < sentence.stop and len(found) < _NAMES_IN_SENTENCE and (mention := self.named_from(place)):
            entity = self.of(mention)
            found.extend([entity] if entity else [])
            is_last = self.grammar.has("and", mention.stop)
            if not (self.grammar.low(mention.stop) == "," or is_last):
                break
            has_and = has_and or is_last
            place = mention.stop + 1
        return found if has_and else []

    def known(self, name: str) -> str:
        """Return a name as the codebook writes it."""
        return self.codebook.canonical_name(name)


def collect_entities(grammar: Grammar, codebook: Codebook) -> Entities:
    """Return the entities of a text, from one pass over its names."""
    entities = Entities(grammar, codebook)
    for mention in find_mentions(grammar):
        entities.mentions.append(mention)
        _add(entities, mention)
        _add_abbreviation(entities, mention)
    return entities


def _add(entities: Entities, mention: Mention) -> None:
    key = mention.name.lower()
    entity = entities.by_name.get(key)
    if entity is None:
        entity = Entity(mention.name, _kind(entities.grammar, mention), first=mention.start)
        entities.by_name[key] = entity
        entities.by_last.setdefault(key.split()[-1], []).append(entity)
        if len(namesakes := entities.by_stem.setdefault(entities.grammar.stem(key.split()[-1]), [])) < _NAMESAKES:
            namesakes.append(entity)
    full = entities.find(mention.name) or entity
    full.descriptors |= mention.descriptors
    full.sex = full.sex or _sex(entities.grammar, mention)
    full.is_sure |= bool(full.descriptors or full.sex) or full is not entity
    if full.kind == PERSON and not full.is_sure and _is_of_people(entities.grammar, mention.start):
        full.kind = ORGANISATION


def _is_of_people(grammar: Grammar, start: int) -> bool:
    """Return whether what stands before a name shows that it is no person.

    As in `the company Valley Water` and `the director of Valley Water`.
    """
    return grammar.has("organisations", start - 1) or (
        grammar.has("name_links", start - 1) and grammar.is_title(start - 2)
    )


def _kind(grammar: Grammar, mention: Mention) -> str:
    words = mention.name.lower().split()
    lists = grammar.lexicon.words
    if words[-1] in lists["places"] or mention.name.lower() in lists["places"]:
        return PLACE
    if not lists["organisations"].isdisjoint(words) or re.fullmatch(r"[A-Z]{2,}", mention.name):
        return ORGANISATION
    if mention.descriptors or len(words) in (2, 3):
        return PERSON
    return ""


def _sex(grammar: Grammar, mention: Mention) -> str:
    lists = grammar.lexicon.words
    first = mention.name.lower().split()[0]
    if mention.descriptors & lists["mrs"] or first in lists["female"]:
        return _FEMALE
    return _MALE if mention.descriptors & lists["mr"] or first in lists["male"] else ""


def _add_abbreviation(entities: Entities, mention: Mention) -> None:
    """Keep `(SMDK)` after a name as that name's abbreviation."""
    tokens = entities.grammar.tokens
    if mention.stop + 2 >= len(tokens) or tokens.low[mention.stop] != "(" or tokens.low[mention.stop + 2] != ")":
        return
    short = tokens.words[mention.stop + 1]
    if re.fullmatch(r"[A-Z]{2,8}", short) and " " in mention.name:
        entities.abbreviations[short] = mention.name

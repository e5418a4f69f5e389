"""Resolve the words for a speaker to names."""

from collections.abc import Iterator

from tui.attribution.appositions import named_beside
from tui.attribution.entities import Entities
from tui.attribution.grammar import Grammar
from tui.attribution.lexicon import CLAUSE
from tui.attribution.mentions import ORGANISATION, PERSON, PLACE, Entity
from tui.attribution.speaker_phrases import head_of, parts_of
from tui.attribution.strangers import ends_in_group, is_group, may_be_one, stranger_in, tells_a_pronoun

_SEXES = {"he": "male", "she": "female"}


class Speakers:
    """Resolves one source after the other, in the order of the text."""

    def __init__(self, entities: Entities) -> None:
        self.entities = entities
        self.last: list[Entity] = []
        """The entities that spoke last, the latest at the end."""
        self.last_names: tuple[str, ...] = ()
        self.last_is_group = False
        """Whether the last speaker has a word for several people, such as `police`."""
        self.last_place = -1
        """The token at which the words for the last speaker start."""

    def resolve(self, source: range, content: tuple[range, ...] = ()) -> tuple[str, ...]:
        """Return the full names of a source's speakers, who say the content."""
        names = tuple(dict.fromkeys(self._names(source, content)))
        self.last_place = source.start
        if not self._grammar.has("they", source.start):
            self.last_is_group = ends_in_group(self._grammar, source)
        self.last_names = names or self.last_names
        return names

    def resolve_unnamed(self, place: int) -> tuple[str, ...]:
        """Return whom a verb without a subject means.

        That is who spoke last, else who was named last.
        """
        named = (self._spoke(entity) for entity in self.entities.named_before(place, PERSON)[:1])
        self.last_names = self.last_names or tuple(named)
        return self.last_names

    def are_parties(self, names: tuple[str, ...]) -> bool:
        """Return whether several people or countries speak together."""
        kinds = {entity.kind if entity else "" for entity in map(self.entities.find, names)}
        return len(names) > 1 and kinds <= {PERSON, PLACE}

    def partner(self, place: int, name: str) -> tuple[str, ...]:
        """Return with whom a speaker agreed: the last other person named."""
        people = (self.entities.known(entity.name) for entity in self.entities.named_before(place, PERSON))
        return tuple(other for other in people if other != name)[:1]

    @property
    def _grammar(self) -> Grammar:
        return self.entities.grammar

    def _names(self, source: range, content: tuple[range, ...]) -> Iterator[str]:
        is_pronoun = len(source) == 1 or self._grammar.has("relatives", source.start + 1)
        if is_pronoun and not self._is_of_the_article(source):
            pronoun = next((key for key in ("he", "she", "they", "it") if self._grammar.has(key, source.start)), "")
            if pronoun:
                yield from self._pronoun(source.start, pronoun)
                return
        if len(source) == 1 and self._grammar.has("somebody", source.start):
            return
        named = named_beside(self.entities, source, content)
        if named:
            yield self._spoke(named)
            return
        if self._is_of_the_article(source):
            return
        for part in parts_of(self._grammar, source):
            yield from self._part(part)

    def _is_of_the_article(self, source: range) -> bool:
        """Return whether a source is `I` or `our street`, outside quotations.

        Whoever writes the article means himself, and is seldom named in it.
        """
        grammar, first = self._grammar, source.start
        return (
            grammar.has("first_person", first)
            and grammar.tokens.quotation_of[first] < 0
            and not any(map(self.entities.named_from, source))
        )

    def _pronoun(self, place: int, pronoun: str) -> Iterator[str]:
        if pronoun in _SEXES:
            return self._person(place, _SEXES[pronoun])
        return self._several(place) if pronoun == "they" else self._organisation(place)

    def _spoke(self, entity: Entity) -> str:
        self.last.append(entity)
        del self.last[:-8]
        return self.entities.known(entity.name)

    def _person(self, place: int, sex: str) -> Iterator[str]:
        """Yield whom `he` or `she` stands for.

        That is the subject of a sentence since somebody spoke, else who spoke last, else was named.
        """
        recent = [entity for entity in reversed(self.last) if entity.kind in (PERSON, "")]
        subject = self._subject_before(place)
        named = sorted(self.entities.named_before(place, PERSON), key=lambda entity: not entity.is_sure)
        for entity in (*((subject,) if subject else ()), *recent[:1], *named, *recent[1:]):
            if entity.sex in ("", sex):
                entity.sex = entity.sex or sex
                yield self._spoke(entity)
                return

    def _subject_before(self, place: int) -> Entity | None:
        """Return whom a sentence before a token opens with, since somebody spoke."""
        for sentence in self.entities.sentences_before(place, self.last_place):
            stranger = stranger_in(self._grammar, sentence)
            subject = self._stranger(stranger) if stranger else self.entities.subject_of(sentence)
            if subject:
                return subject
        return None

    def _stranger(self, phrase: range) -> Entity:
        """Return an entity for somebody whom the text does not name."""
        entity = Entity(self._words(phrase), "", phrase.start)
        head = {self._grammar.low(index) for index in head_of(self._grammar, phrase)}
        lists = self._grammar.lexicon.words
        entity.sex = "female" if head & lists["mrs"] else "male" if head & lists["mr"] else ""
        return entity

    def _several(self, place: int) -> Iterator[str]:
        listed = self._listed_before(place)
        if listed:
            yield from map(self._spoke, listed)
        elif len(self.last_names) > 1 or self.last_is_group:
            yield from self.last_names
        else:
            yield from self._organisation(place)

    def _listed_before(self, place: int) -> list[Entity]:
        """Return those that a sentence since the last speaker opens with."""
        lists = map(self.entities.opening_list, self.entities.sentences_before(place, self.last_place))
        return next((entities for entities in lists if len(entities) > 1), [])

    def _organisation(self, place: int) -> Iterator[str]:
        recent = [entity for entity in reversed(self.last) if entity.kind in (ORGANISATION, PLACE)]
        for entity in (*recent[:1], *self.entities.named_before(place, ORGANISATION)):
            yield self._spoke(entity)
            return

    def _part(self, part: range) -> Iterator[str]:
        head = head_of(self._grammar, part)
        entity = self.entities.named_at(head)
        if entity:
            yield self._spoke(entity)
            return
        described = list(self._described(head))
        if not described and may_be_one(self._grammar, head) and not tells_a_pronoun(self._grammar, part.stop):
            self._spoke(self._stranger(part))
        yield from described or [self._words(part)]

    def _described(self, head: range) -> Iterator[str]:
        """Yield whom `the Russian minister` or `both ministers` stands for."""
        lists = self._grammar.lexicon.words
        last = self._grammar.low(head.stop - 1)
        if last in self._grammar.lexicon.collective:
            yield from self._pair(head, last)
            return
        determined = self._grammar.has("definite", head.start)
        is_person = last in lists["persons"] or last in lists["titles"]
        if not determined or not is_person or is_group(self._grammar, last):
            return
        nation = next((self._grammar.low(index) for index in head if self._is_nation(self._grammar.low(index))), "")
        people = self._titled(last, self._people(head.start))
        ranked = sorted(
            people, key=lambda entity: (bool(nation) and nation not in entity.descriptors, _fits(entity, last))
        )
        for entity in ranked:
            nations = {word for word in entity.descriptors if self._is_nation(word)}
            if not (nation and nations and nation not in nations):
                yield self._spoke(entity)
                return

    def _titled(self, title: str, people: list[Entity]) -> list[Entity]:
        """Return the people with a title, in English others too if none has it."""
        titled = [entity for entity in people if title in entity.descriptors]
        return people if CLAUSE in self._grammar.lexicon.frames else titled

    def _people(self, place: int) -> list[Entity]:
        recent = [entity for entity in reversed(self.last) if entity.kind == PERSON]
        return list(dict.fromkeys((*recent, *self.entities.named_before(place, PERSON))))

    def _pair(self, head: range, last: str) -> Iterator[str]:
        """Yield the two that `both countries` or `the ministers` stands for."""
        lists = self._grammar.lexicon.words
        singular = self._grammar.lexicon.collective[last]
        is_land = self._grammar.lexicon.has("countries", singular)
        if len(self.last_names) == 2 and self._are_places(self.last_names) == is_land:
            yield from self.last_names
            return
        people = self.entities.named_before(head.start, PERSON)
        fitting = [entity for entity in people if {singular, *lists["counterparts"]} & entity.descriptors]
        found = self.entities.named_before(head.start, PLACE) if is_land else fitting if len(fitting) > 1 else people
        if len(found) >= 2:
            for entity in found[1::-1]:
                yield self._spoke(entity)

    def _are_places(self, names: tuple[str, ...]) -> bool:
        entities = [self.entities.find(name) for name in names]
        return all(entity is not None and entity.kind == PLACE for entity in entities)

    def _is_nation(self, word: str) -> bool:
        lists = self._grammar.lexicon.words
        return (
            self._grammar.is_nation(word.capitalize()) and word not in lists["persons"] and word not in lists["titles"]
        )

    def _words(self, part: range) -> str:
        """Return the words of a phrase without its article."""
        first = part.start + (self._grammar.has("dropped_articles", part.start) and len(part) > 1)
        words = self._grammar.bare_noun(self._grammar.tokens.span(first, part.stop).of(self._grammar.tokens.text))
        return self.entities.known(f"{words[:1].upper()}{words[1:]}")


def _fits(entity: Entity, title: str) -> bool:
    """Return False, which sorts first, if an entity has a title."""
    return title not in entity.descriptors

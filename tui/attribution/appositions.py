"""Names beside an office: `its biologist, Ines Ravn,`."""

from tui.attribution.entities import Entities
from tui.attribution.grammar import Grammar
from tui.attribution.mentions import ORGANISATION, PERSON, Entity, Mention
from tui.attribution.speaker_phrases import head_of


def named_beside(entities: Entities, source: range, content: tuple[range, ...]) -> Entity | None:
    """Return who is named after a description: `its head, Ana Ruiz,`.

    A name that stands in the content is another's.
    """
    grammar = entities.grammar
    if not grammar.has("determiners", source.start) or grammar.low(source.stop) != ",":
        return None
    mention = entities.named_from(after_titles(grammar, source.stop + 1))
    entity = entities.of(mention) if mention else None
    if mention is None or entity is None or any(mention.start in part for part in content):
        return None
    if _is_office(grammar, source):
        return entity if entity.kind == PERSON and _is_closed(grammar, mention) else None
    is_full = " " in entity.name and entity.kind in (PERSON, ORGANISATION)
    return entity if is_full and grammar.low(_after_brackets(grammar, mention.stop)) == "," else None


def after_titles(grammar: Grammar, index: int) -> int:
    """Return the token after titles such as `Professor` and `Dr.`."""
    while grammar.is_title(index):
        index += 1
        index += grammar.low(index) == "."
    return index


def _is_office(grammar: Grammar, source: range) -> bool:
    last = head_of(grammar, source).stop - 1
    return grammar.has("persons", last) or grammar.is_title(last)


def _is_closed(grammar: Grammar, mention: Mention) -> bool:
    return grammar.low(_after_brackets(grammar, mention.stop)) in (",", ".", "")


def _after_brackets(grammar: Grammar, index: int) -> int:
    """Return the token after an abbreviation in brackets: `(MT)`."""
    return index + 3 if grammar.low(index) == "(" and grammar.low(index + 2) == ")" else index

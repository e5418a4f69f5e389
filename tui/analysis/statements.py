"""The statements of an account, and those about each proposition."""

from collections.abc import Iterable, Mapping
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from tui.analysis.adjudication import is_result
from tui.analysis.annotators import one_name_each
from tui.analysis.same_statement import MarkedStatements, group_records
from tui.model import (
    NOTE,
    Account,
    Annotation,
    Codebook,
    Collation,
    Kind,
    Placed,
    Proposition,
    Record,
    RecordRef,
    Stance,
)


class Statement(NamedTuple):
    """What somebody says in an account, marked by one record or several.

    A note is no statement.
    """

    account: Account
    placed: Placed
    """The first of its records."""
    kind: Kind
    number: int
    """The first record's position among the account's, from 1. Notes on records do not count."""
    speakers: tuple[str, ...] = ()
    """By the names that the codebook gives them; none for the account's own voice."""
    others: tuple[Placed, ...] = ()
    """The other records that mark it, in reading order."""
    about: str = ""
    """The slug that it is compared under, empty if its kind or its proposition is missing or unknown."""
    annotators: tuple[str, ...] = ()
    """Who marked it, each once by their main name, with an empty name for nobody last.

    Who settled a disagreement did not mark it, unless nobody else did.
    """

    @property
    def annotation(self) -> Annotation:
        return self.placed.record.annotation

    @property
    def ref(self) -> RecordRef:
        return RecordRef(self.account.article.id, self.annotation.id)

    @property
    def records(self) -> tuple[Placed, ...]:
        return (self.placed, *self.others)

    @property
    def stance(self) -> Stance:
        return self.kind.stance

    @property
    def is_doubtful(self) -> bool:
        """Whether it does not count, as today's text may not say it."""
        return self.placed.is_doubtful

    @property
    def is_adjusted(self) -> bool:
        """Whether the text has changed since it was marked by anybody."""
        return self.placed.is_adjusted and all(record.is_adjusted for record in self.others)

    def is_marked_by(self, record: Record) -> bool:
        """Return whether a record marks it."""
        # Ids are compared first, because few are equal and records have many fields.
        return any(own.annotation.id == record.annotation.id and own.record == record for own in self.records)

    @property
    def words(self) -> str:
        """The article's words today, or the quote if it is not found in them."""
        return self.placed.words(self.account.article.text)

    @property
    def reference(self) -> str:
        """The account's siglum and the statement's number, as in `B7`."""
        return f"{self.account.siglum}{self.number}"

    @property
    def names(self) -> tuple[str, ...]:
        """The speakers, who are those of all its records, as the first names them."""
        return tuple(dict.fromkeys(self.placed.record.annotation.speaker))


class PropositionStatements(NamedTuple):
    """A proposition, and the statements about it."""

    proposition: Proposition
    by_position: Mapping[int, tuple[Statement, ...]]
    """By the position of the account that makes them, in order; silent accounts are left out."""


def find_statements(account: Account, codebook: Codebook) -> tuple[Statement, ...]:
    """Return the statements of an account in reading order."""
    return _statements(account, account.numbered(), codebook)


def statements_about(account: Account, slug: str, codebook: Codebook) -> tuple[Statement, ...]:
    """Return an account's statements about a proposition, in reading order.

    Those of an unknown kind are among them, but an unknown proposition has none.
    """
    is_known = slug in codebook.propositions or not codebook.complete
    numbered = account.by_proposition.get(slug) if slug and is_known else None
    return _statements(account, numbered, codebook) if numbered else ()


def find_all_statements(collation: Collation) -> tuple[tuple[Statement, ...], ...]:
    """Return the statements of each account."""
    return tuple(find_statements(account, collation.codebook) for account in collation.articles_once)


def group_by_proposition(
    statements: Iterable[tuple[Statement, ...]], codebook: Codebook
) -> tuple[PropositionStatements, ...]:
    """Return all propositions, in the codebook's order, with their statements.

    `statements` are those of each account. What an incomplete codebook lacks comes last.
    """
    groups: dict[str, dict[int, tuple[Statement, ...]]] = {slug: {} for slug in codebook.propositions}
    for position, own in enumerate(statements):
        for slug, about_it in _by_slug(own).items():
            if slug:
                groups.setdefault(slug, {})[position] = tuple(about_it)
    return tuple(PropositionStatements(codebook.proposition(slug), by_position) for slug, by_position in groups.items())


def _statements(account: Account, numbered: Iterable[tuple[int, Placed]], codebook: Codebook) -> tuple[Statement, ...]:
    said = ((number, placed) for number, placed in numbered if placed.record.annotation.kind != NOTE.name)
    found = group_records(said, codebook)
    words = [*map(_KIND_AND_ABOUT, found.firsts)]
    kinds = {kind: codebook.kind(kind) for kind, _ in set(words)}
    slugs = {pair: codebook.compared_slug(*pair) for pair in set(words)}
    others: list[tuple[Placed, ...]] = [()] * len(words)
    for position, own in found.others.items():
        others[position] = tuple(own)
    columns = (
        found.firsts,
        [kinds[kind] for kind, _ in words],
        found.numbers,
        found.speakers,
        others,
        map(slugs.__getitem__, words),
        _annotators(found, codebook),
    )
    return tuple(map(Statement._make, zip(repeat(account), *columns)))


_KIND_AND_ABOUT = attrgetter("record.annotation.kind", "record.annotation.about")


def _annotators(found: MarkedStatements, codebook: Codebook) -> Iterable[tuple[str, ...]]:
    """Return who marked each statement.

    Each name is looked up once: few people make many records.
    """
    signed = [*map(_ANNOTATOR, found.firsts)]
    alone: dict[str, tuple[str, ...]] = {name: (codebook.annotator_name(name),) for name in set(signed)}
    annotators = [*map(alone.__getitem__, signed)]
    for position, others in found.others.items():
        records = (found.firsts[position], *others)
        marks = [placed for placed in records if not is_result(placed.annotation)]
        annotators[position] = one_name_each(map(_ANNOTATOR, marks or records), codebook)
    return annotators


_ANNOTATOR = attrgetter("record.annotation.annotator")


def _by_slug(statements: Iterable[Statement]) -> Mapping[str, list[Statement]]:
    cells: dict[str, list[Statement]] = {}
    for statement in statements:
        cells.setdefault(statement.about, []).append(statement)
    return cells

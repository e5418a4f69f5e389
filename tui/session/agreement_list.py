"""List the places at which annotators disagree, to filter and sort."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING

from tui.analysis.adjudication import find_results
from tui.analysis.agreement.disagreements import Difference
from tui.analysis.agreement.matching import with_results
from tui.analysis.filters import normalize
from tui.formats.agreement_words import coding_parts, shown_annotator
from tui.model import RecordRef, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.agreement.agreement import Contrast
    from tui.analysis.agreement.codings import Coding
    from tui.analysis.agreement.matching import Unit
    from tui.model import Codebook, Collation


class PlaceOrder(Enum):
    """How the places are sorted."""

    TEXT = "by place"
    DIFFERENCE = "by what differs"
    MOST = "most differences first"


@dataclass(frozen=True, slots=True)
class DisagreedPlace:
    """One place in an article, and all that annotators differ in there."""

    unit: Unit
    differences: tuple[Difference, ...]
    siglum: str
    """The siglum of the account."""
    text: str
    """The text of the article."""

    @property
    def article(self) -> str:
        return self.unit.codings[0].article

    @property
    def ref(self) -> RecordRef:
        """The first record that marks it."""
        return RecordRef(self.article, self.unit.codings[0].ids[0])

    @property
    def settled_by(self) -> tuple[str, ...]:
        """Who settled it, or nobody if it is open."""
        return self.unit.settled_by

    @property
    def words(self) -> str:
        """All that was marked, from the first code point to the last."""
        return self.unit.place.of(self.text)

    def coding_of(self, annotator: str) -> Coding | None:
        """Return what somebody marked here, or None."""
        return next((coding for coding in self.unit.codings if coding.annotator == annotator), None)

    def words_of(self, coding: Coding) -> str:
        return coding.place.of(self.text)

    def unshared(self, coding: Coding) -> tuple[Span, ...]:
        """Return what others did not mark, in code points from the place's start."""
        start, length = coding.place.start, coding.place.end - coding.place.start
        shared = {point for point in range(length) if all(_covers(other, start + point) for other in self.unit.codings)}
        runs = groupby(range(length), key=shared.__contains__)
        points = [list(run) for is_shared, run in runs if not is_shared]
        return tuple(Span(run[0], run[-1] + 1) for run in points)

    def searchable(self, codebook: Codebook) -> str:
        """Return the normalized text that words are searched in."""
        parts = [self.words]
        for coding in self.unit.codings:
            about = codebook.proposition_text(coding.about) if coding.about else ""
            parts += [shown_annotator(coding.annotator), *coding_parts(coding), codebook.kind(coding.kind).label, about]
        return normalize("\n".join(parts))


def _covers(coding: Coding, point: int) -> bool:
    return any(start <= point < end for start, end in coding.spans)


def disagreed_places(contrast: Contrast, collation: Collation) -> tuple[DisagreedPlace, ...]:
    """Return the places at which not all agree, in reading order."""
    return settle_places(tuple(_places(contrast, collation)), collation)


def settle_places(places: tuple[DisagreedPlace, ...], collation: Collation) -> tuple[DisagreedPlace, ...]:
    """Return places with what settles them in a collation, which may be newer."""
    results = {account.article.id: find_results(account) for account in collation.articles_once}
    return tuple([_settled(place, with_results(place.unit, results[place.article])) for place in places])


def _settled(place: DisagreedPlace, unit: Unit) -> DisagreedPlace:
    return place if unit is place.unit else replace(place, unit=unit)


def _places(contrast: Contrast, collation: Collation) -> Iterator[DisagreedPlace]:
    accounts = {account.article.id: account for account in collation.articles_once}
    # By identity, since to compare the units of many records takes long.
    for _, group in groupby(contrast.disagreements, key=lambda disagreement: id(disagreement.unit)):
        disagreements = list(group)
        account = accounts[disagreements[0].article]
        differences = tuple(disagreement.difference for disagreement in disagreements)
        yield DisagreedPlace(disagreements[0].unit, differences, account.siglum, account.article.text)


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """Which places are listed, and in which order."""

    differences: frozenset[Difference] = frozenset()
    """Places with any of these, or with any at all if empty."""
    text: str = ""
    """Words of the quote, a name, a kind or a proposition."""
    order: PlaceOrder = PlaceOrder.TEXT
    with_settled: bool = False
    """Whether places that somebody settled are listed too."""

    @property
    def active(self) -> bool:
        """Whether it leaves places out."""
        return bool(self.differences or self.text)

    def toggle(self, difference: Difference) -> PlaceQuery:
        """Return the query with a sort of difference more, or without it."""
        return replace(self, differences=self.differences ^ {difference})

    def next_order(self) -> PlaceQuery:
        """Return the query with the next order, or the first after the last."""
        orders = [*PlaceOrder]
        return replace(self, order=orders[(orders.index(self.order) + 1) % len(orders)])

    def cleared(self) -> PlaceQuery:
        return PlaceQuery(order=self.order, with_settled=self.with_settled)


def matching_places(
    places: tuple[DisagreedPlace, ...], query: PlaceQuery, codebook: Codebook
) -> tuple[DisagreedPlace, ...]:
    """Return the places that meet the query's conditions, sorted."""
    words = normalize(query.text).split()
    matching = [
        place
        for place in places
        if (query.with_settled or not place.settled_by)
        and (not query.differences or query.differences.intersection(place.differences))
        and (not words or _has_words(place.searchable(codebook), words))
    ]
    if query.order is PlaceOrder.DIFFERENCE:
        ranks = {difference: rank for rank, difference in enumerate(Difference)}
        matching.sort(key=lambda place: [ranks[difference] for difference in place.differences])
    elif query.order is PlaceOrder.MOST:
        matching.sort(key=lambda place: -len(place.differences))
    return tuple(matching)


def _has_words(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)

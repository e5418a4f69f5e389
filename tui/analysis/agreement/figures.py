"""The figures of agreement, each with its interval."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, partial
from typing import TypeVar

from tui.analysis.agreement.bootstrap import Interval, bootstrap
from tui.analysis.agreement.codings import CodedArticle
from tui.analysis.agreement.coefficients import (
    Coefficient,
    MarkCounts,
    Values,
    cohen_kappa,
    fleiss_kappa,
    nominal_alpha,
    share_of_pairs,
    span_f1,
)
from tui.analysis.agreement.disagreements import Difference, coded_value
from tui.analysis.agreement.matching import Unit
from tui.analysis.agreement.unitizing import marked_points, point_alpha, two_unitizings, unitizing_alpha

Profile = TypeVar("Profile", bound=Hashable)


MIN_ANNOTATORS = 2


class Measure(StrEnum):
    """What is measured."""

    EXACT_F1 = "span-f1-exact"
    OVERLAP_F1 = "span-f1-overlap"
    UNITIZING_ALPHA = "unitizing-alpha"
    POINT_ALPHA = "code-point-alpha"
    COHEN_KAPPA = "kind-cohen-kappa"
    FLEISS_KAPPA = "kind-fleiss-kappa"
    KIND_ALPHA = "kind-alpha"
    SPEAKER_SHARE = "speaker-share"
    SPEAKER_ALPHA = "speaker-alpha"
    PROPOSITION_SHARE = "proposition-share"
    PROPOSITION_ALPHA = "proposition-alpha"


_PLACE = (Difference.MARKED, Difference.SPAN)
SHOWN_BY: Mapping[Measure, tuple[Difference, ...]] = {
    Measure.EXACT_F1: _PLACE,
    Measure.OVERLAP_F1: (Difference.MARKED,),
    Measure.UNITIZING_ALPHA: _PLACE,
    Measure.POINT_ALPHA: _PLACE,
    Measure.COHEN_KAPPA: (Difference.KIND,),
    Measure.FLEISS_KAPPA: (Difference.KIND,),
    Measure.KIND_ALPHA: (Difference.KIND,),
    Measure.SPEAKER_SHARE: (Difference.SPEAKER,),
    Measure.SPEAKER_ALPHA: (Difference.SPEAKER,),
    Measure.PROPOSITION_SHARE: (Difference.PROPOSITION,),
    Measure.PROPOSITION_ALPHA: (Difference.PROPOSITION,),
}
"""The disagreements that lower each figure."""


class Compared(StrEnum):
    """What the parts of a figure are."""

    PLACES = "marked places"
    """Those that anybody marked."""
    SHARED = "shared places"
    """Those that two or more marked."""
    COMPLETE = "places of all"
    """Those that all marked."""
    POINTS = "code points"


@dataclass(frozen=True)
class Figure:
    """One measure of how far annotators agree."""

    measure: Measure
    value: Coefficient
    units: int
    """How many were compared."""
    compared: Compared
    sampler: Callable[[], Interval | None] = field(repr=False, compare=False)

    @cached_property
    def interval(self) -> Interval | None:
        """The 95 % interval, None without a value or with too few parts."""
        return self.sampler()


def find_figures(articles: Sequence[CodedArticle], units: Sequence[Unit]) -> tuple[Figure, ...]:
    """Return the figures of the annotators that read these articles."""
    annotators = {name for article in articles for name in article.by_annotator}
    spans = (
        _of_units(Measure.EXACT_F1, Compared.PLACES, _marks(units, exact=True), span_f1),
        _of_units(Measure.OVERLAP_F1, Compared.PLACES, _marks(units, exact=False), span_f1),
        *_of_texts(articles, len(annotators)),
    )
    return (*spans, *_kind_figures(units, len(annotators)), *_field_figures(units))


def _kind_figures(units: Sequence[Unit], annotators: int) -> tuple[Figure, ...]:
    complete = [values for values in _values(units, Difference.KIND) if len(values) == annotators]
    two = annotators == MIN_ANNOTATORS
    kappa = Measure.COHEN_KAPPA if two else Measure.FLEISS_KAPPA
    coefficient = cohen_kappa if two else fleiss_kappa
    return (
        _of_units(kappa, Compared.COMPLETE, complete, coefficient),
        _of_units(Measure.KIND_ALPHA, Compared.SHARED, _values(units, Difference.KIND), nominal_alpha),
    )


def _field_figures(units: Sequence[Unit]) -> tuple[Figure, ...]:
    fields = (
        (Difference.SPEAKER, Measure.SPEAKER_SHARE, Measure.SPEAKER_ALPHA),
        (Difference.PROPOSITION, Measure.PROPOSITION_SHARE, Measure.PROPOSITION_ALPHA),
    )
    return tuple(
        _of_units(measure, Compared.SHARED, _values(units, difference), coefficient)
        for difference, share, alpha in fields
        for measure, coefficient in ((share, share_of_pairs), (alpha, nominal_alpha))
    )


def _marks(units: Sequence[Unit], *, exact: bool) -> list[MarkCounts]:
    """Return how many marked each unit, and how many pairs alike."""
    return [_mark_counts(unit, exact=exact) for unit in units]


def _mark_counts(unit: Unit, *, exact: bool) -> MarkCounts:
    alike = Counter(coding.spans if exact else () for coding in unit.codings).values()
    pairs = sum(number * (number - 1) // 2 for number in alike)
    return MarkCounts(len(unit.readers), len(unit.codings), pairs)


def _values(units: Sequence[Unit], difference: Difference) -> list[Values]:
    """Return what the annotators chose of each unit that two or more marked."""
    shared = (unit.codings for unit in units if len(unit.codings) > 1)
    return [tuple([coded_value(coding, difference) for coding in codings]) for codings in shared]


def _of_units(
    measure: Measure,
    compared: Compared,
    profiles: Sequence[Profile],
    coefficient: Callable[[Mapping[Profile, int]], Coefficient],
) -> Figure:
    def of_sample(sample: Sequence[Profile]) -> Coefficient:
        return coefficient(Counter(sample))

    return Figure(measure, of_sample(profiles), len(profiles), compared, partial(bootstrap, profiles, of_sample))


def _of_texts(articles: Sequence[CodedArticle], annotators: int) -> Iterator[Figure]:
    """Yield the figures on code points.

    Their intervals draw whole articles.
    """
    length = sum(article.length for article in articles)
    if annotators == MIN_ANNOTATORS:
        texts = [two_unitizings(article) for article in articles]
        size = 1 + sum(len(text.units) for text in texts) // (len(texts) or 1)
        sampler = partial(bootstrap, texts, unitizing_alpha, size=size)
        yield Figure(Measure.UNITIZING_ALPHA, unitizing_alpha(texts), length, Compared.POINTS, sampler)
    points = [marked_points(article) for article in articles]
    sampler_of_points = partial(bootstrap, points, point_alpha)
    yield Figure(Measure.POINT_ALPHA, point_alpha(points), length, Compared.POINTS, sampler_of_points)

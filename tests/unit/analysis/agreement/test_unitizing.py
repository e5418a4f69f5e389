"""Unitizing alpha against Krippendorff's example and a plain count."""

from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest

from tui.analysis.agreement.codings import CodedArticle, Coding
from tui.analysis.agreement.coefficients import Undefined, nominal_alpha
from tui.analysis.agreement.unitizing import (
    TwoUnitizings,
    gaps_between,
    marked_points,
    marked_spans,
    point_alpha,
    two_unitizings,
    unitizing_alpha,
)
from tui.model import Span

Pairs = tuple[tuple[int, int], ...]


def _article(length: int, *people: Pairs) -> CodedArticle:
    names = "ABCDE"[: len(people)]
    by_annotator = {
        name: tuple(Coding("x", (Span(*pair),), name, ("id",), "claim", (), "") for pair in pairs)
        for name, pairs in zip(names, people, strict=True)
    }
    return CodedArticle("x", length, by_annotator)


C = _article(300, ((75, 145), (220, 250)), ((70, 150), (205, 225), (250, 270)))
K = _article(300, ((30, 90), (150, 200)), ((30, 90), (150, 200)))
"""Krippendorff 2004, Measuring the Reliability of Qualitative Text Analysis Data: the categories c and k."""


def test_the_published_example() -> None:
    text = two_unitizings(C)
    assert round(text.difference / 300**2, 4) == 0.0144
    # The paper has .7286 and .8591, of numbers that it rounds on the way.
    assert round(float(unitizing_alpha([text])), 3) == 0.729
    assert unitizing_alpha([two_unitizings(K)]) == 1
    expected = [_expected(two_unitizings(article)) for article in (C, K)]
    assert [round(value, 4) for value in expected] == [0.0532, 0.0490]
    assert round(1 - text.difference / 300**2 / sum(expected), 4) == 0.8587


def _expected(text: TwoUnitizings) -> float:
    """Return the expected disagreement, of which alpha is made."""
    observed = Fraction(max(text.difference, 1), text.length**2)
    alpha = unitizing_alpha([TwoUnitizings(text.length, text.units, text.gaps, max(text.difference, 1))])
    return float(observed) / (1 - float(alpha))


def test_alpha_equals_a_plain_sum_over_all_places() -> None:
    random = Random(5)
    for _ in range(100):
        articles = [_random_article(random) for _ in range(random.randint(1, 3))]
        alpha = unitizing_alpha([two_unitizings(article) for article in articles])
        plain = _plain_alpha(articles)
        assert alpha == pytest.approx(plain) if plain is not None else isinstance(alpha, Undefined)


def _random_article(random: Random) -> CodedArticle:
    length = random.randint(5, 40)
    people = []
    for _ in range(2):
        starts = [random.randrange(length) for _ in range(random.randint(0, 4))]
        people.append(tuple((start, random.randint(start + 1, length)) for start in starts))
    return _article(length, *people)


def _plain_alpha(articles: list[CodedArticle]) -> float | None:
    """Return alpha by the formula as written, with each unit put everywhere."""
    length = sum(article.length for article in articles)
    sections = [
        _sections(marked_spans(own), article.length) for article in articles for own in article.by_annotator.values()
    ]
    units = [end - start for own in sections for start, end, is_unit in own if is_unit]
    gaps = [end - start for own in sections for start, end, is_unit in own if not is_unit]
    observed = Fraction(
        sum(_plain_difference(one, other) for one, other in zip(sections[::2], sections[1::2], strict=True))
    )
    expected = Fraction(0)
    for unit in units:
        # Over each other unit, as if that were as long, and inside each gap that it fits into.
        expected += (len(units) - 1) * sum(shift**2 for shift in range(1 - unit, unit))
        expected += sum(unit**2 for gap in gaps for _ in range(gap - unit + 1))
    placings = 2 * length * (2 * length - 1) - sum(unit * (unit - 1) for unit in units)
    expected = 2 * expected / (length * placings)
    return float(1 - observed / length**2 / expected) if expected else None


def _sections(spans: tuple[Span, ...], length: int) -> list[tuple[int, int, bool]]:
    gaps = gaps_between(spans, length)
    return sorted([(*span, True) for span in spans] + [(*gap, False) for gap in gaps])


def _plain_difference(one: list[tuple[int, int, bool]], other: list[tuple[int, int, bool]]) -> int:
    total = 0
    for start, end, is_unit in one:
        for its_start, its_end, its_unit in other:
            if is_unit and its_unit and start < its_end and its_start < end:
                total += (start - its_start) ** 2 + (end - its_end) ** 2
            elif is_unit and not its_unit and its_start <= start and end <= its_end:
                total += (end - start) ** 2
            elif its_unit and not is_unit and start <= its_start and its_end <= end:
                total += (its_end - its_start) ** 2
    return total


def test_code_points_are_the_units_of_point_alpha() -> None:
    random = Random(6)
    for _ in range(100):
        people = random.randint(2, 5)
        article = _article(20, *(_random_pairs(random) for _ in range(people)))
        rows = [tuple(str(_is_in(own, offset)) for own in article.by_annotator.values()) for offset in range(20)]
        expected = nominal_alpha({row: rows.count(row) for row in rows})
        value = point_alpha([marked_points(article)])
        assert value == pytest.approx(expected) if not isinstance(expected, Undefined) else isinstance(value, Undefined)


def _random_pairs(random: Random) -> Pairs:
    starts = [random.randrange(20) for _ in range(random.randint(0, 3))]
    return tuple((start, random.randint(start + 1, 20)) for start in starts)


def _is_in(codings: tuple[Coding, ...], offset: int) -> bool:
    return any(start <= offset < end for coding in codings for start, end in coding.spans)


def test_texts_are_counted_together() -> None:
    assert point_alpha([marked_points(C), marked_points(K)]) != point_alpha([marked_points(C)])
    assert (
        float(unitizing_alpha([two_unitizings(C)])) < float(unitizing_alpha([two_unitizings(C), two_unitizings(K)])) < 1
    )


def test_without_marks_or_variation_a_reason_is_returned() -> None:
    nothing, everything = _article(9, (), ()), _article(9, ((0, 9),), ((0, 9),))
    assert unitizing_alpha([two_unitizings(nothing)]) is point_alpha([marked_points(nothing)]) is Undefined.NO_UNITS
    assert point_alpha([marked_points(everything)]) is Undefined.NO_VARIATION
    assert unitizing_alpha([two_unitizings(_article(0, (), ()))]) is Undefined.NO_UNITS


def test_marked_spans_are_united_and_gaps_are_between() -> None:
    own = tuple(Coding("x", (Span(*pair),), "A", ("id",), "claim", (), "") for pair in ((3, 9), (0, 5), (9, 12)))
    spans = marked_spans(own)
    assert spans == (Span(0, 9), Span(9, 12))
    assert gaps_between(spans, 20) == (Span(12, 20),)
    assert all(left.end <= right.start for left, right in pairwise(spans))

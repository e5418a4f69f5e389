"""Figures of agreement by the package krippendorff and plain definitions.

The package is needed for the test alone, and its licence is another than this project's.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations
from typing import Any

from tui.analysis.agreement.agreement import Contrast
from tui.analysis.agreement.codings import CodedArticle, Coding

Matrix = list[list[str | None]]
"""A row for each unit, with the value of each annotator, or None."""


def oracle_values(contrast: Contrast, oracle: Any) -> dict[str, float | None]:
    """Return the figures of some annotators, None if they are undefined."""
    units = [unit for article in contrast.articles for unit in plain_units(article)]
    names = contrast.annotators
    matrices = {
        name: [[_value(unit, annotator, read) for annotator in names] for unit in units]
        for name, read in (
            ("kind", lambda one: one.kind),
            ("speaker", _speakers),
            ("proposition", lambda one: one.about),
        )
    }
    points = [row for article in contrast.articles for row in _point_rows(article, names)]
    figures = {f"{name}-alpha": _alpha(matrix, oracle) for name, matrix in matrices.items()}
    figures |= {f"{name}-share": _share(matrices[name]) for name in ("speaker", "proposition")}
    figures["code-point-alpha"] = _alpha(points, oracle) if any("1" in row for row in points) else None
    kind = [row for row in matrices["kind"] if None not in row]
    figures["kind-cohen-kappa" if len(names) == 2 else "kind-fleiss-kappa"] = (_cohen if len(names) == 2 else _fleiss)(
        kind
    )
    readers = {article.id: len(article.by_annotator) for article in contrast.articles}
    figures["span-f1-overlap"] = _f1(units, readers, lambda _, __: True)
    figures["span-f1-exact"] = _f1(units, readers, lambda one, other: one.spans == other.spans)
    return figures


def plain_units(article: CodedArticle) -> list[list[Coding]]:
    """Return the units by joining the best two groups until none overlap."""
    codings = sorted(coding for own in article.by_annotator.values() for coding in own)
    groups = [[coding] for coding in codings]
    ranked = sorted(
        (_rank(one, other), left, left + 1 + after)
        for left, one in enumerate(codings)
        for after, other in enumerate(codings[left + 1 :])
        if _points(one) & _points(other) and one.annotator != other.annotator
    )
    for _, left, right in ranked:
        one = next(group for group in groups if codings[left] in group)
        other = next(group for group in groups if codings[right] in group)
        if one is not other and all(a.annotator != b.annotator and _points(a) & _points(b) for a in one for b in other):
            one += other
            groups.remove(other)
    return groups


@cache
def _points(coding: Coding) -> frozenset[int]:
    return frozenset(point for start, end in coding.spans for point in range(start, end))


def _rank(one: Coding, other: Coding) -> tuple[int, int, int]:
    differing = (one.kind != other.kind) + (one.speakers != other.speakers) + (one.about != other.about)
    return -len(_points(one) & _points(other)), len(_points(one) | _points(other)), differing


def _speakers(coding: Coding) -> str:
    return "|".join(coding.speakers)


def _value(unit: list[Coding], annotator: str, read: Callable[[Coding], str]) -> str | None:
    return next((read(coding) for coding in unit if coding.annotator == annotator), None)


def _point_rows(article: CodedArticle, names: Sequence[str]) -> Matrix:
    marked = {name: {point for one in own for point in _points(one)} for name, own in article.by_annotator.items()}
    rows = range(article.length)
    return [[str(int(point in marked[name])) if name in marked else None for name in names] for point in rows]


def _alpha(matrix: Matrix, oracle: Any) -> float | None:
    pairable = [row for row in matrix if sum(value is not None for value in row) > 1]
    values = sorted({value for row in pairable for value in row if value is not None})
    if len(values) < 2:
        return None
    numbers = [[float("nan") if value is None else values.index(value) for value in row] for row in pairable]
    return float(
        oracle.alpha(list(zip(*numbers, strict=True)), level_of_measurement="nominal", value_domain=range(len(values)))
    )


def _pairs(matrix: Matrix) -> list[tuple[str, str]]:
    present = ([value for value in row if value is not None] for row in matrix)
    return [pair for row in present for pair in combinations(row, 2)]


def _share(matrix: Matrix) -> float | None:
    pairs = _pairs(matrix)
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def _cohen(rows: Matrix) -> float | None:
    if not rows:
        return None
    left, right = zip(*rows, strict=True)
    agreed = sum(one == other for one, other in rows) / len(rows)
    chance = sum(left.count(value) * right.count(value) for value in {*left, *right}) / len(rows) ** 2
    return None if len({*left, *right}) == 1 else (agreed - chance) / (1 - chance)


def _fleiss(rows: Matrix) -> float | None:
    values = [value for row in rows for value in row]
    if len(set(values)) < 2:
        return None
    agreed = sum(
        sum(one == other for one, other in combinations(row, 2)) / (len(row) * (len(row) - 1) / 2) for row in rows
    )
    chance = sum((values.count(value) / len(values)) ** 2 for value in set(values))
    return (agreed / len(rows) - chance) / (1 - chance)


def _f1(units: list[list[Coding]], readers: dict[str, int], alike: Callable[[Coding, Coding], bool]) -> float | None:
    same = sum(alike(one, other) for unit in units for one, other in combinations(unit, 2))
    marks = sum(len(unit) * (readers[unit[0].article] - 1) for unit in units)
    return 2 * same / marks if marks else None

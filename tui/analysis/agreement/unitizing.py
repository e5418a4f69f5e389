"""Alpha on what was marked of a text, in code points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.analysis.agreement.codings import CodedArticle, Coding
from tui.analysis.agreement.coefficients import Coefficient, Undefined
from tui.model import Span


@dataclass(frozen=True, slots=True)
class TwoUnitizings:
    """The units that two people found in one text, and the gaps between."""

    length: int
    """Of the text, in code points."""
    units: tuple[int, ...]
    """The length of each unit of both."""
    gaps: tuple[int, ...]
    difference: int
    """The squared differences between the two."""


@dataclass(frozen=True, slots=True)
class MarkedPoints:
    """How many marked each code point of a text, summed up for alpha."""

    values: int
    """Code points times readers."""
    marked: int
    differing: float
    """The pairs of readers that differ, divided by the readers less one."""


def two_unitizings(article: CodedArticle) -> TwoUnitizings:
    """Return how two annotators divided an article."""
    one, other = (marked_spans(own) for own in article.by_annotator.values())
    units = tuple(end - start for start, end in (*one, *other))
    gaps = tuple(end - start for spans in (one, other) for start, end in gaps_between(spans, article.length))
    return TwoUnitizings(article.length, units, gaps, _difference(one, other) + _alone(one, other) + _alone(other, one))


def marked_spans(codings: Iterable[Coding]) -> tuple[Span, ...]:
    """Return what somebody marked, as spans that do not overlap, in order.

    What overlaps becomes one: `[Span(0, 5), Span(3, 9), Span(9, 12)]` becomes `(Span(0, 9), Span(9, 12))`.
    """
    merged: list[Span] = []
    for span in sorted(span for coding in codings for span in coding.spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def gaps_between(spans: Sequence[Span], length: int) -> tuple[Span, ...]:
    """Return what is between spans of a text of `length` code points.

    `gaps_between([Span(2, 4)], 9)` is `(Span(0, 2), Span(4, 9))`.
    """
    edges = (0, *(edge for span in spans for edge in span), length)
    return tuple(Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)


def _difference(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return the squared distances between the ends of units that overlap."""
    total = position = 0
    for span in one:
        while position < len(other) and other[position].end <= span.start:
            position += 1
        for place in range(position, len(other)):
            if other[place].start >= span.end:
                break
            total += (span.start - other[place].start) ** 2 + (span.end - other[place].end) ** 2
    return total


def _alone(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return the squared lengths of the units that overlap none of the other."""
    total = position = 0
    for span in one:
        while position < len(other) and other[position].end <= span.start:
            position += 1
        if position == len(other) or other[position].start >= span.end:
            total += (span.end - span.start) ** 2
    return total


def unitizing_alpha(texts: Sequence[TwoUnitizings]) -> Coefficient:
    """Return the unitizing alpha of two annotators: Krippendorff 1995.

    No unit goes from one text into the next.
    """
    length = sum(text.length for text in texts)
    units = [unit for text in texts for unit in text.units]
    if not units:
        return Undefined.NO_UNITS
    by_chance = _chance_sum(units, [gap for text in texts for gap in text.gaps])
    placings = 2 * length * (2 * length - 1) - sum(unit * (unit - 1) for unit in units)
    expected = 2 * by_chance / (length * placings) if placings else 0
    observed = sum(text.difference for text in texts) / length**2
    return 1 - observed / expected if expected else Undefined.NO_VARIATION


def _chance_sum(units: Sequence[int], gaps: Sequence[int]) -> float:
    """Return what each unit differs by, summed over all places it could have."""
    longest_first = sorted(
        ((length, is_gap) for many, is_gap in ((units, 0), (gaps, 1)) for length in many), reverse=True
    )
    total = 0.0
    room = number = 0
    for length, is_gap in longest_first:
        if is_gap:
            room, number = room + length, number + 1
        else:
            # Over each other unit, by 1 - length to length - 1 code points, and inside each gap with room for it.
            total += (len(units) - 1) * (2 * length**3 - 3 * length**2 + length) / 3
            total += length**2 * (room - number * (length - 1))
    return total


def marked_points(article: CodedArticle) -> MarkedPoints:
    """Return how many of its readers marked each code point of an article."""
    readers = len(article.by_annotator)
    edges = [(0, 0), (article.length, 0)]
    for own in article.by_annotator.values():
        edges += [edge for start, end in marked_spans(own) for edge in ((start, 1), (end, -1))]
    marked, differing, depth = 0, 0, 0
    for (offset, step), (following, _) in pairwise(sorted(edges)):
        depth += step
        marked += depth * (following - offset)
        differing += 2 * depth * (readers - depth) * (following - offset)
    return MarkedPoints(readers * article.length, marked, differing / (readers - 1))


def point_alpha(texts: Sequence[MarkedPoints]) -> Coefficient:
    """Return the nominal alpha with each code point as a unit, marked or not."""
    values, marked = sum(text.values for text in texts), sum(text.marked for text in texts)
    if not marked:
        return Undefined.NO_UNITS
    if marked == values:
        return Undefined.NO_VARIATION
    return 1 - (values - 1) * sum(text.differing for text in texts) / (2 * marked * (values - marked))

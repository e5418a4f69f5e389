"""Match what annotators marked: each unit is one place in the text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.analysis.adjudication import Result
from tui.analysis.agreement.codings import CodedArticle, Coding
from tui.model import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """What annotators marked at one place, at most one statement each."""

    codings: tuple[Coding, ...]
    """At least one, in the order of the annotators."""
    readers: tuple[str, ...]
    """Who read the article, whether they marked this or not."""
    results: tuple[Result, ...] = ()
    """What settles it, if each of its records is resolved. None if it is open."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its records."""
        return tuple(name for coding in self.codings for name in coding.ids)

    @property
    def settled_by(self) -> tuple[str, ...]:
        """Who settled it, each once, or nobody if it is open."""
        return tuple(dict.fromkeys(result.annotator for result in self.results))

    @property
    def absent(self) -> tuple[str, ...]:
        """Who read the article and did not mark this."""
        present = {coding.annotator for coding in self.codings}
        return tuple(name for name in self.readers if name not in present)

    @property
    def place(self) -> Span:
        """The range of all that was marked, in code points."""
        places = [coding.place for coding in self.codings]
        return Span(min(place.start for place in places), max(place.end for place in places))


@dataclass(frozen=True, slots=True, order=True)
class _Overlap:
    """Two statements that share code points, the best match first."""

    unshared: tuple[int, int]
    """The shared code points, negated, and those of both together."""
    differences: int
    """The fields in which they differ: so of two statements at one place each is matched with its like."""
    left: int
    right: int
    """Positions in reading order."""


def match_codings(article: CodedArticle) -> tuple[Unit, ...]:
    """Return the units of an article, in reading order.

    Those who share the most code points are matched first. All statements of a unit overlap one another, and no two are
    by the same annotator. The order of the records does not matter.
    """
    readers = tuple(article.by_annotator)
    codings = sorted(coding for own in article.by_annotator.values() for coding in own)
    overlaps = sorted(_overlaps(codings))
    pairs = {(overlap.left, overlap.right) for overlap in overlaps}
    groups = [[position] for position in range(len(codings))]
    for overlap in overlaps:
        left, right = groups[overlap.left], groups[overlap.right]
        if left is not right and _may_join(left, right, codings, pairs):
            left += right
            for position in right:
                groups[position] = left
    distinct = {id(group): group for group in groups}.values()
    return tuple(_unit(_in_order(group, codings, readers), article) for group in distinct)


def _unit(codings: tuple[Coding, ...], article: CodedArticle) -> Unit:
    readers = tuple(article.by_annotator)
    unit = Unit(codings, readers)
    return with_results(unit, article.results) if article.results else unit


def with_results(unit: Unit, results: Mapping[str, tuple[Result, ...]]) -> Unit:
    """Return a unit with what settles it, of results by the id of each record."""
    common = _common(unit.ids, results)
    return unit if common == unit.results else replace(unit, results=common)


def _common(ids: Sequence[str], results: Mapping[str, tuple[Result, ...]]) -> tuple[Result, ...]:
    """Return what settles all of these records, each once, or nothing."""
    found = [results.get(name, ()) for name in ids]
    return tuple(dict.fromkeys(result for own in found for result in own)) if all(found) else ()


def _may_join(left: list[int], right: list[int], codings: Sequence[Coding], pairs: set[tuple[int, int]]) -> bool:
    return all(
        codings[one].annotator != codings[other].annotator and (min(one, other), max(one, other)) in pairs
        for one in left
        for other in right
    )


def _in_order(group: list[int], codings: Sequence[Coding], readers: tuple[str, ...]) -> tuple[Coding, ...]:
    by_annotator = {codings[position].annotator: codings[position] for position in group}
    return tuple(by_annotator[name] for name in readers if name in by_annotator)


def _overlaps(codings: Sequence[Coding]) -> Iterator[_Overlap]:
    """Yield those of different annotators that overlap.

    `codings` are in the order of their places.
    """
    open_ends: list[tuple[int, int]] = []
    for right, coding in enumerate(codings):
        start, end = coding.place
        open_ends = [(position, its_end) for position, its_end in open_ends if its_end > start]
        for left, _ in open_ends:
            other = codings[left]
            if other.annotator != coding.annotator and (shared := shared_length(other.spans, coding.spans)):
                together = _length(other.spans) + _length(coding.spans) - shared
                yield _Overlap((-shared, together), _differences(other, coding), left, right)
        open_ends.append((right, end))


def shared_length(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return how many code points two places share.

    `shared_length([Span(0, 10)], [Span(6, 14)])` is 4.
    """
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _length(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)


def _differences(one: Coding, other: Coding) -> int:
    return (one.about != other.about) + (one.kind != other.kind) + (one.speakers != other.speakers)

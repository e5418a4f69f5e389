"""Decide which records mark the same statement (see `docs/comparison.md`)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.model import Annotation, Codebook, Placed, Span


class Mark(NamedTuple):
    """A record, with its number in its account and its speakers' main names."""

    number: int
    placed: Placed
    speakers: tuple[str, ...]


_Joinable = list[tuple[tuple[Span, ...], list[Mark]]]
"""The place of the first record of each statement that a later record may mark too, with all of its records."""


def overlap_by_half(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Return whether two places share half of the shorter one.

    A place has one piece or several.

    `overlap_by_half([Span(0, 10)], [Span(6, 14)])` is `True`: they share 4 of 8 code points.
    """
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return shared > 0 and 2 * shared >= min(sum(span.end - span.start for span in spans) for spans in (one, other))


def group_records(numbered: Iterable[tuple[int, Placed]], codebook: Codebook) -> list[list[Mark]]:
    """Return the records of an account, in reading order, by statement.

    A record joins the earliest statement whose first record it overlaps by half. Of those in one piece that a record
    can still join, the parts before any place are twice as long from one to the next, so there are never many.
    """
    groups: list[list[Mark]] = []
    sorts = _Sorts(codebook)
    for number, placed in numbered:
        speakers, joinable = sorts.of(placed.annotation)
        mark = Mark(number, placed, speakers)
        spans = placed.spans
        group = _joined(spans, joinable) if spans else None
        if group:
            group.append(mark)
            continue
        groups.append([mark])
        if spans:
            joinable.append((spans, groups[-1]))
    return groups


class _Sorts:
    """The sorts of statements: by proposition, stance and speakers."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._joinable: dict[object, _Joinable] = {}
        self._by_words: dict[object, tuple[tuple[str, ...], _Joinable]] = {}
        """What `of` returns, by the fields of an annotation as they are written."""

    def of(self, annotation: Annotation) -> tuple[tuple[str, ...], _Joinable]:
        """Return an annotation's speakers, and what it may be the same as."""
        words = annotation.about, annotation.kind, annotation.speaker
        known = self._by_words.get(words)
        if known is None:
            speakers = tuple(dict.fromkeys(map(self._codebook.canonical_name, annotation.speaker)))
            kind = self._codebook.kind(annotation.kind)
            sort = annotation.about, kind.stance, kind.is_known, frozenset(speakers)
            known = self._by_words[words] = speakers, self._joinable.setdefault(sort, [])
        return known


def _joined(spans: tuple[Span, ...], joinable: _Joinable) -> list[Mark] | None:
    """Return the group that a record joins, and forget those that have ended."""
    if not joinable:
        return None
    start = spans[0].start
    joinable[:] = [(first, group) for first, group in joinable if first[-1].end > start]
    return next((group for first, group in joinable if overlap_by_half(first, spans)), None)

"""Decide which records mark the same statement (see `docs/comparison.md`)."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.model import Codebook, Placed, Span, Stance

_Key = tuple[str, Stance, frozenset[str]]
"""The proposition, the stance and the speakers of a record."""


class Mark(NamedTuple):
    """A record, with its number in its account and its speakers' main names."""

    number: int
    placed: Placed
    speakers: tuple[str, ...]


def overlap_by_half(one: Span, other: Span) -> bool:
    """Return whether two spans share half of the shorter one.

    `overlap_by_half(Span(0, 10), Span(6, 14))` is `True`: they share 4 of 8 code points.
    """
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and 2 * shared >= min(one.end - one.start, other.end - other.start)


def group_records(numbered: Iterable[tuple[int, Placed]], codebook: Codebook) -> list[list[Mark]]:
    """Return the records of an account, in reading order, by statement.

    A record joins the earliest statement whose first record it overlaps by half. Of those that a record can still
    join, the parts before any place are twice as long from one to the next, so there are never many.
    """
    groups: list[list[Mark]] = []
    joinable: dict[_Key, list[list[Mark]]] = {}
    for number, placed in numbered:
        annotation = placed.annotation
        speakers = tuple(dict.fromkeys(map(codebook.canonical_name, annotation.speaker)))
        record = Mark(number, placed, speakers)
        span = placed.span
        if span is None:
            groups.append([record])
            continue
        key = annotation.about, codebook.kind(annotation.kind).stance, frozenset(speakers)
        _join(record, span, joinable.setdefault(key, []), groups)
    return groups


def _join(record: Mark, span: Span, joinable: list[list[Mark]], groups: list[list[Mark]]) -> None:
    """Add a record to a group that it can join, or to the groups as a new one."""
    joinable[:] = [group for group in joinable if _end(group) > span.start]
    for group in joinable:
        first = group[0].placed.span
        if first and overlap_by_half(first, span):
            group.append(record)
            return
    group = [record]
    joinable.append(group)
    groups.append(group)


def _end(group: list[Mark]) -> int:
    span = group[0].placed.span
    return span.end if span else 0

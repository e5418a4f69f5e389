"""Decide which records mark the same statement (see `docs/comparison.md`)."""

from collections.abc import Iterable, Sequence

from tui.model import Annotation, Codebook, Placed, Span


class MarkedStatements:
    """The statements of an account in reading order, field by field.

    There may be many, and few have more than one record.
    """

    def __init__(self) -> None:
        self.firsts: list[Placed] = []
        """The first record of each."""
        self.numbers: list[int] = []
        """Its number in its account."""
        self.speakers: list[tuple[str, ...]] = []
        """Its speakers' main names."""
        self.others: dict[int, list[Placed]] = {}
        """The other records of each that has some, by its position, from 0."""


_Joinable = list[tuple[int, Placed, int]]
"""Where the first record of each statement ends that a later record may mark too, with it and its position."""


def overlap_by_half(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Return whether two places share half of the shorter one.

    A place has one piece or several.

    `overlap_by_half([Span(0, 10)], [Span(6, 14)])` is `True`: they share 4 of 8 code points.
    """
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return shared > 0 and 2 * shared >= min(sum(span.end - span.start for span in spans) for spans in (one, other))


def group_records(numbered: Iterable[tuple[int, Placed]], codebook: Codebook) -> MarkedStatements:
    """Return the records of an account, in reading order, by statement.

    A record joins the earliest statement whose first record it overlaps by half. Of those in one piece that a record
    can still join, the parts before any place are twice as long from one to the next, so there are never many.
    """
    statements = MarkedStatements()
    sorts = _Sorts(codebook)
    for number, placed in numbered:
        speakers, joinable = sorts.of(placed.record.annotation)
        anchor = placed.anchor
        if anchor is not None and anchor.start is not None and anchor.end is not None:
            position = _joined(placed, anchor.start, joinable) if joinable else None
            if position is not None:
                statements.others.setdefault(position, []).append(placed)
                continue
            joinable.append((anchor.end, placed, len(statements.firsts)))
        statements.firsts.append(placed)
        statements.numbers.append(number)
        statements.speakers.append(speakers)
    return statements


class _Sorts:
    """The sorts of statements: by proposition, stance and speakers."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._joinable: dict[object, _Joinable] = {}
        self._by_names: dict[tuple[str, ...], tuple[tuple[str, ...], frozenset[str]]] = {}
        self._sides: dict[str, str] = {}
        """The stance of each kind, and whether the codebook has it, in one word that is hashed soon."""

    def of(self, annotation: Annotation) -> tuple[tuple[str, ...], _Joinable]:
        """Return an annotation's speakers, and what it may be the same as."""
        names, kind = annotation.speaker, annotation.kind
        speakers, people = self._by_names.get(names) or self._people(names)
        sort = annotation.about, self._sides.get(kind) or self._side(kind), people
        joinable = self._joinable.get(sort)
        if joinable is None:
            joinable = self._joinable[sort] = []
        return speakers, joinable

    def _side(self, name: str) -> str:
        kind = self._codebook.kind(name)
        return self._sides.setdefault(name, f"{kind.stance} {kind.is_known}")

    def _people(self, names: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
        """Return the main names of speakers, in order and as a set."""
        speakers = tuple(dict.fromkeys(map(self._codebook.canonical_name, names)))
        return self._by_names.setdefault(names, (speakers, frozenset(speakers)))


def _joined(placed: Placed, start: int, joinable: _Joinable) -> int | None:
    """Return the position of what a record joins, and forget what has ended."""
    joinable[:] = [statement for statement in joinable if statement[0] > start]
    if not joinable:
        return None
    spans = placed.spans
    return next((position for _, first, position in joinable if overlap_by_half(first.spans, spans)), None)

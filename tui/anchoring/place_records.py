"""Anchor an article's records."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tui.anchoring.anchors import anchor_all
from tui.model import Annotation, Article, Placed, Record, TextSelector

_Key = tuple[str, TextSelector | None]


def place_records(article: Article, records: Iterable[Record], earlier: Iterable[Placed] = ()) -> tuple[Placed, ...]:
    """Return the records with their anchors, in reading order.

    Anchors of `earlier` records in the same text are reused if the selector is the same.
    """
    listed = tuple(records)
    known = tuple(earlier)
    return in_reading_order(_with_known(article, listed, known) if known else _placed(article, listed))


def insert_record(article: Article, placed: Sequence[Placed], record: Record) -> tuple[Placed, ...]:
    """Return placed records, which are in reading order, and another one.

    Only that one is anchored.
    """
    (new,) = _placed(article, [record])
    position = bisect_right(placed, _reading_order(new), key=_reading_order)
    return (*placed[:position], new, *placed[position:])


def _placed(article: Article, records: Sequence[Record]) -> list[Placed]:
    targets = [record.annotation.target for record in records]
    found = anchor_all(article.text, filter(None, targets))
    if len(found) == len(records):
        return [*map(Placed, records, found)]
    following = iter(found)
    return [*map(Placed, records, (next(following) if target else None for target in targets))]


def _with_known(article: Article, listed: Sequence[Record], earlier: Iterable[Placed]) -> Iterator[Placed]:
    anchors = {_key(placed.annotation): placed.anchor for placed in earlier if placed.anchor}
    missing = [record.annotation for record in listed if _key(record.annotation) not in anchors]
    targets = {_key(annotation): annotation.target for annotation in missing if annotation.target}
    anchors.update(zip(targets, anchor_all(article.text, targets.values()), strict=True))
    return (Placed(record, anchors.get(_key(record.annotation))) for record in listed)


def in_reading_order(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Return anchored records first, then those to review and orphans.

    Records without a quote are last. Anchored ones are sorted by start, then the longer first, then by id.
    """
    return tuple(sorted(placed, key=_reading_order))


def _key(annotation: Annotation) -> _Key:
    return annotation.id, annotation.target


def _reading_order(placed: Placed) -> tuple[int, int, int, str]:
    anchor = placed.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        return (1 if anchor else 2, 0, 0, "")
    return (0, anchor.start, -anchor.end, placed.record.annotation.id)

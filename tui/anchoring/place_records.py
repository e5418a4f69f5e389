"""Records put at their places in an article."""

from collections.abc import Iterable

from tui.anchoring.anchors import anchor_all
from tui.model import Annotation, Article, Placed, Record, TextSelector

_Key = tuple[str, TextSelector | None]


def place_records(article: Article, records: Iterable[Record], known: Iterable[Placed] = ()) -> tuple[Placed, ...]:
    """Return the records with their places in the article's text, in reading order.

    Settled ones come first, by start, then the longer, then by id; then those to review and the orphans, then
    those that have no quote: each in the order given. What is `known` stands in the same text and is not looked
    for again.
    """
    listed = tuple(records)
    anchors = {_key(each.annotation): each.anchor for each in known if each.anchor}
    sought = [each.annotation for each in listed if _key(each.annotation) not in anchors]
    targets = {_key(each): each.target for each in sought if each.target}
    anchors.update(zip(targets, anchor_all(article.text, targets.values()), strict=True))
    return in_reading_order(Placed(record, anchors.get(_key(record.annotation))) for record in listed)


def in_reading_order(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Return placed records in the order that `place` gives them."""
    return tuple(sorted(placed, key=_reading_order))


def _key(annotation: Annotation) -> _Key:
    return annotation.id, annotation.target


def _reading_order(placed: Placed) -> tuple[int, int, int, str]:
    if placed.span is None:
        return (1 if placed.anchor else 2, 0, 0, "")
    start, end = placed.span
    return (0, start, -end, placed.annotation.id)

"""Records put at their places in an article."""

from collections.abc import Iterable

from tui.anchoring.ladder import anchor_all
from tui.model import Article, Placed, Record


def place(article: Article, records: Iterable[Record]) -> tuple[Placed, ...]:
    """Return the records with their places in the article's text, in reading order.

    Settled ones come first, by start, then the longer, then by id; then those to review and the orphans, then
    those that have no quote: each in the order given.
    """
    listed = tuple(records)
    targets = [record.annotation.target for record in listed]
    anchors = iter(anchor_all(article.text, [target for target in targets if target is not None]))
    placed = [Placed(record, next(anchors) if target else None) for record, target in zip(listed, targets, strict=True)]
    return tuple(sorted(placed, key=_reading_order))


def _reading_order(placed: Placed) -> tuple[int, int, int, str]:
    if placed.span is None:
        return (1 if placed.anchor else 2, 0, 0, "")
    start, end = placed.span
    return (0, start, -end, placed.annotation.id)

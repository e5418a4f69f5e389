"""Records get their anchors and are sorted as they are read."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tui.anchoring.anchors import anchor_all
from tui.anchoring.place_records import in_reading_order, insert_record, place_records
from tui.model import Anchor, AnchorState, Annotation, Article, Placed, Record, TextSelector

ARTICLE = Article("a", "One two three. One four five.", Path("a.txt"))


def record(name: str, target: TextSelector | None) -> Record:
    return Record(Annotation(name, "note", target=target), Path("a.yaml"), 1)


def ids(placed: tuple[Placed, ...]) -> list[str]:
    return [entry.annotation.id for entry in placed]


def test_records_are_anchored_and_sorted() -> None:
    records = [
        record("whole", None),
        record("gone", TextSelector("holy grail")),
        record("later", TextSelector("four")),
        record("several", TextSelector("One")),
        record("b-short", TextSelector("two")),
        record("long", TextSelector("two three")),
        record("a-short", TextSelector("two")),
    ]
    placed = place_records(ARTICLE, iter(records))
    assert ids(placed) == ["long", "a-short", "b-short", "later", "gone", "several", "whole"]
    assert [entry.state for entry in placed[4:]] == [AnchorState.ORPHAN, AnchorState.REVIEW, None]
    assert placed[0].span == (4, 13)


def test_no_records() -> None:
    assert place_records(ARTICLE, []) == ()


def test_an_earlier_anchor_is_reused() -> None:
    earlier = [Placed(record("four", TextSelector("four")), Anchor(AnchorState.EXACT, 0, 3, 1.0))]
    records = [record("four", TextSelector("four")), record("five", TextSelector("five"))]
    placed = place_records(ARTICLE, records, earlier)
    assert [(entry.annotation.id, entry.span) for entry in placed] == [("four", (0, 3)), ("five", (24, 28))]


def test_an_earlier_anchor_of_another_quote_is_not_reused() -> None:
    earlier = [Placed(record("a", TextSelector("four")), Anchor(AnchorState.EXACT, 0, 3, 1.0))]
    assert place_records(ARTICLE, [record("a", TextSelector("five"))], earlier)[0].span == (24, 28)


def test_records_that_are_not_anchored_keep_their_order() -> None:
    orphans = [Placed(record(name, TextSelector("x")), Anchor(AnchorState.ORPHAN)) for name in ("d", "c")]
    anchored = Placed(record("b", TextSelector("two")), Anchor(AnchorState.EXACT, 4, 7, 1.0))
    assert ids(in_reading_order([Placed(record("a", None)), *orphans, anchored])) == ["b", "d", "c", "a"]


@pytest.mark.parametrize(
    "target", [None, TextSelector("two"), TextSelector("four"), TextSelector("One"), TextSelector("holy grail")]
)
def test_one_record_is_inserted_where_sorting_would_put_it(
    target: TextSelector | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [record("b", None), record("c", TextSelector("gone")), record("d", TextSelector("two three"))]
    several = [*others, record("a", TextSelector("two")), record("f", TextSelector("four five"))]
    new, expected = record("e", target), place_records(ARTICLE, [*several, record("e", target)])
    placed = place_records(ARTICLE, several)
    anchored: list[object] = []

    def anchor(text: str, targets: Iterable[TextSelector]) -> list[Anchor]:
        anchored.extend(wanted := list(targets))
        return list(anchor_all(text, wanted))

    monkeypatch.setattr("tui.anchoring.place_records.anchor_all", anchor)
    assert insert_record(ARTICLE, placed, new) == expected
    assert anchored == [target] * bool(target)

"""Records at their places."""

from pathlib import Path

from tui.anchoring.place_records import place_records
from tui.model import Anchor, AnchorState, Annotation, Article, Placed, Record, TextSelector

ARTICLE = Article("a", "One two three. One four five.", Path("a.txt"))


def record(name: str, target: TextSelector | None) -> Record:
    return Record(Annotation(name, "note", target=target), Path("a.yaml"), 1)


def test_reading_order() -> None:
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
    assert [each.annotation.id for each in placed] == [
        "long", "a-short", "b-short", "later", "gone", "several", "whole",
    ]  # fmt: skip
    assert [each.state for each in placed[4:]] == [AnchorState.ORPHAN, AnchorState.REVIEW, None]
    assert placed[0].span == (4, 13)


def test_no_records() -> None:
    assert place_records(ARTICLE, []) == ()


def test_what_is_known_is_not_looked_for_again() -> None:
    known = [Placed(record("four", TextSelector("four")), Anchor(AnchorState.EXACT, 0, 3, 1.0))]
    records = [record("four", TextSelector("four")), record("five", TextSelector("five"))]
    placed = place_records(ARTICLE, records, known)
    assert [(each.annotation.id, each.span) for each in placed] == [("four", (0, 3)), ("five", (24, 28))]


def test_a_known_place_of_another_quote_is_not_taken() -> None:
    known = [Placed(record("a", TextSelector("four")), Anchor(AnchorState.EXACT, 0, 3, 1.0))]
    assert place_records(ARTICLE, [record("a", TextSelector("five"))], known)[0].span == (24, 28)

"""A record's time, user and comment as a project has them."""

import pytest
from collations import annotate, codebook
from placing import placed_at

from tui.formats.qdpx.record_words import comment, created_by, date_time, user_guid, whole_comment
from tui.model import AnchorState


@pytest.mark.parametrize(
    ("timestamp", "expected"),
    [("2026-01-02T10:00:00.5+02:00", "2026-01-02T08:00:00Z"), ("2026", "2026-01-01T00:00:00Z"), ("May", ""), ("", "")],
)
def test_a_time_is_in_utc_or_left_out(timestamp: str, expected: str) -> None:
    assert date_time(timestamp) == expected


def test_nobody_signs_what_has_no_annotator() -> None:
    assert created_by(annotate("claim")) == {"creatingUser": "", "creationDateTime": ""}
    assert created_by(annotate("claim", annotator="Ada"))["creatingUser"] == user_guid("Ada") != user_guid("Bo")


def test_a_comment_says_who_and_what_was_marked() -> None:
    record = annotate("claim", "old words", "Ada", "p", body="Hm", cue="said", via=("TASS",), tags=("x",))
    assert comment(placed_at(record, 0, 3)) == "Hm\n\nAda · “said” · via TASS"
    assert comment(placed_at(record, 0, 3, state=AnchorState.ADJUSTED)).endswith("Marked as “old words”")
    whole = whole_comment(placed_at(record, state=AnchorState.ORPHAN), codebook({"p": "X is so"}))
    assert whole == "Claim · Asserts: X is so · Tags: x\n\n“old words”\n\nHm\n\nAda · “said” · via TASS"

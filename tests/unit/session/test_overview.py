"""What the lists show is computed once for a collation."""

from collections import Counter

from collations import Telling, annotate, collate

from tui.session.overview import Overview

COLLATION = collate(Telling("north", "one two", (annotate("claim", "Two", "Ada", "radar", id="a", body="Ça va"),)))


def test_each_part_is_computed_before_it_is_used() -> None:
    overview = Overview(COLLATION)
    parts = overview.prepare()
    next(parts)
    assert {*vars(overview.survey)} >= {"comparison"}
    assert "people" not in vars(overview.survey)
    assert len([*parts]) == 3
    assert {*vars(overview.survey)} >= {"comparison", "people"}
    assert vars(overview.records)["texts"] == ("two ca va radar radar ada",)


def test_records_are_counted_by_kind() -> None:
    assert Overview(COLLATION).records.kind_counts == Counter(claim=1)

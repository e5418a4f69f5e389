"""What the lists show is computed once for a collation."""

from collections import Counter
from threading import Barrier, Thread

import pytest
from collations import Telling, annotate, collate

from tui.session import overview as module
from tui.session.overview import Overview, Part

COLLATION = collate(Telling("north", "one two", (annotate("claim", "Two", "Ada", "radar", id="a", body="Ça va"),)))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Overview:
    """An overview of more records than a key may wait for."""
    monkeypatch.setattr(module, "QUICK_RECORDS", 0)
    return Overview(COLLATION)


def test_each_part_is_computed_before_it_is_used(slow: Overview) -> None:
    parts = slow.prepare()
    assert next(parts) is Part.COMPARISON
    assert {*vars(slow.survey)} >= {"comparison"}
    assert "people" not in vars(slow.survey)
    assert [*parts] == [Part.RECORDS, Part.PEOPLE, Part.TEXTS]
    assert {*vars(slow.survey)} >= {"comparison", "people"}
    assert vars(slow.records)["texts"] == ("two ca va radar radar ada",)


def test_nothing_is_computed_while_a_key_waits(slow: Overview) -> None:
    assert slow.survey_in_time() is None
    shown = (slow.comparison_in_time().rows, slow.people_in_time(), slow.records_in_time().entries)
    assert shown == ((), (), ())
    assert [part for part in Part if slow.has(part)] == []
    assert not {"comparison", "people", "statements"} & {*vars(slow.survey)}


def test_only_the_wanted_parts_are_computed(slow: Overview) -> None:
    assert [*slow.prepare(Part.RECORDS)] == [Part.RECORDS]
    assert [part for part in Part if slow.has(part)] == [Part.RECORDS]
    assert len(slow.records_in_time().entries) == 1
    [*slow.prepare()]
    assert (slow.survey_in_time(), len(slow.people_in_time())) == (slow.survey, 1)


def test_two_threads_compute_a_part_once(slow: Overview, monkeypatch: pytest.MonkeyPatch) -> None:
    computed: list[Part] = []
    both_ask = Barrier(2)

    def compute(_: Overview, part: Part) -> None:
        computed.append(part)

    def ask() -> None:
        both_ask.wait(10)
        [*slow.prepare()]

    monkeypatch.setattr(Overview, "_compute", compute)
    other = Thread(target=ask)
    other.start()
    ask()
    other.join(10)
    assert sorted(computed, key=lambda part: part.value) == [*Part]


def test_records_are_counted_by_kind() -> None:
    assert Overview(COLLATION).records.kind_counts == Counter(claim=1)

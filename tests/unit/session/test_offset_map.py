"""Tests of `tui.session.offset_map`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.anchoring.place_records import place_records
from tui.model import Account, Annotation, Article, Record, TextSelector
from tui.session.offset_map import OffsetMap, map_offsets

OLD = """The ferry ran aground on Monday. Nobody was hurt, the captain told reporters.

The company did not confirm or deny that the radar had failed. Repairs will take three weeks.

The coast guard will hold an inquiry. It begins on Friday in the old town hall.
"""


def account(text: str, *quotes: str) -> Account:
    """Return an account of this text with an annotation on each quote."""
    article = Article("a", text, Path("a.txt"))
    records = [Record(Annotation(quote, "claim", "a", TextSelector(quote)), Path("a.yaml"), 1) for quote in quotes]
    return Account("A", article, place_records(article, records))


def mapped(new: str, words: str) -> str:
    """Return what is in the new text where these words are mapped to."""
    offset = OLD.index(words)
    start = map_offsets(account(OLD), account(new), [offset]).at(offset)
    return new[start : start + len(words)]


@pytest.mark.parametrize("words", ["The ferry", "Nobody", "radar", "three weeks", "It begins", "hall"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The ferry ran", "A correction was added.\n\nThe ferry ran"),
        (" the captain told reporters", " the captain told the reporters who waited"),
        ("on Monday", "on Tuesday, in thick fog,"),
        ("town hall.\n", "town hall.\n\nThe end.\n"),
    ],
)
def test_an_offset_follows_its_words_around_a_change(old: str, new: str, words: str) -> None:
    assert mapped(OLD.replace(old, new), words) == words


def test_an_offset_follows_its_sentence_into_a_moved_paragraph() -> None:
    first, second, third = OLD.split("\n\n")
    assert mapped("\n\n".join((second, third, first)), "Repairs will") == "Repairs will"
    assert mapped("\n\n".join((third, first, second)), "Nobody was") == "Nobody was"
    assert mapped("\n\n".join((second, third, first)), "Nobody was") == "Nobody was"


def test_an_offset_follows_its_words_among_changes() -> None:
    new = OLD.replace("ferry", "ship").replace("did not confirm or deny", "would not say").replace("Friday", "Monday")
    assert mapped(new, "the radar had failed") == "the radar had failed"
    assert mapped(new, "Repairs") == "Repairs"
    assert mapped(new, "inquiry") == "inquiry"


def test_an_offset_in_words_that_are_gone_stays_near_them() -> None:
    new = OLD.replace("did not confirm or deny that the radar had failed", "was silent").replace("ferry", "ship")
    offset = OLD.index("or deny")
    result = map_offsets(account(OLD), account(new), [offset]).at(offset)
    assert abs(result - new.index("was silent")) < 20


def test_an_offset_follows_an_annotation_near_it() -> None:
    new = "Fog.\n\n" + OLD.replace("Monday", "Tuesday").replace("Friday", "Sunday")
    quote, offset = "did not confirm or deny", OLD.index("confirm or deny")
    result = map_offsets(account(OLD, quote), account(new, quote), []).at(offset)
    assert new[result:].startswith("confirm or deny")


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.integers(0, len(OLD)), st.text(max_size=40), st.integers(0, 30), st.integers(0, len(OLD)))
def test_an_offset_outside_the_change_is_exact_and_others_stay_in_the_text(
    start: int, inserted: str, removed: int, offset: int
) -> None:
    new = OLD[:start] + inserted + OLD[start + removed :]
    result = map_offsets(account(OLD), account(new), [offset]).at(offset)
    assert 0 <= result <= len(new)
    if offset < start or offset >= min(start + removed, len(OLD)):
        assert new[result : result + 1] == OLD[offset : offset + 1]


def test_equal_texts_map_each_offset_to_itself() -> None:
    same = map_offsets(account(OLD), account(OLD), [0, 7, len(OLD)])
    assert [same.at(offset) for offset in (0, 7, len(OLD))] == [0, 7, len(OLD)]


def test_between_two_known_points_an_offset_follows_the_nearer_one() -> None:
    offset_map = OffsetMap(10, 50, 80, ((10, 10), (30, 60), (50, 80)))
    assert [offset_map.at(offset) for offset in (9, 10, 15, 25, 30, 35, 49)] == [9, 10, 15, 55, 60, 65, 79]
    assert [offset_map.at(offset) for offset in (50, 60)] == [80, 90]


def test_an_offset_stays_inside_what_changed() -> None:
    shrunk = OffsetMap(10, 50, 12, ((10, 10), (50, 12)))
    assert [shrunk.at(offset) for offset in (10, 20, 40, 49)] == [10, 12, 10, 11]

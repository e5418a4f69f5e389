"""Offsets carried from an article's old text to its new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.anchoring.place_records import place_records
from tui.model import Account, Annotation, Article, Record, TextSelector
from tui.session.offset_map import map_offsets

OLD = """The ferry ran aground on Monday. Nobody was hurt, the captain told reporters.

The company did not confirm or deny that the radar had failed. Repairs will take three weeks.

The coast guard will hold an inquiry. It begins on Friday in the old town hall.
"""


def account(text: str, *quotes: str) -> Account:
    """Return an account of this text with an annotation on each quote."""
    article = Article("a", text, Path("a.txt"))
    records = [Record(Annotation(quote, "claim", "a", TextSelector(quote)), Path("a.yaml"), 1) for quote in quotes]
    return Account("A", article, place_records(article, records))


def goes(new: str, words: str, *quotes: str) -> str:
    """Return what stands in the new text where these words of the old one are carried to."""
    offset = OLD.index(words)
    there = map_offsets(account(OLD, *quotes), account(new, *quotes), [offset]).at(offset)
    return new[there : there + len(words)]


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
def test_words_that_stay_are_found(old: str, new: str, words: str) -> None:
    assert goes(OLD.replace(old, new), words) == words


def test_words_in_a_paragraph_that_moved_are_found() -> None:
    first, second, third = OLD.split("\n\n")
    assert goes("\n\n".join((second, third, first)), "Repairs will") == "Repairs will"
    assert goes("\n\n".join((third, first, second)), "Nobody was") == "Nobody was"


def test_words_among_changes_are_found() -> None:
    new = OLD.replace("ferry", "ship").replace("did not confirm or deny", "would not say").replace("Friday", "Monday")
    assert goes(new, "the radar had failed") == "the radar had failed"
    assert goes(new, "Repairs") == "Repairs"
    assert goes(new, "inquiry") == "inquiry"


def test_where_words_are_gone_their_neighbourhood_is_shown() -> None:
    new = OLD.replace("did not confirm or deny that the radar had failed", "was silent").replace("ferry", "ship")
    offset = OLD.index("or deny")
    there = map_offsets(account(OLD), account(new), [offset]).at(offset)
    assert abs(there - new.index("was silent")) < 20


def test_an_annotation_tells_where_what_is_near_it_went() -> None:
    new = "Fog.\n\n" + OLD.replace("Monday", "Tuesday").replace("Friday", "Sunday")
    offset = OLD.index("confirm or deny")
    there = map_offsets(account(OLD, "did not confirm or deny"), account(new, "did not confirm or deny"), []).at(offset)
    assert new[there:].startswith("confirm or deny")


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.integers(0, len(OLD)), st.text(max_size=40), st.integers(0, 30), st.integers(0, len(OLD)))
def test_what_is_outside_the_change_is_exact_and_all_else_is_inside(
    at: int, put: str, removed: int, offset: int
) -> None:
    new = OLD[:at] + put + OLD[at + removed :]
    there = map_offsets(account(OLD), account(new), [offset]).at(offset)
    assert 0 <= there <= len(new)
    if offset + 1 <= at or offset >= min(at + removed, len(OLD)):
        assert new[there : there + 1] == OLD[offset : offset + 1]

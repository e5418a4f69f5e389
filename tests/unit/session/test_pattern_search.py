"""Searching for patterns: hits, errors, and patterns that never end."""

import asyncio
import time
from pathlib import Path

import pytest

from tui.analysis.search import SearchQuery, TextSearcher
from tui.model import Span
from tui.session.pattern_search import find_pattern

NEWS = (Path(__file__).parents[3] / "seeds" / "002_b3c679df3c8f7e39.txt").read_text(encoding="utf-8")
ENDLESS = (
    *(
        r"(.*)*x{99}",
        r"(?s)(.*?,){40}P",
        r"\w+\s(?=(\w+\s?)+;)",
        r"(\w+\s?)*;{9}",
        r"((.)*)*\1{9}q",
        r"(?:.|\w|\s)*?#{3}",
    ),
    *(r"(a|b|c|\w)*\d{40}", r"^(\w+\s?)*$", r"(\S+\s+)*?@@", r"(.+)+\n{7}", r"((\w+)\s?)+!{4}", r"(.|\n)*(.|\n)*#"),
)
LONGEST_GAP = 0.3
"""Seconds in which a key or a signal must be answered."""


async def longest_gap(pattern: str) -> float:
    """Search, and return how long the event loop was held up at most."""
    task = asyncio.ensure_future(find_pattern([TextSearcher(NEWS * 20)], SearchQuery(pattern, regex=True)))
    gap, last = 0.0, time.monotonic()
    while not task.done():
        await asyncio.sleep(0.005)
        gap, last = max(gap, time.monotonic() - last), time.monotonic()
    await task
    return gap


async def test_hits_of_each_text_are_returned() -> None:
    hits = await find_pattern([TextSearcher("a1 b22"), TextSearcher("none")], SearchQuery(r"\d+", regex=True))
    assert hits.panes == ((Span(1, 2), Span(4, 6)), ())
    assert not hits.error


async def test_an_invalid_pattern_is_an_error() -> None:
    hits = await find_pattern([TextSearcher("a")], SearchQuery("(", regex=True))
    assert "not a regular expression" in hits.error


@pytest.mark.parametrize("pattern", ENDLESS)
async def test_the_event_loop_goes_on_whatever_the_pattern(pattern: str) -> None:
    assert await longest_gap(pattern) < LONGEST_GAP


async def test_a_pattern_that_takes_too_long_is_reported() -> None:
    hits = await find_pattern([TextSearcher(NEWS * 20)], SearchQuery(ENDLESS[0], regex=True))
    assert "takes too long" in hits.error

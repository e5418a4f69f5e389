"""Searching for patterns: hits, errors, and patterns that never end."""

import asyncio
import time
from pathlib import Path

import pytest
from endless_patterns import ENDLESS, HUGE

from tui.analysis import search
from tui.analysis.search import TOO_SLOW, SearchQuery, TextSearcher
from tui.model import Span
from tui.session import pattern_search
from tui.session.pattern_search import find_pattern
from tui.session.search_hits import SearchHits

NEWS = (Path(__file__).parents[3] / "seeds" / "002_b3c679df3c8f7e39.txt").read_text(encoding="utf-8")
TEXT = NEWS * 130
"""A million characters."""
LONGEST_GAP = 0.3
"""Seconds in which a key or a signal must be answered."""


@pytest.fixture
def short_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Allow a pattern a small part of the time."""
    monkeypatch.setattr(search, "PATTERN_SECONDS", 0.05)
    monkeypatch.setattr(pattern_search, "MAX_SECONDS", 0.5)


async def search_and_watch(pattern: str) -> tuple[SearchHits, float]:
    """Search, and return also how long the event loop was held up at most.

    The seconds are those in which this process worked, or fewer: others may take the processor from it.
    """
    task = asyncio.ensure_future(find_pattern([TextSearcher(TEXT)], SearchQuery(pattern, regex=True)))
    gap, last = 0.0, (time.monotonic(), time.process_time())
    while not task.done():
        await asyncio.sleep(0.005)
        now = time.monotonic(), time.process_time()
        gap, last = max(gap, min(now[0] - last[0], now[1] - last[1])), now
    return await task, gap


async def test_hits_of_each_text_are_returned() -> None:
    hits = await find_pattern([TextSearcher("a1 b22"), TextSearcher("none")], SearchQuery(r"\d+", regex=True))
    assert hits.panes == ((Span(1, 2), Span(4, 6)), ())
    assert not hits.error


async def test_an_invalid_pattern_is_an_error() -> None:
    hits = await find_pattern([TextSearcher("a")], SearchQuery("(", regex=True))
    assert "not a regular expression" in hits.error


@pytest.mark.usefixtures("short_limit")
@pytest.mark.parametrize("pattern", ENDLESS[::3], ids=lambda pattern: pattern[:30])
async def test_the_event_loop_goes_on_while_an_endless_pattern_is_searched(pattern: str) -> None:
    hits, gap = await search_and_watch(pattern)
    assert hits.error == TOO_SLOW
    assert gap < LONGEST_GAP


@pytest.mark.long
@pytest.mark.parametrize("pattern", ENDLESS, ids=lambda pattern: pattern[:30])
async def test_the_event_loop_goes_on_to_the_end_of_the_time_limit(pattern: str) -> None:
    hits, gap = await search_and_watch(pattern)
    assert hits.error == TOO_SLOW
    assert gap < LONGEST_GAP


@pytest.mark.parametrize("pattern", HUGE, ids=lambda pattern: pattern[:30])
async def test_a_pattern_that_is_endless_to_compile_is_refused_at_once(pattern: str) -> None:
    hits, gap = await search_and_watch(pattern)
    assert "the pattern repeats too much" in hits.error or "the pattern is too long" in hits.error
    assert gap < LONGEST_GAP


async def test_the_search_is_given_up_when_the_matcher_does_not_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "PATTERN_SECONDS", 2.0)
    monkeypatch.setattr(pattern_search, "MAX_SECONDS", 0.05)
    hits, _ = await search_and_watch(ENDLESS[0])
    assert hits.error == TOO_SLOW

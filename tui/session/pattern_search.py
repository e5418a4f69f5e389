"""Search for a regular expression without holding anything up."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from tui.analysis.search import TOO_SLOW
from tui.session.search_hits import SearchHits, find_hits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.search import SearchQuery, TextSearcher

MAX_SECONDS = 2.0
"""How long to wait for the hits in all texts."""


async def find_pattern(searchers: Sequence[TextSearcher], query: SearchQuery) -> SearchHits:
    """Return the hits of a pattern, or an error if it takes too long.

    The search runs in a daemon thread: asyncio would wait for one of its own at exit, however long the pattern takes.
    The matcher lets other threads run, and has a time limit of its own.
    """
    loop = asyncio.get_running_loop()
    result: asyncio.Future[SearchHits] = loop.create_future()

    def deliver(hits: SearchHits) -> None:
        if not result.done():
            result.set_result(hits)

    def search() -> None:
        hits = find_hits(searchers, query)
        with suppress(RuntimeError):  # the loop is closed, so nobody waits any longer
            loop.call_soon_threadsafe(deliver, hits)

    Thread(target=search, name="pattern search", daemon=True).start()
    try:
        return await asyncio.wait_for(result, MAX_SECONDS)
    except TimeoutError:
        return SearchHits(error=TOO_SLOW)

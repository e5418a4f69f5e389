"""Print what the layout costs: `python benchmarks/layout.py`, from the repository's root.

The text is the second article over and over: news, with curly quotes and dashes. Each figure is the best of five, in
milliseconds; the last rows are microseconds an operation. The yardstick is the barest pattern that wraps at spaces:
what this machine, as busy as it is now, could do at best.
"""

from __future__ import annotations

import random
import re
import time
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tui.layout import moves
from tui.layout.highlights import Highlight, HighlightIndex, row_runs
from tui.layout.units import sentence_at
from tui.layout.wrapped import WrappedText, wrap

ARTICLE = Path(__file__).parents[1] / "seeds" / "002_b3c679df3c8f7e39.txt"
WORDS = 1_000_000
LIMIT = 100_000
WIDTHS = (40, 57, 80, 120)


def news(words: int) -> str:
    """Return so many words of news, in paragraphs."""
    article = ARTICLE.read_text(encoding="utf-8") + "\n\n"
    return article * (words // len(article.split()) + 1)


def seconds(action: Callable[[], object], times: int = 5) -> float:
    """Return the shortest time that `action` took."""
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - started)
    return best


def row(what: str, figure: float, unit: str) -> None:
    """Print one figure."""
    print(f"{what:<60}{figure:>10.1f} {unit}")


def whole(text: str) -> None:
    """Print what wrapping all of a text costs."""
    words = len(text.split())
    for width in WIDTHS:
        bare = re.compile(rf".{{1,{width}}}(?: +|(?=\n)|\Z)|\n+|.{{{width}}}")
        row(f"yardstick for {width} cells", seconds(partial(yardstick, bare, text)) * 1000, "ms")
        row(f"wrap {words:,} words to {width} cells", seconds(partial(wrap, text, width)) * 1000, "ms")


def yardstick(bare: re.Pattern[str], text: str) -> array[int]:
    """Return where rows start, for text of one cell a character and without anything else that `wrap` does."""
    return array("L", [found.start() for found in bare.finditer(text)])


def lazily(text: str) -> None:
    """Print what the first rows of a long text cost, and what each slice after them."""
    row(f"wrap the first {LIMIT:,} code points of {len(text):,}", seconds(lambda: wrap(text, 57, LIMIT)) * 1000, "ms")
    wrapped = wrap(text, 57, LIMIT)
    row(f"extend by {LIMIT:,}", seconds(lambda: wrapped.extend(LIMIT)) * 1000, "ms")


def other_scripts() -> None:
    """Print what text costs that is not of one cell a character."""
    for name, sentence in {
        "Chinese and Japanese": "日本語の文章はここにあります。「はい」と言った。",
        "Korean": "안녕하세요 여러분 반갑습니다. ",
        "Hebrew": "שלום לכל העולם. ",
        "emoji and combining marks": "He said “yes” e\u0301 👨\u200d👩\u200d👧 in Ankara. ",
    }.items():
        text = (sentence * (300 // len(sentence)) + "\n\n") * 300
        milliseconds = seconds(partial(wrap, text, 57)) * 1000
        row(f"wrap 100,000 code points of {name}", milliseconds * 100_000 / len(text), "ms")


def highlights(wrapped: WrappedText) -> None:
    """Print what 100,000 highlights cost."""
    chance = random.Random(1)  # noqa: S311
    starts = [chance.randrange(len(wrapped.text)) for _ in range(100_000)]
    marked = [Highlight(start, start + chance.randint(1, 200), str(start)) for start in starts]
    row("index 100,000 highlights", seconds(lambda: HighlightIndex(marked)) * 1000, "ms")
    index = HighlightIndex(marked)
    rows = range(0, wrapped.height, wrapped.height // 1000)
    each("runs of a row", lambda at: row_runs(index, wrapped, at), rows)


def each(what: str, action: Callable[[int], object], places: range) -> None:
    """Print what `action` costs at each of the places."""
    row(what, seconds(lambda: [action(place) for place in places]) / len(places) * 1e6, "µs")


def moving(wrapped: WrappedText) -> None:
    """Print what a key costs."""
    places = range(0, len(wrapped.text), len(wrapped.text) // 1000)
    for name in ("right", "word_right", "word_left", "paragraph_down"):
        each(f"moves.{name}", partial(getattr(moves, name), wrapped), places)
    each("moves.move_rows", lambda at: moves.move_rows(wrapped, at, 1), places)
    each("position", wrapped.position, places)
    each("sentence_at", lambda at: sentence_at(wrapped.text, at), places)


def main() -> None:
    """Print everything."""
    text = news(WORDS)
    whole(text)
    lazily(text * 10)
    other_scripts()
    wrapped = wrap(text, 57)
    highlights(wrapped)
    moving(wrapped)


if __name__ == "__main__":
    main()

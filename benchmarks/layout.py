"""Measure the layout: `python benchmarks/layout.py`.

Run it in the repository's root. The text is an article with curly quotes and dashes, repeated. Each figure is the best
of five, in milliseconds, or in microseconds per operation. The yardstick is the simplest pattern that wraps at spaces:
the best that this machine could do now.
"""

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
    """Return at least `words` words of news, in paragraphs."""
    article = ARTICLE.read_text(encoding="utf-8") + "\n\n"
    return article * (words // len(article.split()) + 1)


def seconds(action: Callable[[], object], times: int = 5) -> float:
    """Return the shortest time of an action, in seconds."""
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - started)
    return best


def row(what: str, figure: float, unit: str) -> None:
    """Print one figure."""
    print(f"{what:<60}{figure:>10.1f} {unit}")


def wrapping(text: str) -> None:
    """Print the time to wrap a whole text."""
    words = len(text.split())
    for width in WIDTHS:
        pattern = re.compile(rf".{{1,{width}}}(?: +|(?=\n)|\Z)|\n+|.{{{width}}}")
        row(f"yardstick for {width} cells", seconds(partial(yardstick, pattern, text)) * 1000, "ms")
        row(f"wrap {words:,} words to {width} cells", seconds(partial(wrap, text, width)) * 1000, "ms")


def yardstick(pattern: re.Pattern[str], text: str) -> "array[int]":
    """Return the start of each row, if each code point takes one cell."""
    return array("L", [match.start() for match in pattern.finditer(text)])


def lazy_wrapping(text: str) -> None:
    """Print the time to wrap the start of a long text, and the next slice."""
    row(f"wrap the first {LIMIT:,} code points of {len(text):,}", seconds(lambda: wrap(text, 57, LIMIT)) * 1000, "ms")
    wrapped = wrap(text, 57, LIMIT)
    row(f"extend by {LIMIT:,}", seconds(lambda: wrapped.extend(LIMIT)) * 1000, "ms")


def other_scripts() -> None:
    """Print the time to wrap text with wide or combining characters."""
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
    """Print the time to index 100,000 highlights, and to find those of a row."""
    chance = random.Random(1)  # noqa: S311
    starts = [chance.randrange(len(wrapped.text)) for _ in range(100_000)]
    highlighted = [Highlight(start, start + chance.randint(1, 200), str(start)) for start in starts]
    row("index 100,000 highlights", seconds(lambda: HighlightIndex(highlighted)) * 1000, "ms")
    index = HighlightIndex(highlighted)
    rows = range(0, wrapped.height, wrapped.height // 1000)
    operation("runs of a row", lambda number: row_runs(index, wrapped, number), rows)


def operation(what: str, action: Callable[[int], object], arguments: range) -> None:
    """Print the mean time of an action over its arguments."""
    row(what, seconds(lambda: [action(argument) for argument in arguments]) / len(arguments) * 1e6, "µs")


def cursor_moves(wrapped: WrappedText) -> None:
    """Print the time of a cursor movement."""
    offsets = range(0, len(wrapped.text), len(wrapped.text) // 1000)
    for move in (moves.right, moves.word_right, moves.word_left, moves.paragraph_down):
        operation(f"moves.{move.__name__}", partial(move, wrapped), offsets)
    operation("moves.move_rows", lambda offset: moves.move_rows(wrapped, offset, 1), offsets)
    operation("position", wrapped.position, offsets)
    operation("sentence_at", partial(sentence_at, wrapped.text), offsets)


def main() -> None:
    """Print every figure."""
    text = news(WORDS)
    wrapping(text)
    lazy_wrapping(text * 10)
    other_scripts()
    wrapped = wrap(text, 57)
    highlights(wrapped)
    cursor_moves(wrapped)


if __name__ == "__main__":
    main()

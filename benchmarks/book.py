"""Measure one article with 100,000 annotations: opening it, and its lists."""

import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import KINDS, news, quoted
from benchmarks.figures import Figure, Progress, limited
from benchmarks.opening import MIB, SETTLED
from benchmarks.peers import diptych
from benchmarks.terminal import Program, Terminal

ANNOTATIONS, QUICK_ANNOTATIONS = 100_000, 10_000
WORDS = 250_000
LIST_BYTES = 8 * MIB - 1000
"""A list file may have 8 MiB; further records have their own files."""
SHOWS = ("The book", "Report 0.", "help")
MARKS = ("The book",)
KEYS = {"t": (b"t", b"\x1b"), "p": (b"p", b"\x1b"), "N": (b"N", b"")}
"""The key that opens each list, and the one that closes it."""


def book(folder: Path, rounds: int, annotations: int) -> list[Figure]:
    """Return the figures of opening, memory and keys."""
    program = diptych("book", _workspace(folder / "book", annotations), SHOWS, MARKS)
    name = f"one article, {annotations:,} annotations"
    with Progress(rounds + 2) as progress:
        progress.step("book: without the parse cache")
        cold, _ = _opened(program)
        warm: list[float] = []
        peaks: list[int] = []
        for _ in range(rounds):
            progress.step("book: with the parse cache")
            seconds, peak = _opened(program)
            warm.append(seconds)
            peaks.append(peak)
        progress.step("book: keys")
        keys = _keys(program)
    return [
        limited(f"{name}: first paint without the parse cache", cold, "s"),
        limited(f"{name}: first paint", sorted(warm)[len(warm) // 2], "s", 2.5),
        limited(f"{name}: peak memory", max(peaks) / MIB, "MiB", 250, 0),
        *(limited(f"{name}: `{key}`", seconds * 1000, "ms", 100) for key, seconds in keys.items()),
    ]


def _opened(program: Program) -> tuple[float, int]:
    with Terminal(program) as terminal:
        seconds = terminal.first_paint(120.0).at
        terminal.settle(SETTLED)
        return seconds, terminal.memory()


def _keys(program: Program) -> dict[str, float]:
    """Return the seconds to the repaint of each key.

    They include letters in the filter of the records.
    """
    times: dict[str, float] = {}
    with Terminal(program) as terminal:
        terminal.first_paint(120.0)
        terminal.settle(SETTLED)
        for key, (opening, closing) in KEYS.items():
            times[key], _ = terminal.press(opening)
            if closing:
                terminal.press(closing)
        terminal.press(b"/")
        for letter in ("r", "e"):
            times[f"/{letter}"], _ = terminal.press(letter.encode())
    return times


def _workspace(root: Path, annotations: int) -> Path:
    own = root / "annotations" / "book"
    own.mkdir(parents=True)
    (root / "articles").mkdir()
    text = f"The book\n\n{news(WORDS)}"
    (root / "articles" / "book.txt").write_text(text, encoding="utf-8")
    listed = ["article: book\nannotations:\n"]
    free = LIST_BYTES
    for number, record in enumerate(_records(text, annotations)):
        free -= len(record.encode()) + 5
        if free > 0:
            listed.append(f"- {{{record}}}\n")
        else:
            head = "article: book, annotator: me, created: 2026-01-01T00:00:00Z, "
            (own / f"me.r{number}.yaml").write_text(f"{{{head}{record}}}\n", encoding="utf-8")
    (root / "annotations" / "book.yaml").write_text("".join(listed), encoding="utf-8")
    matters = "".join(f"  m{number}: What is said about matter {number}\n" for number in range(200))
    (root / "annotations" / "codebook.yaml").write_text(f"propositions:\n{matters}", encoding="utf-8")
    return root


def _records(text: str, annotations: int) -> Iterator[str]:
    chance = random.Random(6)  # noqa: S311 - not a secret
    for number in range(annotations):
        start = number * (len(text) - 40) // annotations
        quote = quoted(text[start : start + 20])
        yield (
            f"id: r{number}, kind: {chance.choice(KINDS)}, speaker: [S{chance.randrange(100)}], "
            f"about: m{chance.randrange(200)}, quote: {quote}, start: {start}"
        )

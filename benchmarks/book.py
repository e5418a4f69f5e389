"""Measure one article with 100,000 annotations: opening it, and its lists."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.corpus import KINDS, ROOT, news, quoted
from benchmarks.figures import Figure, Progress, limited
from benchmarks.opening import MIB, SAMPLE_MARKS, SAMPLE_SHOWS
from benchmarks.peers import diptych
from benchmarks.terminal import Answer, Program, Terminal

ANNOTATIONS, QUICK_ANNOTATIONS = 100_000, 10_000
WORDS = 250_000
LIST_BYTES = 8 * MIB - 1000
"""A list file may have 8 MiB; further records have their own files."""
SHOWS = ("The book", "Report 0.", "help")
MARKS = ("The book",)
KEYS: tuple[tuple[str, bytes], ...] = (
    ("t", b"t"),
    ("", b"\x1b"),
    ("p", b"p"),
    ("", b"\x1b"),
    ("N", b"N"),
    ("", b"/"),
    ("r in the filter", b"r"),
    ("e in the filter", b"e"),
)
"""The keys of the lists with their names, and without a name those between them."""
AT_ONCE = (("t", b"t"), ("p", b"p"), ("N", b"N"))
"""The keys that are also pressed as soon as the first picture is there."""
COMPLETE = 0.5
"""Seconds without a byte after which a list is complete."""
LATE = 3.0
"""The same, if what it shows is not computed yet."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening cost, in seconds and bytes."""

    wall: float
    cpu: float
    memory: int


def book(folder: Path, rounds: int, annotations: int) -> list[Figure]:
    """Return the figures of opening, memory and keys."""
    program = diptych("book", _workspace(folder / "book", annotations), SHOWS, MARKS)
    with Progress(rounds + 3 + len(AT_ONCE)) as progress:
        progress.step("book: without the parse cache")
        cold = _opened(program)
        warm: list[Opened] = []
        for _ in range(rounds):
            progress.step("book: with the parse cache")
            warm.append(_opened(program))
        progress.step("book: keys")
        answers, memory = _answers(program)
        progress.step("book: keys in the sample")
        of_sample = dict(_answers(diptych("sample", ROOT, SAMPLE_SHOWS, SAMPLE_MARKS))[0])
        at_once = []
        for name, key in AT_ONCE:
            progress.step(f"book: {name} at once")
            at_once.append((f"{name} at once", _answer_at_once(program, key)))
    name = f"one article, {annotations:,} annotations"
    median = sorted(warm, key=lambda opened: opened.wall)[len(warm) // 2]
    return [
        _opening(f"{name}: open wall, without the parse cache", cold),
        _opening(f"{name}: open wall", median, 2.5),
        limited(f"{name}: peak memory, without the parse cache", cold.memory / MIB, "MiB", 250, 0),
        limited(f"{name}: peak memory, with all lists opened", memory / MIB, "MiB", 250, 0),
        *(_answered(f"{name}: {key}", answer, of_sample.get(key)) for key, answer in (*answers, *at_once)),
    ]


def _opening(what: str, opened: Opened, most: float | None = None) -> Figure:
    figure = limited(what, opened.wall, "s", most, 2)
    return replace(figure, measured=f"{figure.measured} (CPU {opened.cpu:.2f} s)")


def _answered(what: str, answer: Answer, of_sample: Answer | None) -> Figure:
    figure = limited(what, answer.first * 1000, "ms", 100, 0)
    against = f"sample: {_in_words(of_sample)}" if of_sample else ""
    return replace(figure, measured=_in_words(answer), against=against)


def _in_words(answer: Answer) -> str:
    first, complete, cpu = (round(1000 * seconds) for seconds in answer)
    return f"first {first} ms, complete {complete} ms (CPU {cpu} ms)"


def _opened(program: Program) -> Opened:
    with Terminal(program) as terminal:
        seconds = terminal.first_paint(120.0).at
        cpu = terminal.cpu_seconds()
        terminal.rest()
        return Opened(seconds, cpu, terminal.memory())


def _answers(program: Program) -> tuple[list[tuple[str, Answer]], int]:
    """Return what each key of `KEYS` cost, and the peak of memory in bytes."""
    answers: list[tuple[str, Answer]] = []
    with Terminal(program) as terminal:
        terminal.first_paint(120.0)
        terminal.rest()
        for name, key in KEYS:
            answer = terminal.press_to_complete(key, COMPLETE)
            if name:
                answers.append((name, answer))
        return answers, terminal.memory()


def _answer_at_once(program: Program, key: bytes) -> Answer:
    with Terminal(program) as terminal:
        terminal.first_paint(120.0)
        return terminal.press_to_complete(key, LATE)


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

"""Measure the time from a key, or a resize, to the end of the repaint.

Several programs are open at once and get each key in turn.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from benchmarks.corpus import ROOT, workspace
from benchmarks.figures import Figure, Progress, compared, limited
from benchmarks.opening import BIG_MARKS, BIG_SHOWS, SAMPLE_MARKS, SAMPLE_SHOWS
from benchmarks.peers import FLOOR, diptych
from benchmarks.terminal import COLUMNS, LINES, Terminal

ROUND = (b"j", b"l", b"j", b"w", b"]", b"j", b"h", b"k", b"]", b"l", b"[", b"\x1b[6~", b"j", b"\x1b[5~", b"B")
"""Keys as a reader presses them: they move by cell, word, annotation and page."""
FLOOR_KEY = b"j"
SOON = 0.02
"""Seconds without a byte after which the first repaint of a resize is over."""
LATE = 0.4
"""Seconds without a byte after which the whole text is rewrapped."""


@dataclass
class Pressed:
    """The seconds and bytes of each repaint in one program."""

    seconds: list[float] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)

    def press(self, terminal: Terminal, key: bytes) -> None:
        """Press a key and record its repaint."""
        seconds, sent = terminal.press(key)
        self.seconds.append(seconds)
        self.sent.append(sent)


def keys(folder: Path, rounds: int) -> list[Figure]:
    """Return the figures of keys and of resizing."""
    long = workspace(folder / "long", 1_000_000, 10_000)
    programs = {
        "floor": FLOOR,
        "sample": diptych("sample", ROOT, SAMPLE_SHOWS, SAMPLE_MARKS),
        "long": diptych("long", long, BIG_SHOWS, BIG_MARKS),
    }
    with ExitStack() as stack:
        terminals = {name: stack.enter_context(Terminal(program)) for name, program in programs.items()}
        for terminal in terminals.values():
            terminal.first_paint(60.0)
            terminal.settle(LATE)
        pressed = _pressed(terminals, rounds)
        return [*_key_figures(pressed), *_resized(terminals["long"], rounds)]


def _pressed(terminals: dict[str, Terminal], rounds: int) -> dict[str, Pressed]:
    pressed = {name: Pressed() for name in terminals}
    with Progress(rounds * len(ROUND)) as progress:
        for key in _round(rounds):
            progress.step("keys")
            for name, terminal in terminals.items():
                pressed[name].press(terminal, FLOOR_KEY if name == "floor" else key)
    return pressed


def _round(rounds: int) -> Iterator[bytes]:
    for _ in range(rounds):
        yield from ROUND


def _key_figures(pressed: dict[str, Pressed]) -> list[Figure]:
    floor, sample, long = pressed["floor"], pressed["sample"], pressed["long"]
    return [
        compared("a key in the sample", sample.seconds, "baseline app", floor.seconds, 2.5),
        compared("a key at 2 × 1,000,000 words, 2 × 10,000 annotations", long.seconds, "sample", sample.seconds, 1.25),
        limited("a key, 99th percentile, sample", _percentile(sample.seconds, 99) * 1000, "ms", 30),
        limited("a key, 99th percentile, 1,000,000 words", _percentile(long.seconds, 99) * 1000, "ms", 30),
        limited("a key, 99th percentile, baseline app", _percentile(floor.seconds, 99) * 1000, "ms"),
        limited("bytes a key, median", median(sample.sent) / 1000, "KB", 10),
        limited("bytes a key, maximum", max(*sample.sent, *long.sent) / 1000, "KB", 10),
    ]


def _percentile(times: list[float], percent: int) -> float:
    return quantiles(times, n=100, method="inclusive")[percent - 1]


def _resized(terminal: Terminal, rounds: int) -> list[Figure]:
    first: list[float] = []
    whole: list[float] = []
    with Progress(2 * rounds) as progress:
        for turn in range(2 * rounds):
            progress.step("resizing")
            size = (COLUMNS - 10, LINES - 4) if turn % 2 == 0 else (COLUMNS, LINES)
            soon, late = terminal.resize_twice(*size, soon=SOON, late=LATE)
            first.append(soon)
            whole.append(late)
    return [
        limited("resize at 1,000,000 words: first repaint", median(first) * 1000, "ms", 60),
        limited("resize at 1,000,000 words: all rewrapped", median(whole) * 1000, "ms", 250),
    ]

"""Figures and their table, and a progress bar."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Self


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table."""

    what: str
    measured: str
    against: str = ""
    """What it is compared with: another program's figure, or a number of bytes."""
    ratio: str = ""
    target: str = ""
    met: bool | None = None
    """None if there is no target."""


def milliseconds(times: Sequence[float]) -> str:
    """Return the median and the minimum of times in seconds."""
    return f"{median(times) * 1000:.1f} ms (minimum {min(times) * 1000:.1f})"


def compared(
    what: str, times: Sequence[float], name: str, others: Sequence[float], most: float | None = None
) -> Figure:
    """Return the ratio of two medians in seconds, which may be at most `most`."""
    ratio = median(times) / median(others)
    return Figure(
        what,
        milliseconds(times),
        f"{name}: {milliseconds(others)}",
        f"{ratio:.2f}",
        f"≤ {most:g}×" if most else "",
        ratio <= most if most else None,
    )


def limited(what: str, value: float, unit: str, most: float | None = None, digits: int = 1) -> Figure:
    """Return a value, which may be at most `most`."""
    target = f"≤ {most:g} {unit}" if most else ""
    return Figure(what, f"{value:.{digits}f} {unit}", "", "", target, value <= most if most else None)


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as a Markdown table."""
    head = "| what | median | compared with | ratio | target | met |\n|---|---|---|---|---|---|\n"
    return head + "".join(f"| {' | '.join(_cells(figure))} |\n" for figure in figures)


def _cells(figure: Figure) -> Sequence[str]:
    met = "" if figure.met is None else "yes" if figure.met else "**no**"
    return figure.what, figure.measured, figure.against, figure.ratio, figure.target, met


class Progress:
    """A progress bar on stderr, if that is a terminal."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.is_terminal = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.is_terminal:
            sys.stderr.write("\r\x1b[K")

    def step(self, what: str) -> None:
        """Begin the next of `total` steps."""
        self.done += 1
        if self.is_terminal:
            filled = 30 * self.done // max(1, self.total)
            sys.stderr.write(f"\r\x1b[K{'█' * filled}{'░' * (30 - filled)} {self.done}/{self.total} {what[:60]}")
            sys.stderr.flush()

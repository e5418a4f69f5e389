"""Which lines the rows of a list take."""

from bisect import bisect_right
from collections.abc import Callable

SHORT = 100
"""Rows that are all measured for the scrollbar, so that its thumb keeps its size."""


class RowLines:
    """The heights of `count` rows, measured only as far as they are needed."""

    def __init__(self, height: Callable[[int], int], count: int) -> None:
        self._height = height
        self._count = count
        self._ends: list[int] = []
        """The line after each row that is measured."""

    def start(self, index: int) -> int:
        """Return the first line of a row, or 0 if there is no such row."""
        return self.end(index - 1) if 0 < index <= self._count else 0

    def end(self, index: int) -> int:
        """Return the line after a row."""
        while len(self._ends) <= index:
            self._measure_next()
        return self._ends[index]

    def row_at(self, line: int) -> int:
        """Return the row that has a line, or the number of rows if none has."""
        self._measure_to(line)
        return bisect_right(self._ends, line)

    def clamp_top(self, top: int, height: int) -> int:
        """Return the first line of a view, at most `top`.

        A view of `height` lines does not end after the last row.
        """
        self._measure_to(top + height)
        return max(0, min(top, self._measured - height))

    @property
    def total(self) -> int:
        """The number of lines, estimated from the measured rows of a long list."""
        if 0 < self._count <= SHORT:
            self.end(self._count - 1)
        rest = self._count - len(self._ends)
        return self._measured + (rest * self._measured // len(self._ends) if self._ends else rest)

    @property
    def _measured(self) -> int:
        return self._ends[-1] if self._ends else 0

    def _measure_to(self, line: int) -> None:
        while self._measured <= line and len(self._ends) < self._count:
            self._measure_next()

    def _measure_next(self) -> None:
        self._ends.append(self._measured + self._height(len(self._ends)))

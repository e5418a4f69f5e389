"""A range of a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A range of code points: `start` inclusive, `end` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return this range of `text`: `Span(1, 3).of("abcd")` is `"bc"`."""
        return text[self.start : self.end]

    def stripped(self, text: str) -> "Span":
        """Return the range without the white space at its ends.

        `Span(0, 4).stripped(" ab ")` is `Span(1, 3)`. White space alone becomes an empty range.
        """
        part = self.of(text)
        start = self.start + len(part) - len(part.lstrip())
        return Span(start, start + len(part.strip()))

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

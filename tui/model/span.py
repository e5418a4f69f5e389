"""A range of a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A range of a text's code points: `start` inclusive, `end` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of `text` in this range: `Span(1, 3).of("abcd")` is `"bc"`."""
        return text[self.start : self.end]

    def stripped(self, text: str) -> "Span":
        """Return the range without the white space at its ends; an empty range if there is nothing else."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

    def covers(self, other: "Span") -> bool:
        """Return whether all of `other` lies in this range."""
        return self.start <= other.start and other.end <= self.end

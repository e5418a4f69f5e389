"""Divide a sentence at its commas, colons, dashes and quotations."""

from bisect import bisect_right
from dataclasses import dataclass

from tui.attribution.grammar import Grammar
from tui.attribution.tokens import DASHES

_MARKS = frozenset({",", ";", ":", *DASHES})
_FINAL = frozenset({".", "!", "?", "…", "..."})


@dataclass(frozen=True, slots=True)
class Segment:
    """The tokens between two marks, or a quotation with its marks."""

    part: range
    is_quotation: bool
    before: str
    """The mark before it, "" for none."""
    after: str


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence with its segments."""

    part: range
    segments: tuple[Segment, ...]
    starts: tuple[int, ...]

    @property
    def end(self) -> int:
        """The end of the last segment: the sentence without its full stop."""
        return self.segments[-1].part.stop

    def number_at(self, index: int) -> int:
        """Return the number of the segment that a token is in."""
        return max(0, bisect_right(self.starts, index) - 1)

    def segment(self, number: int) -> Segment | None:
        return self.segments[number] if 0 <= number < len(self.segments) else None


def divide(grammar: Grammar, sentence: range, *, is_quoted: bool = False) -> Sentence | None:
    """Return a sentence in segments, None if it has no words.

    `is_quoted` says that it stands in a quotation, whose marks divide nothing then.
    """
    parts = _parts(grammar, sentence, is_quoted=is_quoted)
    segments = tuple(
        Segment(part, quoted, _mark_before(grammar, sentence, part), _mark_after(grammar, sentence, part))
        for part, quoted in parts
    )
    return Sentence(sentence, segments, tuple(item.part.start for item in segments)) if segments else None


def _parts(grammar: Grammar, sentence: range, *, is_quoted: bool) -> list[tuple[range, bool]]:
    parts: list[tuple[range, bool]] = []
    start = index = sentence.start
    while index < sentence.stop:
        quotation = None if is_quoted else grammar.tokens.quotation_at(index)
        ends = quotation is not None or grammar.low(index) in _MARKS or grammar.low(index) in _FINAL
        if ends and index > start:
            parts.append((range(start, index), False))
        if quotation:
            parts.append((range(max(index, quotation.start), min(sentence.stop, quotation.stop)), True))
        index = quotation.stop if quotation else index + 1
        start = index if ends else start
    if start < sentence.stop:
        parts.append((range(start, sentence.stop), False))
    return parts


def _mark_before(grammar: Grammar, sentence: range, part: range) -> str:
    mark = grammar.low(part.start - 1) if part.start > sentence.start else ""
    return mark if mark in _MARKS or mark in _FINAL else ""


def _mark_after(grammar: Grammar, sentence: range, part: range) -> str:
    mark = grammar.low(part.stop) if part.stop < sentence.stop else ""
    return mark if mark in _MARKS or mark in _FINAL else ""

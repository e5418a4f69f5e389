"""The lines of a brat annotation file, and the spans in them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.model import Span

_SPANS = re.compile(r"\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*")
_NEWLINES = re.compile(r"[^\n]+")
_LINE_ENDS = re.compile("[\r\n\t\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What brat, or an editor, takes for the end of a line or of a column."""


@dataclass(frozen=True, slots=True)
class StandoffLine:
    """A line of an .ann file."""

    id: str
    """Such as `T1`, or `*` for a set of equivalents."""
    type: str
    rest: str = ""
    """What follows the type in the second column."""
    text: str = ""
    """The third column."""

    @property
    def references(self) -> list[str]:
        """The ids that a line refers to, in its order."""
        arguments = self.rest.split()
        trigger = self.type.partition(":")[2] if self.id.startswith("E") else ""
        return (
            [trigger, *(each.rpartition(":")[2] for each in arguments)]
            if trigger
            else [each.rpartition(":")[2] for each in arguments]
        )

    def argument(self, role: str) -> list[str]:
        """Return the ids in a role of an event or relation."""
        pairs = (each.partition(":") for each in self.rest.split())
        return [name for given, _, name in pairs if given.rstrip("0123456789").casefold() == role.casefold()]

    @property
    def spans(self) -> list[Span]:
        """The spans of a text-bound line, in code points and in its order."""
        if not _SPANS.fullmatch(self.rest):
            return []
        return [Span(*map(int, pair.split())) for pair in self.rest.split(";")]


def standoff_line(line: str) -> StandoffLine | None:
    """Return a line's columns, or None if it has no type."""
    name, _, columns = line.partition("\t")
    middle, _, text = columns.partition("\t")
    kind, _, rest = middle.partition(" ")
    return StandoffLine(name, kind, rest, text) if name and kind else None


def text_bound(name: str, kind: str, spans: Sequence[Span], text: str) -> str:
    """Return a text-bound line, whose spans are cut at the ends of lines.

    The words of "claim" from 0 to 5 in two lines have the spans `0 2;3 5`.
    """
    if len(spans) == 1 and "\n" not in (words := text[slice(*spans[0])]) and words:
        start, end = spans[0]  # as most are
        return f"{name}\t{kind} {start} {end}\t{words if words.isprintable() else _LINE_ENDS.sub(' ', words)}"
    cut = list(cut_at_newlines(spans, text))
    places = ";".join([f"{start} {end}" for start, end in cut])
    words = " ".join([text[start:end] for start, end in cut])
    return f"{name}\t{kind} {places}\t{_LINE_ENDS.sub(' ', words)}"


def cut_at_newlines(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Yield spans without line ends, as brat wants them."""
    for span in spans:
        if text.find("\n", *span) >= 0:
            yield from [Span(*match.span()) for match in _NEWLINES.finditer(text, *span)]
        elif span.end > span.start:
            yield span


def joined_spans(spans: Iterable[Span], text: str) -> list[Span]:
    """Return spans in text order, joined if only line ends are between.

    Spans that overlap are joined too, and blank ones are left out.
    """
    spans = [span for span in spans if span.of(text).strip()]
    if len(spans) < 2:
        return spans
    joined: list[Span] = []
    for span in sorted(spans):
        last = joined[-1] if joined else None
        if last and (span.start < last.end or (span.start > last.end and not text[last.end : span.start].strip("\n"))):
            joined[-1] = Span(last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return joined
